import type { Word } from '../../src/analyse/syntax/index.ts';
import { addDays, parseWhen, type Time, writeDay } from '../../src/record/index.ts';
import { fold } from '../../src/text/index.ts';
import type { ReadText } from './mentions.ts';

const DATE = /^\d{4}(?:-\d\d){0,2}/u;
const DAY = /^\d{4}-\d\d-\d\d/u;
const PRESENT = new Set(['is', 'are', 'am', "'s", "'re", 'do', 'does']);
const PAST = new Set(['was', 'were', 'had', 'has', 'have', 'did', 'been', "'ve"]);
/** The first sentences of a body tell when it was; so long before publication, at most. */
const LEDE = 3;
const NEWS = 10;
/** The headline and the dateline stand before the body. */
const BEFORE = 2;

/** When what a verb says took place: by a date of its clause, else on the day that the lede tells of, or of publication. */
export function dateOf(verb: Word, read: ReadText): string {
  const own = ownDate(verb, read);
  if (own !== null) return own;
  return isPast(verb, read) ? newsDay(read) : read.text.created;
}

/** The date that hangs on the verb, or on one that it hangs on. */
function ownDate(verb: Word, { record, syntax }: ReadText): string | null {
  const dated = record.times.flatMap((time) => {
    const [value] = DATE.exec(time.value) ?? [];
    const governor = verbOver(syntax.headIn(time.span));
    return value === undefined || governor === null ? [] : [{ value, governor, at: time.span.start }];
  });
  for (let word: Word | null = verb; word !== null; word = sharedParent(word)) {
    const [nearest] = dated
      .filter(({ governor }) => governor === word)
      .toSorted((a, b) => Math.abs(a.at - verb.start) - Math.abs(b.at - verb.start));
    if (nearest !== undefined) return nearest.value;
  }
  return null;
}

function verbOver(word: Word | null): Word | null {
  let over = word;
  while (over !== null && over.part !== 'VERB') over = over.parent;
  return over;
}

const sharedParent = ({ relation, parent }: Word): Word | null =>
  ['advcl', 'xcomp', 'conj'].includes(relation.split(':')[0] ?? '') ? parent : null;

function isPast(verb: Word, { record }: ReadText): boolean {
  const forms = verb.children
    .filter(({ relation }) => relation.startsWith('aux'))
    .map(({ start, end }) => fold(record.report.text.slice(start, end)));
  if (forms.some((form) => PAST.has(form))) return true;
  if (forms.some((form) => PRESENT.has(form))) return false;
  const form = fold(record.report.text.slice(verb.start, verb.end));
  return !/s$/u.test(form) || /ss$/u.test(form);
}

/** The day that the report tells of: the first of its lede that is not long before publication. */
function newsDay({ text, record }: ReadText): string {
  const end = text.sentences[BEFORE + LEDE - 1]?.end ?? text.text.length;
  const start = text.sentences[BEFORE]?.start ?? 0;
  const created = parseWhen(text.created);
  const first = created?.kind === 'day' ? addDays(created, -NEWS) : null;
  const earliest = first === null ? text.created : writeDay(first);
  const inLede = ({ span, value }: Time) =>
    span.start >= start &&
    span.end <= end &&
    DAY.test(value) &&
    value.slice(0, 10) >= earliest &&
    value.slice(0, 10) <= text.created;
  return record.times.find(inLede)?.value.slice(0, 10) ?? text.created;
}
