import type { Taken } from '../taken.ts';
import type { LinkWords } from '../words.ts';
import { mediumWords } from './medium-words.ts';

/** Those whose copy a report is, or says that it has used. */
export function creditsOf({ record: { report } }: Taken, words: LinkWords): string[] {
  const credited = report.blocks
    .filter(({ start, end }) => end - start < LINE)
    .flatMap(({ start, end }) => [...report.text.slice(start, end).matchAll(mediumWords(words).credit)])
    .flatMap(([, ...names]) => names.filter((name) => name !== undefined));
  return report.agency === null ? credited : [report.agency, ...credited];
}

const LINE = 120;
