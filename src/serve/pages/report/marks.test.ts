import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { Statement } from '../../../record/index.ts';
import { type Range, spanOf } from '../../../text/index.ts';
import { marked } from './marks.ts';

const TEXT = 'Mina Pell said that “we can pay”,\r\nand left & went.';
const RANGE = { start: 0, end: TEXT.length };

const at = (words: string): Range => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};
const statement = (id: string, roles: Record<'source' | 'cue' | 'content', string[]>) => {
  const spans = (words: string[]) => words.map((one) => spanOf(TEXT, at(one)));
  return {
    id,
    source: spans(roles.source),
    cue: spans(roles.cue),
    content: spans(roles.content),
    speaker: { kind: 'described', how: 'stated' },
    confidence: 1,
  } as unknown as Statement;
};
const SAID = statement('statement:a', {
  source: ['Mina Pell'],
  cue: ['said'],
  content: ['that “we can pay”'],
});

const wordsOf = (node: Tree.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(wordsOf).join('') : '';
const elementsOf = (node: Tree.ParentNode): Tree.Element[] =>
  node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsOf(child)] : []));

/** What a browser makes of it: all words, and those of each anchor. */
async function shown(places: readonly Range[], flagged: readonly Range[] = [], range: Range = RANGE) {
  const tree = parseFragment(String(await marked(TEXT, range, [SAID], { places, flagged })));
  const attribute = (element: Tree.Element, name: string) =>
    element.attrs.find((one) => one.name === name)?.value;
  const elements = elementsOf(tree);
  const anchors = elements.flatMap((element) => {
    const id = attribute(element, 'id');
    return id === undefined ? [] : [[id, wordsOf(element)] as const];
  });
  const classed = (sign: string) =>
    elements
      .filter((element) => attribute(element, 'class')?.split(' ').includes(sign))
      .map(wordsOf)
      .join('');
  return { words: wordsOf(tree), anchors: Object.fromEntries(anchors), count: anchors.length, classed };
}
const idOf = ({ start, end }: Range) => `${start}-${end}`;

describe('a text with marks', () => {
  test('keeps every character, line breaks among them, and marks its statements', async () => {
    const { words, classed } = await shown([]);
    expect(words).toBe(TEXT);
    expect([classed('s'), classed('c'), classed('k')]).toEqual(['Mina Pell', 'said', 'that “we can pay”']);
  });

  test('has an anchor around the words of every span and place, one in another, each once', async () => {
    const places = [
      at('we can pay'),
      at('“we can pay”'),
      at('pay'),
      at('pay'),
      at('left & went'),
      at('Mina Pell'),
    ];
    const { words, anchors, count } = await shown(places, [at('and')]);
    expect(words).toBe(TEXT);
    for (const place of [...places, at('said'), at('that “we can pay”')])
      expect(anchors[idOf(place)]).toBe(TEXT.slice(place.start, place.end));
    expect(count).toBe(new Set(Object.keys(anchors)).size);
    expect(anchors[idOf(at('and'))]).toBe('and');
  });

  test('cuts an anchor that reaches out of another, or out of the range, and never loses a word', async () => {
    const crossing = { start: at('can').start, end: at('left').end };
    const { words, anchors } = await shown([crossing, at('we can pay')]);
    expect(words).toBe(TEXT);
    expect(anchors[idOf(at('we can pay'))]).toBe('we can pay');
    expect(anchors[idOf(crossing)]).toBe('can pay');
    const range = at('said that “we can');
    const part = await shown([crossing], [], range);
    expect(part.words).toBe('said that “we can');
    expect(part.anchors[idOf(crossing)]).toBe('can');
    expect(part.anchors[idOf(at('Mina Pell'))]).toBeUndefined();
  });

  test('leaves the range of the whole block to the block', async () => {
    expect((await shown([RANGE])).anchors[idOf(RANGE)]).toBeUndefined();
  });
});
