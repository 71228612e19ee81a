import { describe, expect, test } from 'vitest';
import { loadLinkKit } from '../../load/link.ts';
import { cosines } from './cosine.ts';
import { storiesOf } from './index.ts';
import { namesIn } from './names.ts';

const kit = await loadLinkKit({ vectors: false });
const TEXTS = [
  'Fire at Velm mill. The old mill at Velm burnt down on Monday night, the fire chief Mina Pell said. Nobody was hurt.',
  'Velm mill burns. Mina Pell, chief of the fire brigade, said that nobody was hurt when the mill at Velm burnt on Monday.',
  'Fire at Sannow mill. The mill at Sannow burnt down on Friday, the owner Otto Rane said. Two were hurt.',
  'Sannow fire: two hurt. Otto Rane, who owns the mill at Sannow, said that two workers were hurt when it burnt on Friday.',
  'Ferry tolls. The strait commission cut the ferry tolls by a third.',
];

describe('reports of one story', () => {
  const reports = TEXTS.map((text, at) => ({ id: `r${at}`, text }));

  test('are grouped by rare words and names, and another fire is another story', async () => {
    const groups = await storiesOf(reports, kit);
    expect(groups.map((group) => group.join(' ')).toSorted()).toEqual(['r0 r1', 'r2 r3', 'r4']);
  });

  test('are the same in whatever order they come', async () => {
    const groups = await storiesOf(reports.toReversed(), kit);
    expect(groups.map((group) => group.join(' ')).toSorted()).toEqual(['r0 r1', 'r2 r3', 'r4']);
  });

  test('none, one, and one without words', async () => {
    expect(await storiesOf([], kit)).toEqual([]);
    expect(await storiesOf([{ id: 'a', text: '…' }], kit)).toEqual([['a']]);
  });
});

test('the cosine of the same bag is 1, and 0 of what shares nothing', () => {
  const cosine = cosines([['ferry', 'toll'], ['ferry', 'toll'], ['mill'], []]);
  expect(cosine(0, 1)).toBeCloseTo(1);
  expect(cosine(0, 2)).toBe(0);
  expect(cosine(0, 3)).toBe(0);
});

test('names are what all texts write with a capital', () => {
  expect(namesIn(['Fire at Velm. Pell spoke.', 'A fire, a fire in Velm.'])).toEqual([
    ['velm', 'pell'],
    ['velm'],
  ]);
});
