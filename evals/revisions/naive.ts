import type { Time } from '../../src/record/index.ts';
import type { Announcement } from './read.ts';

/** What the line of code to beat says of a report's event. */
export interface Guess {
  readonly when: string | null;
  readonly status: string;
}

/** Cue words of each status, asked in this order. */
const CUES = [
  ['cancelled', /\b(?:cancel|called? off|scrap|abandon|axed|dropped|will not (?:be held|take place))/i],
  ['postponed', /\b(?:postpon|put off|put back|delay|suspend|shelve|on hold|indefinitely)/i],
  [
    'rescheduled',
    /\b(?:reschedul|moved? (?:to|from|forward)|brought forward|new date|instead of|now be held)/i,
  ],
  ['confirmed', /\b(?:confirm|as planned|go(?:es)? ahead|will go ahead|stands|on schedule)/i],
  ['held', /\b(?:was held|were held|took place|ended|concluded|opened|began)\b/i],
] as const;

/** The first date ahead of publication and the first status whose cue words the report has; what is put off to a date is rescheduled. */
export function guessOf(text: string, published: Announcement['published'], times: readonly Time[]): Guess {
  const ahead = times.find(
    ({ type, value }) => type === 'date' && /^\d/.test(value) && value.slice(0, published.length) > published,
  );
  const [cued = 'planned'] = CUES.find(([, words]) => words.test(text)) ?? [];
  const status = cued === 'postponed' && ahead !== undefined ? 'rescheduled' : cued;
  return { when: status === 'cancelled' || status === 'postponed' ? null : (ahead?.value ?? null), status };
}
