import { describe, expect, test } from 'vitest';
import { rates } from '../score.ts';
import type { Roles } from './brat.ts';
import { linkedPairs } from './linked.ts';
import { countPairs, noPairCounts } from './pairs.ts';
import { exactSpans } from './spans.ts';

const TEXT =
  'The mayor said that the bridge is unsafe. “Close it,” she said, and the council agreed to close it.\nNobody asked why.';
const range = (words: string, from = 0) => ({
  start: TEXT.indexOf(words, from),
  end: TEXT.indexOf(words, from) + words.length,
});
const GOLD: Roles[] = [
  { source: [range('The mayor')], cue: [range('said')], content: [range('that the bridge is unsafe')] },
  { source: [range('she')], cue: [range('said', 50)], content: [range('“Close it,”')] },
  { source: [range('the council')], cue: [range('agreed')], content: [range('to close it')] },
];
const shifted = GOLD.map((roles) => {
  const move = (ranges: Roles['cue']) =>
    ranges.map(({ start, end }) => ({ start: start + 40, end: end + 40 }));
  return { source: move(roles.source), cue: move(roles.cue), content: move(roles.content) };
});
const linked = (predicted: readonly Roles[], gold: readonly Roles[]) => ({
  right: linkedPairs(TEXT, predicted, gold).length,
  predicted: predicted.length,
  gold: gold.length,
});
const linkedF1 = (predicted: readonly Roles[]) => rates(linked(predicted, GOLD)).f1;
const pairs = (predicted: readonly Roles[]) => {
  const sum = noPairCounts();
  countPairs(TEXT, { predicted, gold: GOLD }, sum);
  return [sum.cue, sum.triple, sum.whoSaidWhat, sum.contentWords].map((counts) => rates(counts).f1);
};
const all = (predicted: Roles[]) => [
  linkedF1(predicted),
  ...(['source', 'cue', 'content'] as const).map((role) => rates(exactSpans(TEXT, predicted, GOLD, role)).f1),
  ...pairs(predicted),
];

describe('the scorer', () => {
  test('gives gold 100, nothing 0, and a shifted copy little', () => {
    expect(all(GOLD)).toEqual([100, 100, 100, 100, 100, 100, 100, 100]);
    expect(all([])).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    // Words of contents are counted over pairs that share some: a shift leaves those it leaves.
    for (const figure of all(shifted).slice(0, -1)) expect(figure).toBeLessThan(40);
    expect(all(shifted).at(-1)).toBeLessThan(70);
  });

  test('counts a source that two attributions share once, and cuts spans at paragraphs', () => {
    const shared: Roles[] = [GOLD[0] as Roles, { ...(GOLD[2] as Roles), source: [range('The mayor')] }];
    expect(exactSpans(TEXT, shared, shared, 'source')).toEqual({ right: 1, predicted: 1, gold: 1 });
    const long: Roles[] = [
      { source: [], cue: [], content: [{ start: range('to close it').start, end: TEXT.length }] },
    ];
    expect(exactSpans(TEXT, long, long, 'content').gold).toBe(2);
  });

  test('links one to one: a second guess at the same attribution is wrong', () => {
    expect(linked([...GOLD, GOLD[0] as Roles], GOLD)).toEqual({ right: 3, predicted: 4, gold: 3 });
  });

  test('wants a missing source to be missing on both sides', () => {
    const without = [{ ...(GOLD[0] as Roles), source: [] }];
    expect(linked(without, GOLD).right).toBe(0);
    expect(linked(without, without).right).toBe(1);
  });
});
