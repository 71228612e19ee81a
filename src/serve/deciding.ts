import type { Actor, Decision, StatementDecision } from '../record/index.ts';
import type { Range } from '../text/index.ts';

/** Who decides, and why. */
export interface Who {
  readonly by: string;
  readonly why: string | null;
}

type Corrected = Extract<StatementDecision, { kind: 'correct' }>['corrected'];

/** What somebody puts in place of what was read; null where that stays. */
export interface Correction extends Pick<Corrected, 'act' | 'said' | 'stance'> {
  readonly content: { readonly ranges: readonly Range[] } | null;
  readonly speaker: { readonly name: string; readonly sort: Actor['kind'] | null } | 'nobody' | null;
}

/** What is decided on a statement, and the last decision on it that whoever decides has seen. */
export interface Verdict {
  readonly statement: string;
  readonly seen: Decision['id'] | null;
  readonly what: 'accept' | 'reject' | Correction;
}

/**
 * Keeps decisions as `onrecord decide`, `merge`, `split` and `undo` keep them. Handed in, since the way into the ledger is no
 * work of a page. What cannot be decided is a Fault that says why, and nothing is kept.
 */
export interface Deciding {
  decide(verdict: Verdict, who: Who): Promise<Decision>;
  merge(ids: readonly string[], who: Who): Promise<Decision>;
  split(group: string, member: string, who: Who): Promise<Decision>;
  undo(id: Decision['id'], who: Who): Promise<Decision>;
}
