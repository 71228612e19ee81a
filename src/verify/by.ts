import type { Statement } from '../record/index.ts';
import { foldedWords } from '../text/index.ts';

/** Whether the words are the asked person's: as far as the report's own naming of the source tells. */
export interface SpokenBy {
  readonly answer: 'matches' | 'differs' | 'unclear';
  /** Whom the report gives the words to. */
  readonly source: string | null;
}

const NOBODY = new Set('he she they it we i you who one this that his her the a'.split(' '));

/** Compares a name with the speaker of a statement, where one is known, else with the words of its source. */
export function spokenBy(name: string, statement: Statement | null): SpokenBy {
  if (statement === null) return { answer: 'unclear', source: null };
  const source =
    statement.speaker.kind === 'named'
      ? statement.speaker.name
      : statement.source.map(({ text }) => text).join(' ');
  const told = foldedWords(source).map(({ form }) => form.replace(/'s$/, ''));
  const asked = foldedWords(name).map(({ form }) => form);
  const surname = asked.at(-1);
  if (surname === undefined || told.every((word) => NOBODY.has(word)))
    return { answer: 'unclear', source: source || null };
  return { answer: told.includes(surname) ? 'matches' : 'differs', source };
}
