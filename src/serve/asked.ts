import type { Order, Search } from '../ledger/index.ts';
import { ACTS, KINDS, periodOf } from '../record/index.ts';
import type { Question } from './question.ts';

/** The fields of the form that asks for statements, by their names in addresses. */
export const FIELDS = [
  'q',
  'by',
  'for',
  'to',
  'root',
  'act',
  'kind',
  'outlet',
  'when',
  'held',
  'exact',
  'order',
] as const;
export type Field = (typeof FIELDS)[number];
export const ORDERS = ['best', 'newest', 'oldest'] as const satisfies readonly Order[];
const LONGEST: Partial<Record<Field, number>> = { q: 1000 };
const LONGEST_FILTER = 200;
/** So many values of a list are named where one is wrong. */
const MOST_NAMED = 4;

/** What was typed into the form, '' where nothing was. */
export type Filled = Readonly<Record<Field, string>>;

/** A form as it was filled, what it asks, and what is wrong with a field. */
export interface AskedForm {
  readonly filled: Filled;
  readonly search: Search;
  readonly faults: Readonly<Partial<Record<Field, string>>>;
}

/** Reads a form out of an address. What is wrong is told, and what was typed is kept. */
export function askedIn(query: Readonly<Record<string, string>>): AskedForm {
  const typed = (field: Field) => (Object.hasOwn(query, field) ? (query[field] ?? '').trim() : '');
  const filled = Object.fromEntries(FIELDS.map((field) => [field, typed(field)])) as Filled;
  const { q: words, by, for: behind, to, root, outlet } = filled;
  const when = filled.when === '' ? undefined : periodOf(filled.when);
  return {
    filled,
    search: {
      words: filled.exact === '1' ? asPhrase(words) : words,
      by: by || undefined,
      for: behind || undefined,
      to: to || undefined,
      root: root || undefined,
      act: ACTS.find((one) => one === filled.act),
      kind: KINDS.find((one) => one === filled.kind),
      outlet: outlet || undefined,
      held: filled.held === '1',
      when: when ?? undefined,
      order: ORDERS.find((one) => one === filled.order),
    },
    faults: faultsIn(filled, when === null),
  };
}

function faultsIn(filled: Filled, isNoTime: boolean): Partial<Record<Field, string>> {
  const faults: Partial<Record<Field, string>> = {};
  if (isNoTime) faults.when = 'expected a date such as 2031-05-12, 2031-05, 2031 or 2031-05-12/2031-06-30';
  for (const [field, list] of [
    ['act', ACTS],
    ['kind', KINDS],
    ['order', ORDERS],
  ] as const)
    if (filled[field] !== '' && list.every((one) => one !== filled[field]))
      faults[field] =
        `expected one of ${list.slice(0, MOST_NAMED).join(', ')}${list.length > MOST_NAMED ? ' …' : ''}`;
  for (const field of FIELDS) {
    const most = LONGEST[field] ?? LONGEST_FILTER;
    if (filled[field].length > most) faults[field] = `expected at most ${most} characters`;
  }
  return faults;
}

/** Words as one phrase. */
const asPhrase = (words: string): string => `"${words.replace(/["“”„«»]/g, ' ').trim()}"`;

const WHOLE = /^["“”„«»]([^"“”„«»]*)["“”„«»]$/;

/** The words that are asked for as a quotation: where they stand in quotation marks as a whole, or are said to be one. */
export function quotationIn({ q, exact }: Filled): string | null {
  const words = exact === '1' ? q : (WHOLE.exec(q)?.[1] ?? '');
  return /[\p{L}\p{N}]/u.test(words) ? words : null;
}

/** So many words that no statement has together may be a quotation that somebody remembers otherwise. */
const LEAST_QUOTED = 5;

/** A line without marks that may be a quotation; null where it is too short. */
export function perhapsQuotation({ q }: Filled): string | null {
  const words = q.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  return words.length < LEAST_QUOTED || /["“”„«»*]/.test(q) ? null : q;
}

/** Whether a line is all that is asked for. */
export const isLineAlone = (filled: Filled): boolean =>
  FIELDS.every((field) => field === 'q' || field === 'order' || filled[field] === '');

/** The form filled as a question in plain words asks. */
export const filledBy = ({ by, words }: Question, filled: Filled): Filled => ({
  ...filled,
  q: words,
  by: by ?? '',
});

/** Whether anything at all is asked for. */
export const asksForSomething = ({ filled }: AskedForm): boolean =>
  FIELDS.some((field) => field !== 'held' && field !== 'exact' && field !== 'order' && filled[field] !== '');

/** The address of a form with some fields otherwise; what is empty is left out. */
export function addressOf(filled: Filled, changed: Partial<Filled> = {}, page = '/search'): string {
  const fields = FIELDS.flatMap((field): [string, string][] => {
    const value = changed[field] ?? filled[field];
    return value === '' ? [] : [[field, value]];
  });
  const query = new URLSearchParams(fields).toString();
  return query === '' ? page : `${page}?${query}`;
}
