import { html } from 'hono/html';
import { stemAsked, typedTerms } from '../../../ledger/index.ts';
import { plainForm, stemOf } from '../../../text/index.ts';
import type { Html } from '../page.ts';

/** One word or phrase that is looked for, as it is compared with words of a text. */
type Sought = (words: readonly Word[], at: number) => number;

interface Word {
  readonly start: number;
  readonly end: number;
  readonly form: string;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    form: plainForm(word),
  }));

/** Marks the words of a text that a search finds: in all their forms, and phrases as they are written. */
export function foundWords(typed: string): (text: string) => (Html | string)[] {
  const sought = typedTerms(typed).map((term): Sought => {
    const stem = stemAsked(term);
    if (stem !== null) return (words, at) => (stemOf(words[at]?.form ?? '') === stem ? 1 : 0);
    const isBeginning = term.text.endsWith('*');
    const forms = wordsIn(term.text).map(({ form }) => form);
    return (words, at) =>
      forms.every((form, nth) => isSame(words[at + nth], form, isBeginning && nth === forms.length - 1))
        ? forms.length
        : 0;
  });
  return (text) => {
    const words = wordsIn(text);
    const parts: (Html | string)[] = [];
    let done = 0;
    for (let at = 0; at < words.length; ) {
      const length = Math.max(0, ...sought.map((one) => one(words, at)));
      const [first, last] = [words[at], words[at + length - 1]];
      if (length > 0 && first !== undefined && last !== undefined) {
        parts.push(text.slice(done, first.start), html`<mark>${text.slice(first.start, last.end)}</mark>`);
        done = last.end;
      }
      at += Math.max(1, length);
    }
    return [...parts, text.slice(done)];
  };
}

const isSame = (word: Word | undefined, form: string, isBeginning: boolean): boolean =>
  word !== undefined && (isBeginning ? word.form.startsWith(form) : word.form === form);
