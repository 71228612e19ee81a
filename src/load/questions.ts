import { HOME } from '../home.ts';
import { readTable } from './table.ts';

/** What a question in plain words asks: what whom said, by which words; null for anybody, '' for anything. */
export interface Question {
  readonly by: string | null;
  readonly words: string;
}

/** A longer line is no question. */
const LONGEST = 200;
const SLOTS = new Map([
  ['BY', '(?<by>.+?)'],
  ['BY’s', "(?<by>.+?)['’]s?"],
  ['WORDS', '(?<words>.+)'],
]);

/** Reads the forms of questions, and gives what tells the question that a line asks: null where it is none of them, or a quotation. */
export async function loadQuestions(language = 'en'): Promise<(line: string) => Question | null> {
  const rows = await readTable(new URL(`lexicons/${language}/questions.tsv`, HOME));
  // The more words a form has of its own, the less else it can be.
  const forms = rows
    .map(([form = '']) => ({ pattern: patternOf(form), fixed: form.split(' ').filter(isFixed).length }))
    .toSorted((a, b) => b.fixed - a.fixed);
  return (line) => {
    if (line.length > LONGEST || /["“”„«»]/u.test(line)) return null;
    const bare = ` ${line
      .trim()
      .replace(/[\s?!.]+$/u, '')
      .replaceAll(/\s+/gu, ' ')}`;
    const found = forms.map(({ pattern }) => pattern.exec(bare)).find((match) => match !== null);
    const { by = null, words = '' } = found?.groups ?? {};
    return by === null && words === '' ? null : { by, words };
  };
}

/** Whether a part of a form stands in every question of it. */
const isFixed = (part: string): boolean => !SLOTS.has(part) && !part.startsWith('(');

/** A form as a pattern: every part with the space before it, which a line has before its first word too. */
function patternOf(form: string): RegExp {
  const parts = form.split(' ').map((part) => {
    const slot = SLOTS.get(part);
    if (slot !== undefined) return ` ${slot}`;
    return part.startsWith('(') ? `(?: ${part.replace('(', '(?:')})?` : ` (?:${part})`;
  });
  return new RegExp(`^${parts.join('')}$`, 'iu');
}
