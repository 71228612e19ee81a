import type { Actor, Report, Statement } from '../../record/index.ts';
import type { Name } from '../tag/index.ts';
import { addressees } from './addressees.ts';
import { actorsOf, castOf } from './cast.ts';
import { chainOf } from './chain.ts';
import type { ActorWords } from './reading.ts';
import { resolveSpeakers } from './speakers.ts';

export type { ActorWords } from './reading.ts';

/**
 * Takes a report's names and statements, in the order of the text. Gives the actors, and the statements with their
 * speakers: first everybody who has a name, with short forms joined to long ones and roles to names; then each source by
 * the first sieve that answers; then whom they speak to, and on whose word each statement is, an enclosing one first.
 * Does not look beyond the report.
 */
export function resolveActors(
  report: Pick<Report, 'text' | 'outlet' | 'blocks'>,
  { names, statements }: { names: readonly Name[]; statements: readonly Statement[] },
  words: ActorWords,
): { actors: Actor[]; statements: Statement[] } {
  const cast = castOf(report, { names, statements }, words);
  const { actors, idOf } = actorsOf(report.text, cast);
  const spoken = resolveSpeakers(report, { statements, cast, idOf }, words);
  const byId = new Map<Statement['id'], Statement>();
  let before: Statement | null = null;
  for (const statement of spoken) {
    const to = inTalk(statement, spoken) ?? addressees(report, { statement, cast, idOf }, words);
    const chain = chainOf(statement, { report, cast, idOf, bodies: words.bodies, byId, before });
    const whole: Statement = { ...statement, to, chain };
    byId.set(statement.id, whole);
    if (statement.within === null) before = whole;
  }
  return { actors, statements: [...byId.values()] };
}

/** Two who take turns speak to each other. */
function inTalk(statement: Statement, statements: readonly Statement[]): Statement['to'] | null {
  if (!isTurn(statement)) return null;
  const turns = statements.filter(isTurn);
  const names = new Set(turns.map(({ speaker }) => (speaker.kind === 'named' ? speaker.name : '')));
  const other = turns.find(
    ({ speaker }) =>
      speaker.kind === 'named' &&
      statement.speaker.kind === 'named' &&
      speaker.name !== statement.speaker.name,
  );
  const [span] = other?.source ?? [];
  if (names.size !== 2 || other?.speaker.kind !== 'named' || span === undefined) return null;
  return [{ name: other.speaker.name, actor: other.speaker.actor, span }];
}

/** "Dovic: It is arithmetic.": direct words without marks behind a colon. */
function isTurn({ cue, content, kind }: Statement): boolean {
  return cue[0]?.text === ':' && kind === 'direct' && !/^["“”„«‘']/.test(content[0]?.text ?? '');
}
