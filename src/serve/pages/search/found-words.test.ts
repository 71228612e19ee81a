import { expect, test } from 'vitest';
import { foundWords } from './found-words.ts';

test.each([
  ['strikes', 'The strike ended; Striking goes on', 'The [strike] ended; [Striking] goes on'],
  ['"the strike"', 'The strike, the strikes', '[The strike], the strikes'],
  ['negotiat*', 'Negotiators negotiated', '[Negotiators] [negotiated]'],
  ['"not negotiat*"', 'we do not negotiate', 'we do [not negotiate]'],
  ['cafe', 'the Café', 'the [Café]'],
  ['pier "old pier"', 'the old pier', 'the [old pier]'],
  ['', 'nothing is asked', 'nothing is asked'],
  ['b', '<b>bold</b>', '&lt;[b]&gt;bold&lt;/[b]&gt;'],
])('%s is marked in %s', (typed, text, expected) => {
  const parts = foundWords(typed)(text).map((part) =>
    typeof part === 'string' ? part.replaceAll('<', '&lt;').replaceAll('>', '&gt;') : String(part),
  );
  expect(parts.join('').replaceAll('<mark>', '[').replaceAll('</mark>', ']')).toBe(expected);
});
