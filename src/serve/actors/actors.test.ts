import { expect, test } from 'vitest';
import { periodWords, shortDate } from './days.ts';
import { firstOutlets } from './first-outlets.ts';
import { sectorWords } from './what-words.ts';

const rendition = (outlet: string | null, published: string | null) => ({ outlet, published });

test('an outlet was first where it alone has the earliest day', () => {
  expect(
    firstOutlets([
      { utterance: 'a', in: [rendition('Wire', '2034-05-01'), rendition('Post', '2034-05-02')] },
      { utterance: 'b', in: [rendition('Wire', '2034-05-03'), rendition('Post', '2034-05-03')] },
      { utterance: 'c', in: [rendition('Post', '2034-05-03'), rendition('Wire', null)] },
      { utterance: 'd', in: [rendition(null, '2034-05-01'), rendition('Post', '2034-05-02')] },
    ]),
  ).toEqual([
    { outlet: 'Wire', first: 1, has: 3 },
    { outlet: 'Post', first: 0, has: 4 },
  ]);
});

test('codes are told in words, as far as there are any', () => {
  const name = (code: string) => (code === 'OST' ? 'Ostrey' : null);
  expect(sectorWords({ sector: 'GOV', country: 'OST' }, name)).toBe('government of Ostrey');
  expect(sectorWords({ sector: 'BUS', country: 'OST' }, name)).toBe('business, Ostrey');
  expect(sectorWords({ sector: null, country: 'OST' }, name)).toBe('Ostrey');
  expect(sectorWords({ sector: 'GOV', country: null }, name)).toBe('government');
  expect(sectorWords({ sector: 'XYZ', country: 'QQQ' }, name)).toBe('XYZ, QQQ');
  expect(sectorWords({ sector: null, country: null }, name)).toBeNull();
});

test('days are told shortly, and what is no day as it stands', () => {
  expect(shortDate('2034-05-16')).toBe('16 May 2034');
  expect(shortDate('2034-05')).toBe('2034-05');
  expect(shortDate(null)).toBe('date not known');
  expect(periodWords('2034-04-28', '2034-05-16')).toBe('28 April – 16 May 2034');
  expect(periodWords('2034-05-16', '2034-05-16')).toBe('16 May 2034');
  expect(periodWords(null, null)).toBe('date not known');
});
