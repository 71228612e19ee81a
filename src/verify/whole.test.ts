import { describe, expect, test } from 'vitest';
import { reportOf } from '../../test/reports.ts';
import { findQuotations } from '../analyse/index.ts';
import { holds } from '../text/index.ts';
import { verifyQuotation } from './index.ts';

function placeOf(quotation: string, text: string) {
  const report = reportOf(text);
  const quotations = findQuotations(report.text, report.blocks);
  const searched = { report, statements: [], quotations, added: null };
  const [place] = verifyQuotation(quotation, [searched], { reports: 1 }).places;
  if (place === undefined) throw new Error(`expected "${quotation}" to be found`);
  expect(holds(report.text, place.whole)).toBe(true);
  expect(place.whole.start).toBeLessThanOrEqual(place.span.start);
  expect(place.whole.end).toBeGreaterThanOrEqual(place.span.end);
  return place;
}
const wholeOf = (quotation: string, text: string) => placeOf(quotation, text).whole.text;

describe('the whole words that a place stands in', () => {
  const LATE = 'Ferries\n\nIt rained. “I would rather be late than sorry,” Mr. Olm said. Nobody left.';
  test.each([
    [
      'the quotation, however its words were turned round',
      'I would rather be sorry than late',
      LATE,
      '“I would rather be late than sorry,” Mr. Olm said.',
    ],
    [
      'the quotation, of which the end was asked for',
      'late than sorry',
      LATE,
      '“I would rather be late than sorry,” Mr. Olm said.',
    ],
    [
      'the sentence around a part in quotation marks, with its negation',
      'nine piles and one promise',
      'Ice\n\nThe winter was long. The mayor never said, nor did Gov. Ester Rane, that the ice had broken “nine piles and one promise”. He left.',
      'The mayor never said, nor did Gov. Ester Rane, that the ice had broken “nine piles and one promise”.',
    ],
    [
      'the sentence outside quotation marks',
      'Tarvia would not talk about observers',
      'Talks\n\nNobody came. It is not true that Tarvia would not talk about observers. It rained.',
      'It is not true that Tarvia would not talk about observers.',
    ],
    [
      'a quotation of several sentences',
      'we can pay for it',
      'Tolls\n\nIt rained. “Some say this: we can pay for it. That is wrong! We cannot,” Olm said. Nobody left.',
      '“Some say this: we can pay for it. That is wrong! We cannot,” Olm said.',
    ],
    [
      'the sentence on both sides of an attribution',
      'a bridge … not a toll',
      'Tolls\n\nIt rained. “This is a bridge,” Olm said, “and not a toll.” Nobody left.',
      '“This is a bridge,” Olm said, “and not a toll.”',
    ],
    [
      'a sentence with an initial, a title, and a stop inside a name',
      'the lock will hold',
      'Lock\n\nIt rained. J. B. Olm of St. Mara told the U.S. envoy that the lock will hold. Nobody left.',
      'J. B. Olm of St. Mara told the U.S. envoy that the lock will hold.',
    ],
  ])('%s', (_, quotation, text, whole) => {
    expect(wholeOf(quotation, text)).toBe(whole);
  });

  test('of a very long quotation whole sentences around the place, and never a part of the one it stands in', () => {
    const line = (number: number) => `This is the line with number ${number} of a long and patient speech.`;
    const lines = Array.from({ length: 200 }, (_, number) => line(number));
    const whole = wholeOf('the line with number 100 of a long', `Speech\n\n“${lines.join(' ')}”`);
    expect(whole.length).toBeLessThanOrEqual(1_000);
    expect(whole.startsWith('This is the line with number 9')).toBe(true);
    expect(whole.endsWith('of a long and patient speech.')).toBe(true);
    expect(whole).toContain(line(100));
    expect(whole).toContain(line(99));
    expect(whole).toContain(line(101));
  });

  test('of a sentence without an end so much as can be shown, between words', () => {
    const words = Array.from({ length: 20_000 }, (_, number) => `word${number}`);
    const whole = wholeOf('word9999 word10000 word10001 word10002', `Flood\n\n“${words.join(' ')}”`);
    expect(whole.length).toBeLessThanOrEqual(4_100);
    expect(whole).toMatch(/^word\d{4,5} (?:word\d{4,5} )+word\d{5}$/);
    expect(words).toContain(whole.split(' ')[0]);
    expect(words).toContain(whole.split(' ').at(-1));
  });
});

test('a permalink names the smallest range on record that holds the words', () => {
  const place = placeOf('late than sorry', 'Ferries\n\n“I would rather be late than sorry,” Mr. Olm said.');
  expect(place.permalink).toBe(`/r/${place.report.id}#9-${place.report.text.length}`);
});
