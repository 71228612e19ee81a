import type { Actor, Report, Statement } from '../../record/index.ts';
import type { Name } from '../tag/index.ts';
import { actorsOf, castOf } from './cast.ts';
import type { ActorWords } from './reading.ts';
import { resolveSpeakers } from './speakers.ts';

export type { ActorWords } from './reading.ts';

/**
 * Takes a report's names and statements, in the order of the text. Gives the actors, and the statements with their
 * speakers: first everybody who has a name, with short forms joined to long ones and roles to names; then each source by
 * the first sieve that answers. Does not look beyond the report.
 */
export function resolveActors(
  report: Pick<Report, 'text' | 'outlet'>,
  { names, statements }: { names: readonly Name[]; statements: readonly Statement[] },
  words: ActorWords,
): { actors: Actor[]; statements: Statement[] } {
  const cast = castOf(report, { names, statements }, words);
  const { actors, idOf } = actorsOf(report.text, cast);
  return { actors, statements: resolveSpeakers(report, { statements, cast, idOf }, words) };
}
