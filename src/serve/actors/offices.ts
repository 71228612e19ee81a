import type { OfficeTold } from '../../ledger/index.ts';
import { gathered, wordingOf } from './wordings.ts';

/** An office that somebody held, whatever its reports call it. */
export interface Office {
  /** In the words that tell most of it. */
  readonly words: string;
  /** From the first to the last day of publication on which a report gives it; null where none is dated. */
  readonly first: string | null;
  readonly last: string | null;
  readonly reports: number;
  /** Each time that a report gives it, in the order of publication. */
  readonly told: readonly OfficeTold[];
}

/** The same office said six ways is one with six sources, the one that was told of last first. */
export function officesHeld(told: readonly OfficeTold[]): readonly Office[] {
  return gathered(told, ({ title, of }) => wordingOf(title, of))
    .map(({ fullest, all }) => {
      const days = all.flatMap(({ report }) => report.published?.slice(0, 10) ?? []).toSorted();
      return {
        words: officeWords(fullest),
        first: days[0] ?? null,
        last: days.at(-1) ?? null,
        reports: new Set(all.map(({ report }) => report.id)).size,
        told: all,
      };
    })
    .toSorted((a, b) => (b.last ?? '').localeCompare(a.last ?? '') || b.reports - a.reports);
}

/** An office with its body: "President of Ostrey", "spokeswoman, foreign ministry". */
export function officeWords({ title, of }: Pick<OfficeTold, 'title' | 'of'>): string {
  if (of === null) return title;
  return /^\p{Lu}/u.test(of) || of.startsWith('the ') ? `${title} of ${of}` : `${title}, ${of}`;
}
