import { expect, test } from 'vitest';
import { phraseOf, Syntax } from './index.ts';

const TEXT = 'The head of the office, Ivo Kast, said so.';
/** Word, its head's word, relation. */
const WORDS = [
  ['The', 'head', 'det'],
  ['head', 'said', 'nsubj'],
  ['of', 'office', 'case'],
  ['the', 'office', 'det'],
  ['office', 'head', 'nmod'],
  [',', 'Ivo', 'punct'],
  ['Ivo', 'head', 'appos'],
  ['Kast', 'Ivo', 'flat'],
  [',', 'head', 'punct'],
  ['said', '', 'root'],
  ['so', 'said', 'obj'],
  ['.', 'said', 'punct'],
] as const;

function treeOf() {
  let at = 0;
  return WORDS.map(([form, head, relation]) => {
    const start = TEXT.indexOf(form, at);
    at = start + form.length;
    return { start, end: at, part: '', head: WORDS.findIndex(([word]) => word === head), relation };
  });
}

const syntax = new Syntax([treeOf()]);
const said = ({ start, end }: { start: number; end: number }) => TEXT.slice(start, end);

test('a phrase has one head, and what depends on it is found from there', () => {
  const source = { start: 0, end: TEXT.indexOf(', said') };
  const [head, ...more] = syntax.headsIn(source);
  expect(more).toEqual([]);
  expect(head && said(head)).toBe('head');
  expect(head?.children.map(said)).toEqual(['The', 'office', 'Ivo', ',']);
  expect(head && said(phraseOf(head))).toBe('The head of the office');
});

test('where no tree is known there are no words', () => {
  expect(new Syntax([]).headIn({ start: 0, end: 9 })).toBeNull();
});
