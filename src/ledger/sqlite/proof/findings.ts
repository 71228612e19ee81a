import type { Kysely } from 'kysely';
import { faultsIn, type Report, type ReportRecord, visitSpans } from '../../../record/index.ts';
import { holds } from '../../../text/index.ts';
import { overlayOf } from '../../overlay.ts';
import { digestOfRows, FINDINGS, rowsOf } from '../derive.ts';
import { decisionsOn } from '../on-statements.ts';
import { toActor, toEvent, toFlag, toStatement, toTime } from '../rows.ts';
import type { Tables } from '../tables.ts';
import type { Told } from './told.ts';

type Table = (typeof FINDINGS)[number];

/** A row as it is stored: its JSON, its place among its kind, and whatever columns it is asked for by. */
interface Row {
  readonly body: string;
  readonly place: number;
  /** 1 of an actor who speaks by a decision alone, which no analyser found. */
  readonly is_decided?: number;
  readonly [column: string]: unknown;
}

const READ = {
  statement: (id: string, body: string) => toStatement({ id, body }),
  actor: (id: string, body: string) => toActor({ id, body }),
  flag: (kind: string, body: string) => toFlag({ kind, body }),
  event: (id: string, body: string) => toEvent({ id, body }),
  time: (what: string, body: string) => toTime({ body }, what),
} as const;

/**
 * Proves what was found in one report: the digest that its last visit tells, that every column is what is written for the
 * record, and that the record keeps the contract. Older versions, whose visits tell no digest, did not promise the contract
 * but for the spans: what breaks it then is no tampering. Gives how many statements and spans were compared.
 */
export async function proveFindings(
  db: Kysely<Tables>,
  {
    number,
    day,
    report,
    digest,
  }: { number: number; day: string; report: Report; digest: string | null | undefined },
  told: Told,
): Promise<{ statements: number; spans: number }> {
  const rows = await told.attempt(report.id, () => rowsIn(db, number));
  if (rows === null) return { statements: 0, spans: 0 };
  const analyser = await analyserOf(db, number);
  if (analyser === null) told.fail(report.id, 'nothing says who analysed it');
  else if (typeof digest === 'string' && digestOfRows(analyser, rows) !== digest)
    told.fail(report.id, 'what was found in it is not what its visit says');
  const record: ReportRecord = {
    report,
    statements: await parsed('statement'),
    actors: await parsed('actor'),
    flags: await parsed('flag'),
    events: await parsed('event'),
    times: await parsed('time'),
  };
  const decisions = await told.attempt(report.id, async () =>
    (await decisionsOn(db, [report.id])).get(report.id),
  );
  const overlay = overlayOf(record, decisions ?? []);
  proveColumns(rowsOf({ report: number, day }, record, overlay), { rows, report }, told);
  if (rows.actor.length > record.actors.length + overlay.actors.length)
    told.fail(report.id, 'it has actors that neither its record nor a decision gives');
  for (const fault of faultsIn(record))
    if (typeof digest === 'string') told.fail(report.id, fault);
    else told.leave(report.id, `${fault}; an older version found it: add the report again`);
  return { statements: rows.statement.length, spans: proveSpans(record, told) };

  async function parsed<T extends Table>(table: T): Promise<ReturnType<(typeof READ)[T]>[]> {
    const whole: unknown[] = [];
    for (const row of rows?.[table] ?? []) {
      if (row.is_decided === 1) continue;
      const what = nameOf(report, { table, row });
      const read = await told.attempt(what, () => READ[table](what, row.body));
      if (read !== null) whole.push(read);
    }
    return whole as ReturnType<(typeof READ)[T]>[];
  }
}

const nameOf = ({ id }: Report, { table, row }: { table: Table; row: Row }) =>
  table === 'statement' ? String(row.id) : `${id} ${table} ${row.place}`;

async function rowsIn(db: Kysely<Tables>, report: number): Promise<Record<Table, Row[]>> {
  const rows: Record<Table, Row[]> = { statement: [], actor: [], flag: [], event: [], time: [] };
  for (const table of FINDINGS)
    rows[table] = await db
      .selectFrom(table)
      .selectAll()
      .where('report', '=', report)
      .orderBy('place')
      .execute();
  return rows;
}

async function analyserOf(db: Kysely<Tables>, report: number): Promise<string | null> {
  const row = await db
    .selectFrom('analysis')
    .select('analyser')
    .where('report', '=', report)
    .executeTakeFirst();
  return row?.analyser ?? null;
}

/** The JSON of what was found is the digest's part; of what people decided there is none. */
const isProved = (column: string, { is_decided }: Row) => column !== 'body' || is_decided === 1;

/** Every column is what is written for the record that the rows hold; the JSON itself, whose keys may be in another order, is the digest's part. */
function proveColumns(
  expected: ReturnType<typeof rowsOf>,
  { rows, report }: { rows: Record<Table, Row[]>; report: Report },
  told: Told,
): void {
  for (const table of FINDINGS)
    for (const [index, wanted] of expected[table].entries()) {
      const row = rows[table][index];
      if (row === undefined || rows[table].length !== expected[table].length) continue;
      for (const [column, value] of Object.entries(wanted))
        if (isProved(column, row) && row[column] !== value)
          told.fail(nameOf(report, { table, row }), `the column ${column} is not what its record gives`);
    }
}

/** Every span's characters are the report's. Gives how many there are. */
function proveSpans({ report, ...derived }: ReportRecord, told: Told): number {
  let spans = 0;
  for (const [kind, entries] of Object.entries(derived))
    for (const [index, entry] of entries.entries())
      visitSpans(entry, (span, path) => {
        spans++;
        const what = 'id' in entry ? entry.id : `${report.id} ${kind} ${index}`;
        if (!holds(report.text, span)) told.fail(what, `${path()} is not in the report: "${span.text}"`);
        return true;
      });
  return spans;
}
