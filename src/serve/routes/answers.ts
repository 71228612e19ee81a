import type { Context } from 'hono';
import type { KeptReport } from '../../ledger/index.ts';

/** The id at the end of a page's address, or of its data's. */
export const named = (context: Context): string => (context.req.param('id') ?? '').replace(/\.json$/, '');

/** A page's data; of a list with the address at which it goes on, null at its end (RFC 8288 for the header). */
export function data(context: Context, body: unknown, next?: string | null): Response {
  if (typeof next === 'string') context.header('link', `<${next}>; rel="next"`);
  return context.json(next === undefined ? { data: body } : { data: body, next });
}

/** The record as `onrecord read --json` has it, with what the ledger knows beside it. */
export function record({
  report,
  statements,
  events,
  times,
  actors,
  flags,
  version,
  versions: _,
  ...kept
}: KeptReport) {
  return { record: { report, statements, events, times, actors, flags }, version, ...kept };
}

export const pagesOf = (total: number, each: number): number => Math.max(1, Math.ceil(total / each));

/** Which page of a list is asked for, of those that there are. */
export function pageNumber(context: Context, last: number): number {
  return Math.min(Math.max(1, Number.parseInt(context.req.query('page') ?? '1', 10) || 1), last);
}
