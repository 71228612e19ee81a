import {
  type Actor,
  type DecidedStances,
  type Event,
  HELD_ACTS,
  type ReportRecord,
  type Speaker,
  type Statement,
  type StatementDecision,
} from '../record/index.ts';
import { statementOn } from './anchor.ts';
import type { Decided } from './decisions.ts';

/** A statement as it stands by what people decided on it. */
export interface Overlaid extends Decided {
  /** As it was read, with what is corrected in its place. */
  readonly now: Statement;
}

/** What people decided on the statements of one report, laid over what an analyser found in it. */
export interface Overlay {
  readonly byStatement: ReadonlyMap<Statement['id'], Overlaid>;
  /** Speakers by a decision whom the report itself does not have among its actors. */
  readonly actors: readonly Actor[];
}

/**
 * Takes what was found in a report and the decisions that stand on it, in their order. Gives what they make of it: whatever
 * analyser found it, the same decisions give the same. A decision whose statement is not there is on none.
 */
export function overlayOf(
  { statements, actors }: Pick<ReportRecord, 'statements' | 'actors'>,
  decisions: readonly StatementDecision[],
): Overlay {
  const byStatement = new Map<Statement['id'], Overlaid>();
  const strangers = new Map<Actor['actor'], Actor>();
  const known = new Set(actors.map(({ actor }) => actor));
  for (const decision of decisions) {
    const found = statementOn(decision.on, statements);
    if (found === null) continue;
    const before = byStatement.get(found.id);
    byStatement.set(found.id, {
      now: correctedBy(before?.now ?? found, decision),
      status: STATUS[decision.kind],
      decisions: [...(before?.decisions ?? []), decision],
    });
    const stranger = strangerIn(decision);
    if (stranger !== null && !known.has(stranger.actor)) strangers.set(stranger.actor, stranger);
  }
  const speaking = new Set(
    [...byStatement.values()].flatMap(({ now: { speaker } }) =>
      speaker.kind === 'named' ? [speaker.actor] : [],
    ),
  );
  // One whom a later decision replaced speaks no more.
  return { byStatement, actors: [...strangers.values()].filter(({ actor }) => speaking.has(actor)) };
}

const STATUS = { accept: 'accepted', correct: 'corrected', reject: 'rejected' } as const;

function correctedBy(statement: Statement, decision: StatementDecision): Statement {
  if (decision.kind !== 'correct') return statement;
  const { content, speaker, act, said } = decision.corrected;
  const decided = { how: 'decided', by: decision.id } as const;
  return {
    ...statement,
    ...(content !== null && { content: content.spans, kind: content.kind, refers: null }),
    ...(speaker !== null && spokenBy(statement, speaker, decision.id)),
    ...(act !== null && { act, mode: modeWith(act, statement.mode) }),
    ...(said !== null && { said: { value: said, span: null, ...decided } }),
  };
}

/** The speaker that somebody decided, who also begins the chain. */
function spokenBy(
  { chain }: Statement,
  speaker: NonNullable<Corrected['speaker']>,
  decision: string,
): Pick<Statement, 'speaker' | 'chain'> {
  const isNamed = speaker.kind === 'named';
  const now: Speaker = isNamed
    ? {
        kind: 'named',
        actor: speaker.actor,
        name: speaker.name,
        role: null,
        affiliation: null,
        speaksFor: null,
        how: 'decided',
        by: decision,
        others: [],
      }
    : { kind: 'unknown', why: 'somebody decided that the report does not tell', others: [] };
  const first = isNamed ? { name: speaker.name, actor: speaker.actor } : { name: 'unknown', actor: null };
  return { speaker: now, chain: chain.map((link) => (link.step === 0 ? { ...link, ...first } : link)) };
}

type Corrected = Extract<StatementDecision, { kind: 'correct' }>['corrected'];

const HELD: ReadonlySet<Statement['act']> = new Set(HELD_ACTS);

/** What has an act of holding is held, and what is held has one. */
function modeWith(act: Statement['act'], mode: Statement['mode']): Statement['mode'] {
  if (HELD.has(act)) return 'held';
  return mode === 'held' ? 'said' : mode;
}

/** A speaker as an actor of which the report tells nothing. */
function strangerIn(decision: StatementDecision): Actor | null {
  if (decision.kind !== 'correct' || decision.corrected.speaker?.kind !== 'named') return null;
  const { actor, name, sort: kind } = decision.corrected.speaker;
  return { actor, name, kind, country: null, sector: null, offices: [], mentions: [] };
}

/** What is found in a report without the statements that are rejected: nothing refers to them any more. */
export function withoutRejected<Found extends Pick<ReportRecord, 'statements' | 'events'>>(
  found: Found,
  rejected: ReadonlySet<Statement['id']>,
): Found {
  if (rejected.size === 0) return found;
  const outer = new Map(found.statements.map(({ id, within }) => [id, within]));
  const standing = (id: Statement['id'] | null): Statement['id'] | null =>
    id !== null && rejected.has(id) ? standing(outer.get(id) ?? null) : id;
  const withoutIt = (event: Event): Event => ({
    ...event,
    schedule: event.schedule.map((revision) =>
      revision.statement !== null && rejected.has(revision.statement)
        ? { ...revision, statement: null }
        : revision,
    ),
  });
  return {
    ...found,
    statements: found.statements
      .filter(({ id }) => !rejected.has(id))
      .map((statement) => ({ ...statement, within: standing(statement.within) })),
    events: found.events.map(withoutIt),
  };
}

/** The stances that people decided of some statements: of each statement and issue the last. */
export function stancesIn(decided: readonly (Decided & { readonly found: Statement })[]): DecidedStances {
  return decided.flatMap(({ found, decisions }) => {
    const told = decisions.flatMap((decision) => {
      const stance = decision.kind === 'correct' ? decision.corrected.stance : null;
      return stance === null
        ? []
        : [{ statement: found.id, ...stance, decision: decision.id, by: decision.by }];
    });
    return [...new Map(told.map((one) => [one.issue, one])).values()];
  });
}
