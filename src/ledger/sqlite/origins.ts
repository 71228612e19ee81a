import type { Kysely } from 'kysely';
import { type Origin, origin, type Segment } from '../../record/index.ts';
import { parsed } from './rows.ts';
import type { Tables } from './tables.ts';

/** An origin as it is stored: four numbers a segment in place of four names. */
export function packOrigin({ segments, ...rest }: Origin): string {
  return JSON.stringify({
    ...rest,
    segments: segments.flatMap(({ start, end, from, to }) => [start, end, from, to]),
  });
}

/** The origin of the report `id` as it was stored; anything else is a damaged ledger. */
export function unpackOrigin(body: string, id: string): Origin {
  return parsed(`the origin of ${id}`, () => {
    const { segments, ...rest } = JSON.parse(body) as { segments: number[] };
    const whole: Segment[] = [];
    for (let at = 0; at < segments.length; at += 4) {
      const [start = 0, end = 0, from = 0, to = 0] = segments.slice(at, at + 4);
      whole.push({ start, end, from, to });
    }
    return origin.parse({ ...rest, segments: whole });
  });
}

/** How a report came out of its page; null where it is the whole of a text, or there is no such report. */
export async function originOf(db: Kysely<Tables>, id: string): Promise<Origin | null> {
  const row = await db
    .selectFrom('origin')
    .innerJoin('report', 'report.number', 'origin.report')
    .select('origin.body')
    .where('report.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : unpackOrigin(row.body, id);
}
