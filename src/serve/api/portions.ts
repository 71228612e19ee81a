import type { Context } from 'hono';
import { invalid } from '../problem.ts';
import { pageNumber } from '../routes/answers.ts';
import { wantsData } from '../routes/wants-data.ts';
import { type Cursor, cursorIn, cursorText } from './cursor.ts';
import { type Lines, type List, placeBehind } from './onward.ts';

/** So many lines a program may ask for at once. */
export const MOST_AT_ONCE = 200;

/** Behind how many lines a portion of a list stands, and the address at which the list goes on; null at its end. */
export interface Place {
  readonly offset: number;
  readonly next: string | null;
}

const MOST_PAGES = 1000;

type Answer = Response | Promise<Response>;

/**
 * Answers with the portion of a list that is asked for: `page` begins at a page, and of data `cursor` goes on behind a line and
 * `limit` says how many lines. What is wrong with them is told.
 */
export async function withPortion<Line, Found extends Lines<Line>>(
  context: Context,
  {
    each,
    last: lastPage = MOST_PAGES,
    ...list
  }: List<Line, Found> & { readonly each: number; readonly last?: number },
  answer: (portion: Found & Place) => Answer,
): Promise<Response> {
  const limit = limitIn(context, each);
  if (limit === null) return await noLimit(context);
  const asked = askedIn(context);
  if (asked === null) return await noCursor(context);
  const offset =
    asked === undefined ? (pageNumber(context, lastPage) - 1) * each : await placeBehind(list, asked);
  if (offset === null) return await noCursor(context);
  const found = await list.ask({ offset, limit: limit + 1 });
  const lines = found.lines.slice(0, limit);
  const last = lines.at(-1);
  const isMore = found.lines.length > limit && last !== undefined;
  const next = isMore
    ? onwardTo(context, { offset: offset + lines.length, behind: list.nameOf(last) })
    : null;
  return await answer({ ...found, lines, offset, next });
}

/** The same for a list that a ledger itself goes on with behind a name. */
export async function withFollowing<Line>(
  context: Context,
  {
    each,
    ask,
    nameOf,
  }: {
    readonly each: number;
    readonly ask: (part: { limit: number; behind: string | null }) => Promise<readonly Line[] | null>;
    readonly nameOf: (line: Line) => string;
  },
  answer: (portion: { lines: readonly Line[]; behind: string | null; next: string | null }) => Answer,
): Promise<Response> {
  const limit = limitIn(context, each);
  if (limit === null) return await noLimit(context);
  const asked = askedIn(context);
  if (asked === null) return await noCursor(context);
  const found = await ask({ limit: limit + 1, behind: asked?.behind ?? null });
  if (found === null) return await noCursor(context);
  const lines = found.slice(0, limit);
  const last = lines.at(-1);
  const isMore = found.length > limit && last !== undefined;
  return await answer({
    lines,
    behind: asked?.behind ?? null,
    next: isMore ? onwardTo(context, { offset: 0, behind: nameOf(last) }) : null,
  });
}

/** The address of what is asked for, with another place to go on from. */
export function onwardTo(context: Context, cursor: Cursor): string {
  const { pathname, searchParams } = new URL(context.req.url);
  searchParams.delete('page');
  searchParams.set('cursor', cursorText(cursor));
  return `${pathname}?${searchParams}`;
}

/** The page on which a portion begins. */
export const numberOf = ({ offset }: Place, each: number): number => Math.floor(offset / each) + 1;

/** Undefined where nothing is asked for, null for what is no cursor. */
function askedIn(context: Context): Cursor | null | undefined {
  const text = wantsData(context) ? (context.req.query('cursor') ?? '') : '';
  return text === '' ? undefined : cursorIn(text);
}

/** How many lines are asked for; null for no such number. */
function limitIn(context: Context, each: number): number | null {
  const text = wantsData(context) ? (context.req.query('limit') ?? '') : '';
  if (text === '') return each;
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= MOST_AT_ONCE ? limit : null;
}

const noLimit = (context: Context): Answer =>
  invalid(context, 'No such number', { limit: `expected a number from 1 to ${MOST_AT_ONCE}` });

const noCursor = (context: Context): Answer =>
  invalid(context, 'No such cursor', {
    cursor: 'expected the cursor of an answer to this question; where its list has changed much, begin again',
  });
