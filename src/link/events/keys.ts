import type { ToldEvent } from './told-event.ts';

const DAY = 86_400_000;
/** Who has a word in common is looked for within a stretch of so many days, and those beside it. */
const STRETCH = 60;
/** Who has two words in common, within a longer one: what was put off comes back after months. */
const LONG = 240;
/** Of so many words couples are made, the first that stand there. */
const MOST_WORDS = 8;
/** The same of names that a report says first of all, whatever event of it is looked for. */
const MOST_NAMES = 5;

/**
 * By what an event is found again. Its occasion with a word that names it, a name beside it or an actor of its report, within a
 * stretch of days, and with two words that name it within a longer one; two such words alone; its days with such a word; and
 * where it is what the report says first of all, each name there within a stretch, two of them within a longer one. Whatever is
 * told beside the same two first names of a report may be one too.
 */
export function eventKeys({
  families,
  stems,
  parties,
  place,
  names,
  dates,
  isLead,
  report,
}: ToldEvent): string[] {
  const own = [...new Set([...stems, ...parties, ...place])];
  const about = [...new Set([...own, ...names])];
  const all = [...about, ...report.names];
  const [near, far] = [stretchesOf(report.published, STRETCH), stretchesOf(report.published, LONG)];
  return [
    ...[...families].flatMap((family) => [
      ...all.flatMap((word) => near.map((stretch) => `${family} ${word} ${stretch}`)),
      ...couplesOf(own).flatMap((couple) => far.map((stretch) => `${family} ${couple} ${stretch}`)),
    ]),
    ...couplesOf(own).flatMap((couple) => near.map((stretch) => `${couple} ${stretch}`)),
    ...couplesOf([...report.leadNames].slice(0, MOST_NAMES)).flatMap((couple) =>
      near.map((stretch) => `told ${couple} ${stretch}`),
    ),
    ...dates.flatMap(([first]) => about.map((word) => `${first} ${word}`)),
    ...(isLead ? all.flatMap((word) => near.map((stretch) => `first ${word} ${stretch}`)) : []),
    ...(isLead
      ? couplesOf([...names]).flatMap((couple) => far.map((stretch) => `${couple} ${stretch}`))
      : []),
  ];
}

/** Every two of the first of some words, in the order of the alphabet. */
function couplesOf(words: readonly string[]): string[] {
  const sorted = words.slice(0, MOST_WORDS).toSorted();
  return sorted.flatMap((one, nth) => sorted.slice(nth + 1).map((other) => `${one} ${other}`));
}

/** The stretch of days that a day lies in and the next one, so that neighbours share one. */
function stretchesOf(published: string | null, length: number): number[] {
  const day = published === null ? Number.NaN : Date.parse(published.slice(0, 10));
  const stretch = Number.isNaN(day) ? 0 : Math.floor(day / DAY / length);
  return [stretch, stretch + 1];
}
