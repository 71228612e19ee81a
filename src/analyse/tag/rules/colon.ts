import type { Attribution } from '../index.ts';
import { type Clause, quotationAt } from './clause.ts';
import { contentAfter } from './content.ts';
import { rangeOf } from './source.ts';

const LONGEST_NAME = 6;

/** "Mayor: The bridge is safe" in a headline, and a turn in an interview: a name of few words, a colon, what is said. */
export function byColon(clause: Clause): Attribution | null {
  const { tokens, first, last, block } = clause;
  if (first !== 0 || (block.kind !== 'headline' && block.kind !== 'paragraph')) return null;
  const colon = tokens.findIndex((token, index) => index < last && token.text === ':');
  if (colon <= 0 || colon > LONGEST_NAME || quotationAt(clause, colon) !== undefined) return null;
  const named = tokens
    .slice(0, colon)
    .every(({ text, kind }) => kind !== 'mark' && /^[\p{Lu}\p{N}]|^(?:of|the|and|de|van|von)$/u.test(text));
  const content = contentAfter(clause, colon + 1);
  if (!named || content === null || (block.kind !== 'headline' && !startsUpper(clause, colon + 1)))
    return null;
  return {
    cue: [rangeOf(clause, colon, colon + 1)],
    source: [rangeOf(clause, 0, colon)],
    content: [content],
    confidence: 0.6,
  };
}

function startsUpper({ tokens }: Clause, index: number): boolean {
  return /^[\p{Lu}"“‘«„']/u.test(tokens[index]?.text ?? '');
}
