import type { Rendition } from './rendition.ts';

/** The day on which something was said, as most reports tell that name a day; what names a week or a month dates nothing. */
export function sayingDay(own: readonly Rendition[]): string | null {
  const days = own.flatMap(({ said }) => (said === null || said.first !== said.last ? [] : [said.first]));
  const counted = [...Map.groupBy(days, (day) => day)].toSorted(
    (a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1),
  );
  return counted[0]?.[0] ?? null;
}
