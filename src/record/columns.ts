import type { z } from 'zod';
import { report } from './report.ts';
import { statement } from './statement.ts';
import type { Report, Statement } from './types.ts';

/** A column of the CSV of statements: its name, its label and purpose (both from the schema), and how a cell is filled. */
export interface Column {
  readonly name: string;
  readonly label: string;
  readonly purpose: string;
  cell(statement: Statement, report: Pick<Report, ReportField>): string;
}

type ReportField = 'id' | 'url' | 'outlet' | 'headline' | 'published' | 'snapshot';
type StatementField = keyof typeof statement.shape;

const REPORT_FIELDS = [
  'id',
  'url',
  'outlet',
  'headline',
  'published',
  'snapshot',
] as const satisfies ReportField[];

const described = (name: string, schema: z.ZodType) => {
  const { title = name, description = '' } = schema.meta() ?? {};
  return { name, label: title, purpose: description };
};

const ofStatement = (name: StatementField): Column => ({
  ...described(name, statement.shape[name]),
  cell: (entry) => csvCell(entry[name]),
});

const ofReport = (name: ReportField): Column => ({
  ...described(name === 'id' ? 'report' : `report_${name}`, report.shape[name]),
  cell: (_, entry) => csvCell(entry[name]),
});

/** One row a statement: every field of the schema, then where it stands and the report's own fields. */
export const STATEMENT_COLUMNS: readonly Column[] = [
  ...(Object.keys(statement.shape) as StatementField[]).map(ofStatement),
  {
    name: 'span',
    label: 'Span',
    purpose: 'Where the content stands in the report’s text, piece by piece: start-end, half open.',
    cell: (entry) => entry.content.map(({ start, end }) => `${start}-${end}`).join(' '),
  },
  {
    name: 'speaks_for',
    label: 'Speaks for',
    purpose:
      'On whose behalf the speaker speaks by office, by name; how that is known is in the speaker’s cell.',
    cell: ({ speaker }) => csvCell(speaker.kind === 'unknown' ? null : speaker.speaksFor?.name),
  },
  ...REPORT_FIELDS.map(ofReport),
];

/** Rows in RFC 4180 form, with a header; a cell that a spreadsheet would run as a formula is quoted with an apostrophe. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\r\n`;
}

/** A cell of a CSV; what a spreadsheet would take for a formula begins with an apostrophe. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  if (Array.isArray(value) && value.every((item) => typeof item?.text === 'string' && 'start' in item))
    return csvCell(value.map((item) => item.text).join(' … '));
  return typeof value === 'object'
    ? Array.isArray(value) && value.length === 0
      ? ''
      : JSON.stringify(value)
    : String(value);
}
