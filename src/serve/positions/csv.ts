import { csvLine, permalinkOf, writeDay } from '../../record/index.ts';
import { type AskedOfIssue, isAsked } from './asked.ts';
import { holderOf } from './courses.ts';
import type { PositionRow } from './rows.ts';
import type { Picture, Told } from './told.ts';

/** The first five are what Discourse Network Analyzer takes of a statement; its agreement is 1 or 0, and has no third. */
const COLUMNS = [
  'date',
  'person',
  'organization',
  'concept',
  'agreement',
  'stance',
  'was',
  'condition',
  'words',
  'said',
  'published',
  'outlet',
  'headline',
  'rule',
  'decided_by',
  'holder',
  'statement',
  'place',
];

const AGREEMENT = { for: '1', against: '0', conditional: '', unclear: '' };

/** Positions on several issues as a table, in the order in which they are given. */
export const rowsCsv = (rows: readonly PositionRow[]): string =>
  [COLUMNS, ...rows.map(({ issue, told, was }) => cells(told, issue.proposition, was ?? ''))]
    .map(csvLine)
    .join('');

/** A row for each statement that shows a position that is asked for, in the order of days. */
export function positionsCsv(proposition: string, { told, turns }: Picture, asked: AskedOfIssue): string {
  const was = new Map(turns.map(({ change, after }) => [after, change.from]));
  const rows = told.filter((one) => isAsked(one, asked));
  return [COLUMNS, ...rows.map((one) => cells(one, proposition, was.get(one) ?? ''))].map(csvLine).join('');
}

function cells({ position, statement, report, day }: Told, proposition: string, was: string): string[] {
  const { name, for: body, stance, condition, rule, decided } = position;
  const [place] = statement.content;
  return [
    day === null ? '' : writeDay(day),
    name,
    body ?? '',
    proposition,
    AGREEMENT[stance],
    stance,
    was,
    condition?.text ?? '',
    statement.content.map(({ text }) => text).join(' … '),
    statement.said?.value ?? '',
    report.published ?? '',
    report.outlet ?? '',
    report.headline ?? '',
    rule,
    decided?.by ?? '',
    holderOf(position),
    statement.id,
    place === undefined ? '' : permalinkOf(report.id, place),
  ].map(harmless);
}

/** A cell that a spreadsheet would run as a formula is quoted with an apostrophe. */
export const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
