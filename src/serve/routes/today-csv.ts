import type { NewlySaid } from '../../ledger/index.ts';
import { csvCell, csvLine } from '../../record/index.ts';
import { reportPath, utterancePath } from '../pages/words.ts';

const COLUMNS = [
  'day',
  'came',
  'utterance',
  'speakers',
  'words',
  'said',
  'outlets',
  'root',
  'root_kind',
  'outlet',
  'published',
  'headline',
  'page',
  'report',
];

/** What was newly said as a table, each act of saying a row, in the order of the page. */
export const newlySaidCsv = (said: readonly NewlySaid[]): string =>
  [COLUMNS, ...said.map(cells)].map((row) => csvLine(row.map(csvCell))).join('');

function cells({ utterance, day, came, first }: NewlySaid): (string | number | null | undefined)[] {
  const { id, speakers, words, said, outlets, root } = utterance;
  return [
    day,
    came,
    id,
    speakers.map(({ name }) => name).join('; '),
    words,
    said,
    outlets,
    root.name,
    root.kind,
    first?.outlet,
    first?.published,
    first?.headline,
    utterancePath(id),
    first === null ? null : reportPath(first.id),
  ];
}
