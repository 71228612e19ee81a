import type { FoundStatement, Ledger } from '../ledger/index.ts';
import { type Decision, Fault } from '../record/index.ts';
import { type CorrectionAsked, correctionOf } from './correcting.ts';
import { anchorOf, statementNamed } from './deciding.ts';
import { decisionOf, type Made } from './decision.ts';
import { type Linker, linkNew } from './linking.ts';
import { mergeOf, splitOf } from './merging.ts';

/** Who decides, and why. */
export interface Who {
  readonly by: string;
  readonly why: string | null;
}

/** A decision on a statement, and the last decision on it that whoever decides has seen. */
export interface Verdict {
  readonly statement: string;
  readonly seen: Decision['id'] | null;
  readonly what: 'accept' | 'reject' | CorrectionAsked;
}

/** What deciding needs: the ledger, which is opened when it is needed, what links it, a clock, and whom to tell of a failure. */
export interface Reviewed {
  readonly ledger: () => Promise<Ledger>;
  readonly linkerOf: (ledger: Ledger) => Promise<Linker | null>;
  readonly now: () => Date;
  readonly onFailure: (error: unknown) => Promise<void> | void;
}

/** Merges, splits and undoings wait so long for what is linked by them, in milliseconds; a later page shows the rest. */
const PATIENCE = 2_000;

/**
 * Decides while a server answers: one decision after another, each kept before anybody is told, and linked again behind it.
 * What a broken-off link leaves, the next to link goes on with.
 */
export function reviewing({ ledger, linkerOf, now, onFailure }: Reviewed) {
  let last: Promise<unknown> = Promise.resolve();
  let linking: Promise<unknown> = Promise.resolve();
  const stop = new AbortController();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const own = last.then(work);
    last = own.catch(() => {});
    return own;
  };

  function link(open: Ledger): Promise<unknown> {
    linking = linking.then(async () => {
      const linker = await linkerOf(open);
      if (linker !== null && !stop.signal.aborted) await linkNew(open, linker, { signal: stop.signal });
    });
    linking = linking.catch(onFailure);
    return linking;
  }

  /** Keeps what is made, and lets it be linked. */
  async function keep(open: Ledger, made: Made, who: Who): Promise<Decision> {
    const decision = decisionOf(made, { ...who, at: now().toISOString() });
    await open.decide(decision);
    return decision;
  }

  /** Keeps what is made, and waits a while for its links. */
  const joined = (make: (open: Ledger) => Promise<Made>, who: Who) =>
    inTurn(async () => {
      const open = await ledger();
      const decision = await keep(open, await make(open), who);
      await soon(link(open));
      return decision;
    });

  return {
    /** @throws Fault where nothing is decided, `decided-meanwhile` where somebody else decided otherwise. */
    decide: (verdict: Verdict, who: Who) =>
      inTurn(async () => {
        const open = await ledger();
        const found = await statementNamed(open, verdict.statement);
        const known = meanwhile(found, verdict);
        if (known !== null) return known;
        const decision = await keep(open, await madeOf(open, found, verdict), who);
        void link(open);
        return decision;
      }),
    merge: (ids: readonly string[], who: Who) => joined((open) => mergeOf(open, ids), who),
    split: (group: string, member: string, who: Who) => joined((open) => splitOf(open, group, member), who),
    undo: (id: Decision['id'], who: Who) => joined(async () => ({ kind: 'undo', undoes: id }), who),
    /** Ends what is under way, so that the ledger can be closed. */
    async close(): Promise<void> {
      stop.abort();
      await last;
      await linking;
    },
  };
}

async function madeOf(open: Ledger, found: FoundStatement, { what }: Verdict): Promise<Made> {
  const on = anchorOf(found);
  if (what === 'accept' || what === 'reject') return { kind: what, on };
  return { kind: 'correct', on, corrected: await correctionOf(open, found, what) };
}

/** The decision that was made since whoever decides looked, where it is the same; null where none was. */
function meanwhile({ decided }: FoundStatement, { seen, what }: Verdict): Decision | null {
  const last = decided?.decisions.at(-1) ?? null;
  if ((last?.id ?? null) === seen) return null;
  if (last !== null && last.kind === what) return last;
  throw new Fault(
    'decided-meanwhile',
    `expected the statement as it was when it was looked at, found ${last === null ? 'that its decision was undone' : `that ${last.by} decided on it at ${last.at}`}`,
  );
}

const soon = (work: Promise<unknown>): Promise<unknown> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, PATIENCE);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
};
