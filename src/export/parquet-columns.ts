import type { SchemaElement } from 'hyparquet';
import { dateOf, daysOf, parseWhen, speakerName, titleOf } from '../record/index.ts';
import type { Span } from '../text/index.ts';
import type { Count } from './code-points.ts';
import { placeOf } from './jsonl.ts';
import { dayOf } from './published.ts';
import type { Told } from './told.ts';
import { wordsOf } from './who-words.ts';

/** A column: its elements in the schema, of which the first names it, and its value of a statement. */
export interface ParquetColumn {
  readonly elements: readonly [SchemaElement, ...SchemaElement[]];
  value(told: Told, toCodePoints: Count): unknown;
}

const text = (name: string): SchemaElement => ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8' });
const day = (name: string): SchemaElement => ({ name, type: 'INT32', converted_type: 'DATE' });
const number = (name: string): SchemaElement => ({ name, type: 'INT32' });
const always = (element: SchemaElement): SchemaElement => ({ ...element, repetition_type: 'REQUIRED' });
const perhaps = (element: SchemaElement): SchemaElement => ({ ...element, repetition_type: 'OPTIONAL' });

/** A list that is there and may be empty, in the three levels of the specification (LogicalTypes.md, “Lists”). */
const list = (
  name: string,
  ...element: readonly [SchemaElement, ...SchemaElement[]]
): ParquetColumn['elements'] => [
  { name, num_children: 1, converted_type: 'LIST', repetition_type: 'REQUIRED' },
  { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
  ...element,
];

const struct = (...fields: readonly SchemaElement[]): readonly [SchemaElement, ...SchemaElement[]] => [
  { name: 'element', num_children: fields.length, repetition_type: 'REQUIRED' },
  ...fields,
];

const SPAN = struct(
  always(text('text')),
  ...['start', 'end', 'start_code_point', 'end_code_point'].map((name) => always(number(name))),
);

const spans = (pieces: readonly Span[], toCodePoints: Count) =>
  pieces.map(({ start, end, text: words }) => ({
    text: words,
    start,
    end,
    start_code_point: toCodePoints(start),
    end_code_point: toCodePoints(end),
  }));

const column = (element: SchemaElement, value: ParquetColumn['value']): ParquetColumn => ({
  elements: [element],
  value,
});

const named = ({ statement: { speaker } }: Told) => (speaker.kind === 'named' ? speaker : null);
const known = ({ statement: { speaker } }: Told) => (speaker.kind === 'unknown' ? null : speaker);

/** The first or last day of a date in EDTF; null where it is open or no date. */
function edgeOf(value: string | undefined, edge: 'first' | 'last'): Date | null {
  const when = parseWhen(value ?? null);
  const unit = when === null ? null : (daysOf(when)?.[edge] ?? null);
  return unit === null ? null : dateOf(unit);
}

/** A row a statement: values that programs sort and group by, and the words with their places as lists. */
export const PARQUET_COLUMNS: readonly ParquetColumn[] = [
  column(always(text('statement')), ({ statement }) => statement.id),
  column(always(text('permalink')), (told) => placeOf(told)),
  column(always(text('mode')), ({ statement }) => statement.mode),
  column(always(text('kind')), ({ statement }) => statement.kind),
  column(always(text('act')), ({ statement }) => statement.act),
  column(always({ name: 'negated', type: 'BOOLEAN' }), ({ statement }) => statement.negated),
  column(perhaps(text('speaker')), ({ statement }) => speakerName(statement)),
  column(always(text('speaker_kind')), ({ statement }) => statement.speaker.kind),
  column(perhaps(text('speaker_how')), (told) => known(told)?.how),
  column(perhaps(text('speaker_by')), (told) => known(told)?.by),
  column(perhaps(text('speaker_actor')), (told) => named(told)?.actor),
  column(perhaps(text('speaker_role')), (told) => named(told)?.role),
  column(perhaps(text('speaker_affiliation')), (told) => named(told)?.affiliation),
  column(perhaps(text('speaks_for')), (told) => known(told)?.speaksFor?.name),
  {
    elements: list('to', always(text('element'))),
    value: ({ statement }) => statement.to.map(({ name }) => name),
  },
  column(always(text('words')), (told) => wordsOf(told)),
  ...(['source', 'cue', 'content'] as const).map(
    (name): ParquetColumn => ({
      elements: list(name, ...SPAN),
      value: ({ statement }, toCodePoints) => spans(statement[name], toCodePoints),
    }),
  ),
  column(perhaps(text('said')), ({ statement }) => statement.said?.value),
  column(perhaps(day('said_first')), ({ statement }) => edgeOf(statement.said?.value, 'first')),
  column(perhaps(day('said_last')), ({ statement }) => edgeOf(statement.said?.value, 'last')),
  column(perhaps(text('venue')), ({ statement }) => statement.venue?.text),
  column(perhaps(text('doubt')), ({ statement }) => statement.doubt?.text),
  {
    elements: list(
      'chain',
      ...struct(always(number('step')), always(text('name')), always(text('relation'))),
    ),
    value: ({ statement }) => statement.chain.map(({ step, name, relation }) => ({ step, name, relation })),
  },
  column(perhaps(text('within')), ({ statement }) => statement.within),
  column(perhaps(text('event')), ({ statement }) => statement.event),
  column(always({ name: 'confidence', type: 'DOUBLE' }), ({ statement }) => statement.confidence),
  column(always({ name: 'decided', type: 'BOOLEAN' }), ({ decided }) => decided !== null),
  column(always(text('report')), ({ report }) => report.id),
  column(perhaps(text('report_url')), ({ report }) => report.url),
  column(perhaps(text('report_outlet')), ({ report }) => report.outlet),
  column(always(text('report_title')), ({ report }) => titleOf(report)),
  column(perhaps(text('report_byline')), ({ report }) => report.byline),
  column(perhaps(text('report_published')), ({ report }) => report.published),
  column(perhaps(day('report_day')), ({ report }) => dayOf(report)),
  column(perhaps(text('report_language')), ({ report }) => report.language),
  column(always(text('report_snapshot')), ({ report }) => report.snapshot),
];
