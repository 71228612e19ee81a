import type { EventTitle, LinkedEvent } from '../../record/index.ts';
import { foldedWords, type Range, spanOf } from '../../text/index.ts';
import type { LinkWords } from '../words.ts';
import { calm } from './calm.ts';
import { type Clause, clauseAt } from './clause.ts';
import { type Naming, namingIn, type Scene } from './naming.ts';
import { nameIn } from './parties.ts';
import type { ToldEvent } from './told-event.ts';

const GAP = ' … ';

/**
 * What a person would call an event: the phrase by which a report names it that says most of what most reports take it for, or
 * where none names it the clause that tells it, with whoever does it: that is an occasion too where people meet, visit or are to protest together. The words of one report, and nothing besides. Its reports
 * in the order of publication.
 */
export function titleOf(
  own: readonly ToldEvent[],
  { place }: Pick<LinkedEvent, 'place'>,
  words: LinkWords,
): Pick<LinkedEvent, 'title' | 'kind'> {
  const named = own.flatMap((told) =>
    told.event.spans.flatMap((span) => {
      const naming = namingIn(span, sceneOf(told, place), words);
      return naming === null ? [] : [{ told, naming, names: namesIn(told, naming) }];
    }),
  );
  const best = fullest(named);
  if (best !== undefined)
    return { title: titled(best.told, { pieces: [best.naming], form: 'name' }, words), kind: 'occasion' };
  const clauses = own.flatMap((told) =>
    told.event.spans.map((span) => {
      const participants = told.event.participants.filter((one) => nameIn(told, one, words) !== null);
      return { told, span, clause: clauseAt(span, { scene: sceneOf(told, place), participants }, words) };
    }),
  );
  const [told] = clauses.toSorted((a, b) => WHO[a.clause.who] - WHO[b.clause.who]);
  if (told === undefined) return { title: null, kind: 'deed' };
  const isOccasion = clauses.some(
    ({ told: { event, report }, span }) =>
      (event.type === 'CONSULT' || (event.type === 'PROTEST' && event.time !== 'past')) &&
      foldedWords(report.text, span).some(({ form }) => words.familyOf(form) !== null),
  );
  return {
    title: titled(told.told, { ...told.clause, form: 'clause' }, words),
    kind: isOccasion ? 'occasion' : 'deed',
  };
}

const WHO: Readonly<Record<Clause['who'], number>> = { named: 0, told: 1, 'not told': 2 };

/** Of the phrases for what most reports take it for the one that says most, of equals the first told. */
function fullest<T extends { readonly naming: Naming; readonly names: number }>(
  named: readonly T[],
): T | undefined {
  const known = named.filter(({ naming }) => naming.family !== null);
  const groups = [...Map.groupBy(known.length > 0 ? known : named, ({ naming }) => naming.family).values()];
  const [most] = groups.toSorted((a, b) => b.length - a.length);
  return most?.toSorted((a, b) => b.naming.fullness + b.names - a.naming.fullness - a.names)[0];
}

/** How many of those who take part a phrase names: that tells more than another word. */
function namesIn({ report, event }: ToldEvent, { start, end }: Range): number {
  const words = report.text.slice(start, end);
  return event.participants.filter(({ actor, name }) => actor !== null && words.includes(name)).length;
}

const sceneOf = ({ report, event, taken }: ToldEvent, place: string | null): Scene => ({
  report,
  times: taken.record.times,
  place: event.place && { ...event.place.span, stands: event.place.name === place },
});

/** Words of a report as a title; a clause that does not say who begins within its sentence. */
function titled(
  { report }: ToldEvent,
  { pieces, form, who = 'told' }: Pick<EventTitle, 'form'> & Pick<Clause, 'pieces'> & Partial<Clause>,
  words: LinkWords,
): EventTitle {
  const told = pieces.map((piece) => calm(report, piece, words)).join(GAP);
  const range = { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 };
  const text =
    who === 'not told' ? `${GAP.trimStart()}${told}` : `${told.charAt(0).toUpperCase()}${told.slice(1)}`;
  return { text, form, report: report.id, span: spanOf(report.text, range) };
}
