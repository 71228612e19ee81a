import { csvLine, STATEMENT_COLUMNS } from '../record/index.ts';
import type { Format, Told } from './told.ts';

/** The names of the columns (RFC 4180, section 2.3). */
export const csvHeader = (): string => csvLine(STATEMENT_COLUMNS.map(({ name }) => name));

export const csvRow = ({ statement, report }: Pick<Told, 'statement' | 'report'>): string =>
  csvLine(STATEMENT_COLUMNS.map((column) => column.cell(statement, report)));

/** A row a statement. */
export const csv: Format = {
  open: csvHeader(),
  between: '',
  close: '',
  entries: ({ statements }) => statements.map(csvRow),
};
