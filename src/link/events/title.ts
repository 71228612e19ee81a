import type { LinkedEvent } from '../../record/index.ts';
import type { Name, Told } from './calling.ts';
import type { ToldEvent } from './told-event.ts';

/**
 * What a person would call an event: the phrase by which a report names it that says most of what most reports take it for, or
 * where none names it the clause that tells it, with whoever does it: that is an occasion too where people meet, visit or are to
 * protest together. The words of one report, and nothing besides. Its reports in the order of publication, and the place that
 * stands.
 */
export function titleOf(
  own: readonly ToldEvent[],
  place: string | null,
): Pick<LinkedEvent, 'title' | 'kind'> {
  const called = own.map(({ event, callings: { stands, elsewhere } }) =>
    elsewhere === null || event.place === place ? stands : elsewhere,
  );
  const best = fullest(called.flatMap(({ names }) => names));
  if (best !== undefined) return { title: best.title, kind: 'occasion' };
  const clauses = called.flatMap((one) => one.clauses);
  const [told] = clauses.toSorted((a, b) => WHO[a.who] - WHO[b.who]);
  return {
    title: told?.title ?? null,
    kind: clauses.some(({ isOccasion }) => isOccasion) ? 'occasion' : 'deed',
  };
}

const WHO: Readonly<Record<Told['who'], number>> = { named: 0, told: 1, 'not told': 2 };

/** Of the phrases for what most reports take it for the one that says most, of equals the first told. */
function fullest(named: readonly Name[]): Name | undefined {
  const known = named.filter(({ family }) => family !== null);
  const groups = [...Map.groupBy(known.length > 0 ? known : named, ({ family }) => family).values()];
  const [most] = groups.toSorted((a, b) => b.length - a.length);
  return most?.toSorted((a, b) => b.fullness - a.fullness)[0];
}
