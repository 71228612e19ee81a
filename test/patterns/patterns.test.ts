import { beforeAll, expect, test } from 'vitest';
import { attacksOn } from './attacks.ts';
import { BOUNDED } from './bounded.ts';
import { type Pattern, patternsIn } from './collect.ts';
import { slowFrom } from './time.ts';

/** Whoever is slow on so few characters takes minutes for a text of two million. */
const LONGEST = 16_000;
const OVER_OUTSIDE_INPUT = [
  'text',
  'record',
  'read',
  'analyse',
  'compare',
  'verify',
  'check',
  'ingest',
  'ledger',
  'serve',
];

let patterns: readonly Pattern[] = [];
beforeAll(async () => {
  patterns = await patternsIn(OVER_OUTSIDE_INPUT);
}, 120_000);

const boundOf = ({ file, source }: Pattern) =>
  BOUNDED.find((one) => one.file === file && source.startsWith(one.begins));

/** The first text that a pattern is slow on, as it begins. */
function slowOn(pattern: Pattern): string | null {
  const longest = boundOf(pattern)?.longest ?? LONGEST;
  for (const attack of attacksOn(pattern)) {
    const from = slowFrom(pattern, attack, longest);
    if (from !== null) return `${from} characters: ${JSON.stringify(attack)}`;
  }
  return null;
}

test('every pattern over outside input takes time with the length of the text', { timeout: 300_000 }, () => {
  expect(patterns.length).toBeGreaterThan(600);
  const slow = patterns.flatMap((pattern) => {
    const text = slowOn(pattern);
    return text === null ? [] : [`${pattern.file}: /${pattern.source}/${pattern.flags}: ${text}`];
  });
  expect(slow).toEqual([]);
});

test('what is excepted is a pattern', () => {
  for (const { file, begins } of BOUNDED)
    expect(
      patterns.some((pattern) => pattern.file === file && pattern.source.startsWith(begins)),
      `${file}: /${begins}`,
    ).toBe(true);
});

test.each([
  ['(?:a+)+$', ''],
  ['\\s+$', ''],
  ['<!DOCTYPE[^>]*\\[', 'i'],
  ['<!--[\\s\\S]*?-->', 'g'],
  ['\\p{Lu}\\S*$', 'u'],
  ['(\\w+)\\s*=\\s*(\\w+)\\s*;', ''],
])('a pattern that is not is noticed: /%s/', (source, flags) => {
  expect(slowOn({ file: 'none', source, flags })).not.toBeNull();
});

test.each([
  ['(?<!\\s)\\s+$', ''],
  ['[,;]\\s', 'g'],
  ['^\\s*\\p{L}+', 'u'],
])('a pattern that is not slow is not: /%s/', (source, flags) => {
  expect(slowOn({ file: 'none', source, flags })).toBeNull();
});
