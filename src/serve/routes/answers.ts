import type { Context } from 'hono';
import type { KeptReport } from '../../ledger/index.ts';

/** The id at the end of a page's address, or of its data's. */
export const named = (context: Context): string => (context.req.param('id') ?? '').replace(/\.json$/, '');

/** A page's data. */
export function data(context: Context, body: unknown): Response {
  return context.json({ data: body });
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
