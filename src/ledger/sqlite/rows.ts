import { z } from 'zod';
import {
  type Actor,
  actor,
  type Decision,
  decision,
  type Event,
  event,
  Fault,
  type Flag,
  FORMATS,
  flag,
  type Report,
  report,
  type Statement,
  statement,
  type Time,
  time,
} from '../../record/index.ts';
import { type DecidedStatement, isOnStatement } from '../decisions.ts';
import type { ReportLine } from '../port.ts';
import type { Tables } from './tables.ts';

/** What is read from disk is parsed like anything from outside; what does not fit is a damaged ledger. */
export function parsed<T>(what: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    throw new Fault(
      'damaged-ledger',
      `expected ${what} as it was written, found something else: run onrecord verify --all`,
      { cause },
    );
  }
}

export function toReport({ id, body, text }: Pick<Tables['report'], 'id' | 'body' | 'text'>): Report {
  return parsed(id, () => report.parse({ ...(JSON.parse(body) as object), text }));
}

export function toStatement({ id, body }: Pick<Tables['statement'], 'id' | 'body'>): Statement {
  return parsed(id, () => statement.parse(JSON.parse(body)));
}

/** A statement as it stands by what people decided. */
export const toStatementNow = ({
  id,
  body,
  now,
}: Pick<Tables['statement'], 'id' | 'body' | 'now'>): Statement => toStatement({ id, body: now ?? body });

const decided = z.strictObject({
  status: z.enum(['accepted', 'corrected', 'rejected']),
  decisions: z.array(decision),
});

/** What people decided on a statement, and how it was read; null where nobody did. */
export function toDecided(
  row: Pick<Tables['statement'], 'id' | 'body' | 'decided'>,
): DecidedStatement | null {
  if (row.decided === null) return null;
  const { status, decisions } = parsed(row.id, () => decided.parse(JSON.parse(row.decided ?? '')));
  const told: readonly Decision[] = decisions;
  return { status, decisions: told.filter(isOnStatement), found: toStatement(row) };
}

export function toActor({ id, body }: Pick<Tables['actor'], 'id' | 'body'>): Actor {
  return parsed(id, () => actor.parse(JSON.parse(body)));
}

export function toFlag({ kind, body }: Pick<Tables['flag'], 'kind' | 'body'>): Flag {
  return parsed(kind, () => flag.parse(JSON.parse(body)));
}

export function toEvent({ id, body }: Pick<Tables['event'], 'id' | 'body'>): Event {
  return parsed(id, () => event.parse(JSON.parse(body)));
}

export function toTime({ body }: Pick<Tables['time'], 'body'>, what: string): Time {
  return parsed(what, () => time.parse(JSON.parse(body)));
}

export function toFormat(format: string): (typeof FORMATS)[number] {
  const known = FORMATS.find((name) => name === format);
  if (known === undefined)
    throw new Fault('damaged-ledger', `expected a format (${FORMATS.join(', ')}), found "${format}"`);
  return known;
}

/** The columns of a list of reports. */
export const LINE = ['id', 'outlet', 'published', 'headline', 'added', 'version'] as const;

type LineRow = Pick<Tables['report'], (typeof LINE)[number]> & { opening: string; statements: number };

export function toLine(row: LineRow): ReportLine {
  return { ...row, id: parsed(row.id, () => report.shape.id.parse(row.id)) };
}
