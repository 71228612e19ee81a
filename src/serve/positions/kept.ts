import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger } from '../../ledger/index.ts';
import type { Issue, IssueId } from '../../record/index.ts';
import { type FindPositions, type Picture, pictureOf } from './told.ts';

/** What is known of an issue's positions now. */
export interface KeptPicture {
  /** Null where nothing was found out yet. */
  readonly picture: Picture | null;
  /** Whether it is of the ledger as it stands; else it is being found again. */
  readonly isFresh: boolean;
  /** Whether finding it went wrong; it is tried again when it is asked for next. */
  readonly isFailed: boolean;
}

export interface KeptPictures {
  /** The positions on an issue; waits no longer than so many milliseconds for what is not found yet. */
  ask(issue: Issue, patience: number): Promise<KeptPicture>;
  /** Begins with every issue that stands. */
  begin(): Promise<void>;
}

interface Known {
  readonly asOf: string;
  readonly picture: Picture;
}

interface Finding {
  readonly asOf: string;
  /** Fulfilled when it is done, whether it went well or not. */
  readonly done: Promise<void>;
}

/** Pictures of so many issues are kept; the one that was asked for longest ago goes first. */
const MOST = 64;

/**
 * Keeps the positions of issues in memory for as long as the ledger stands as it stood when they were found. They are
 * found in the background, one issue after another and each once at a time, so that no page waits for them.
 */
export function keptPictures(ledger: Ledger, find: FindPositions): KeptPictures {
  const known = new Map<IssueId, Known>();
  const finding = new Map<IssueId, Finding>();
  const failed = new Map<IssueId, string>();
  let last: Promise<void> = Promise.resolve();

  function found(issue: Issue, asOf: string): Finding {
    const work = async () => {
      try {
        known.set(issue.id, { asOf, picture: await pictureOf(await find(issue), ledger) });
        failed.delete(issue.id);
      } catch (error) {
        failed.set(issue.id, asOf);
        console.error(
          `onrecord: positions on ${issue.id}: ${error instanceof Error ? error.message : error}`,
        );
      } finally {
        finding.delete(issue.id);
      }
    };
    last = last.then(work);
    const begun = { asOf, done: last };
    finding.set(issue.id, begun);
    return begun;
  }

  async function ask(issue: Issue, patience: number): Promise<KeptPicture> {
    const asOf = await ledger.asOf();
    const isFresh = () => known.get(issue.id)?.asOf === asOf;
    if (!isFresh()) {
      const { done } = finding.get(issue.id) ?? found(issue, asOf);
      await Promise.race([done, sleep(patience, undefined, { ref: false })]);
    }
    const own = known.get(issue.id);
    if (own !== undefined) {
      known.delete(issue.id);
      known.set(issue.id, own);
      for (const id of [...known.keys()].slice(0, Math.max(0, known.size - MOST))) known.delete(id);
    }
    return {
      picture: own?.picture ?? null,
      isFresh: isFresh(),
      isFailed: failed.get(issue.id) === asOf && !isFresh() && !finding.has(issue.id),
    };
  }

  return {
    ask,
    async begin() {
      try {
        for (const issue of await ledger.issues()) await ask(issue, 0);
      } catch (error) {
        console.error(`onrecord: positions: ${error instanceof Error ? error.message : error}`);
      }
    },
  };
}
