import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { product, ROOT, visit } from './source-code.ts';

/**
 * What there is too much of. A ceiling only falls: whoever gets below it writes the new number here; whoever gets above it
 * finds a simpler way, or a lexicon for the words.
 */
const CEILINGS = { hardFunctions: 66, patterns: 514, words: 5909 };

/** Functions of the product whose cognitive complexity (Campbell, SonarSource 2018) is above 15. */
function hardFunctions(): string[] {
  const { stdout } = spawnSync(
    join(ROOT, 'node_modules/.bin/biome'),
    [
      'lint',
      '--only=complexity/noExcessiveCognitiveComplexity',
      '--max-diagnostics=none',
      '--reporter=json',
      'src',
    ],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { message: string; location: { path: string; start: { line: number } } }[];
  };
  return diagnostics
    .filter(({ location }) => product.includes(location.path.replace(/^src\//, '')))
    .map(({ message, location }) => `${location.path}:${location.start.line} ${message}`);
}

/** The words of a pattern that has two or more: without classes, escapes and the names of its groups. */
function wordsOf(pattern: string): string[] {
  const plain = pattern
    .replaceAll(/\\[pP]\{\w+\}|\\u\{?[\da-f]+\}?|\\./gi, ' ')
    .replaceAll(/\[[^\]]*\]|\(\?<\w+>|\(\?[imsu-]+:/g, ' ');
  const words = plain.match(/\p{L}{2,}/gu) ?? [];
  return words.length > 1 && /\|/.test(plain) ? words : [];
}

/** Patterns of words in the product's code. */
function patternsOfWords(): { path: string; words: string[] }[] {
  return product.flatMap((path) => {
    const found: string[] = [];
    visit(join('src', path), {
      Literal: (node) => {
        if ('regex' in node) found.push(node.regex.pattern);
        else if (typeof node.value === 'string' && /\(\?|\|/.test(node.value)) found.push(node.value);
      },
      TemplateElement: ({ value }) => {
        if (/\(\?|\|/.test(value.raw)) found.push(value.raw);
      },
    });
    return found
      .map((pattern) => ({ path, words: wordsOf(pattern) }))
      .filter(({ words }) => words.length > 0);
  });
}

describe('ceilings that only fall', () => {
  test('functions that are hard to follow', () => {
    const found = hardFunctions();
    expect(found.length, found.join('\n')).toBe(CEILINGS.hardFunctions);
  });

  test('patterns of words in code, and the words in them', () => {
    const found = patternsOfWords();
    const words = found.reduce((sum, one) => sum + one.words.length, 0);
    expect({ patterns: found.length, words }).toEqual({ patterns: CEILINGS.patterns, words: CEILINGS.words });
  });
});
