import { describe, expect, test } from 'vitest';
import { readMarks, writeMarks } from '../../../test/marked.ts';
import type { Range } from '../../text/index.ts';
import { findQuotations } from './index.ts';
import { finds, stays } from './quotations.cases.ts';

const LEVELS = ['q', 'n', 'm'];

function mark(text: string): string {
  const blocks = [...text.matchAll(/[^\n]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const ranges = new Map<string, Range[]>();
  for (const { start, end, level, closing } of findQuotations(text, blocks)) {
    const name = closing === 'closed' ? (LEVELS[level] ?? 'x') : closing === 'goes on' ? 'g' : 'u';
    ranges.set(name, [...(ranges.get(name) ?? []), { start, end }]);
  }
  return writeMarks(text, ranges);
}

describe('quotation marks', () => {
  test.each(finds)('%s', (marked) => {
    expect(mark(readMarks(marked).text)).toBe(marked);
  });
  test.each(stays)('quote nothing: %s', (text) => {
    expect(mark(text)).toBe(text);
  });
  test('a quotation that goes on is told apart from one that begins', () => {
    const text = '“One.\n“Two,” he said. “Three.”';
    const blocks = [
      { start: 0, end: 5 },
      { start: 6, end: text.length },
    ];
    expect(findQuotations(text, blocks).map(({ goesOn }) => goesOn)).toEqual([false, true, false]);
  });
});
