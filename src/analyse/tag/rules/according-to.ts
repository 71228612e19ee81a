import type { Attribution } from '../index.ts';
import { type Clause, quotationAt } from './clause.ts';
import { contentAfter, contentBefore } from './content.ts';
import { rangeOf } from './source.ts';
import { STOPS } from './words.ts';

/**
 * "According to X, …" and "…, according to X". In the middle of a sentence ("She added that, according to X, …") the
 * words hang on another attribution, which is the outer one: then there is no answer here.
 */
export function byAccordingTo(clause: Clause): Attribution | null {
  const { tokens, first, last } = clause;
  for (let index = first; index + 2 < last; index++) {
    if (
      tokens[index]?.form !== 'according' ||
      tokens[index + 1]?.form !== 'to' ||
      quotationAt(clause, index) !== undefined
    )
      continue;
    const end = sourceEnd(clause, index + 2);
    const opens = index - first < 2;
    const content = opens ? contentAfter(clause, end) : contentBefore(clause, index);
    const closes = /^[.!?]?$/.test(tokens[end]?.text ?? '');
    if (end === index + 2 || content === null || !(opens || closes)) return null;
    return {
      cue: [rangeOf(clause, index, index + 2)],
      source: [rangeOf(clause, index + 2, end)],
      content: [content],
      confidence: 0.8,
    };
  }
  return null;
}

function sourceEnd(clause: Clause, start: number): number {
  let end = start;
  while (
    end < clause.last &&
    !STOPS.has(clause.tokens[end]?.text ?? '.') &&
    quotationAt(clause, end) === undefined
  )
    end++;
  return end;
}
