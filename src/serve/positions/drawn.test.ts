import { describe, expect, test } from 'vitest';
import type { Day } from '../../record/index.ts';
import { parseWhen } from '../../record/index.ts';
import { coursesOf, holderOf } from './courses.ts';
import { drawn } from './drawn.ts';
import { pictureWith, toldOf, turnOf } from './positions.cases.ts';
import { ticksOf, timelineOf } from './timeline.ts';

const day = (words: string): Day => {
  const when = parseWhen(words);
  if (when?.kind !== 'day') throw new Error(`expected a day, found ${words}`);
  return when;
};
const lineFrom = (...days: string[]) => {
  const timeline = timelineOf(days.map(day));
  if (timeline === null) throw new Error('expected days');
  return timeline;
};

describe('a timeline', () => {
  test('lays days out in order, and keeps its ends free', () => {
    const line = lineFrom('2034-07-19', '2034-05-29', '2034-06-06');
    expect(line.place(day('2034-05-29'))).toBeCloseTo(3);
    expect(line.place(day('2034-07-19'))).toBeCloseTo(97);
    expect(line.place(day('2034-06-23'))).toBeCloseTo(3 + (94 * 25) / 51);
  });

  test('of one day stands in the middle, and of none is not there', () => {
    expect(lineFrom('2034-05-29').place(day('2034-05-29'))).toBeGreaterThan(40);
    expect(lineFrom('2034-05-29').place(day('2034-05-29'))).toBeLessThan(60);
    expect(timelineOf([])).toBeNull();
  });

  test.each([
    ['2034-05-29', '2034-06-02', ['28 May 2034', '30 May', '1 Jun']],
    ['2034-05-29', '2034-07-19', ['29 May 2034', '12 Jun', '26 Jun', '10 Jul']],
    ['2033-11-15', '2034-05-02', ['Dec 2033', 'Jan 2034', 'Feb', 'Mar', 'Apr', 'May']],
    ['2031-03-02', '2035-05-02', ['2032', '2033', '2034', '2035']],
    ['1890-03-02', '2035-05-02', ['1900', '1950', '2000']],
  ])('from %s to %s is told by days, months or years', (first, last, words) => {
    const ticks = ticksOf(lineFrom(first, last));
    expect(ticks.map((tick) => tick.words).slice(0, words.length)).toEqual(words);
    expect(ticks.length).toBeLessThanOrEqual(8);
    for (const { at } of ticks) {
      expect(at).toBeGreaterThanOrEqual(3);
      expect(at).toBeLessThanOrEqual(97);
    }
  });

  test('reaches to the ends of the calendar', () => {
    expect(ticksOf(lineFrom('0001-01-01', '9999-12-31')).length).toBeLessThanOrEqual(8);
    expect(ticksOf(lineFrom('9999-12-31')).length).toBeGreaterThan(0);
  });
});

describe('the course of an actor', () => {
  test('is that of the body that is spoken for, with or without an article', () => {
    const body = { for: 'the Harbour Authority' };
    const told = [
      toldOf('Josse Marrin', 'for', '2034-05-01', body),
      toldOf('Harbour authority', 'for', '2034-05-02'),
      toldOf('Pia Roe', 'against', '2034-05-03', { who: null }),
    ];
    expect(coursesOf(pictureWith(told)).map(({ name, told: { length } }) => [name, length])).toEqual([
      ['The Harbour Authority', 2],
      ['Pia Roe', 1],
    ]);
    expect(told.map(({ position }) => holderOf(position))).toEqual([
      'harbour authority',
      'harbour authority',
      'pia roe',
    ]);
  });

  test('has a mark for each statement above, below or on its line, and one for several of a day', () => {
    const told = [
      toldOf('Roe', 'for', '2034-05-01'),
      toldOf('Roe', 'for', '2034-05-01'),
      toldOf('Roe', 'against', '2034-05-01'),
      toldOf('Roe', 'for', '2034-06-30'),
      toldOf('Roe', 'unclear', null),
    ];
    const [course] = coursesOf(pictureWith(told));
    const { marks } = drawn(course ?? fail(), lineFrom('2034-05-01', '2034-06-30'), null);
    expect(marks.map(({ stance, at, told: own }) => [stance, Math.round(at), own.length])).toEqual([
      ['against', 3, 1],
      ['for', 3, 2],
      ['for', 97, 1],
    ]);
    const only = drawn(course ?? fail(), lineFrom('2034-05-01', '2034-06-30'), 'against');
    expect(only.marks.map(({ stance }) => stance)).toEqual(['against']);
  });

  test('steps from where it stood to where it stands, and ends with its last statement', () => {
    const [first, second, third] = [
      toldOf('Roe', 'for', '2034-05-01'),
      toldOf('Roe', 'conditional', '2034-06-01'),
      toldOf('Roe', 'against', '2034-06-30'),
    ];
    const turns = [turnOf(first, second), turnOf(second, third)];
    const [course] = coursesOf(pictureWith([first, second, third], turns));
    const line = lineFrom('2034-05-01', '2034-06-30');
    const { stretches, steps } = drawn(course ?? fail(), line, null);
    const turn = line.place(day('2034-06-01'));
    expect(stretches.map(({ stance }) => stance)).toEqual(['for', 'conditional']);
    expect(stretches[0]?.to).toBe(turn);
    expect(stretches[1]?.from).toBe(turn);
    expect(steps.map(({ words, side, anchor }) => [words, side, anchor])).toEqual([
      ['now conditional', 'above', 'middle'],
      ['now against', 'below', 'end'],
    ]);
  });

  test('without a change is a line where it stands most often, whatever was read once', () => {
    const told = [
      toldOf('Roe', 'for', '2034-05-01'),
      toldOf('Roe', 'against', '2034-05-20'),
      toldOf('Roe', 'for', '2034-06-30'),
    ];
    const [course] = coursesOf(pictureWith(told));
    const { stretches } = drawn(course ?? fail(), lineFrom('2034-05-01', '2034-06-30'), null);
    expect(stretches.map(({ stance, from, to }) => [stance, Math.round(from), Math.round(to)])).toEqual([
      ['for', 3, 97],
    ]);
  });

  test('puts words that would touch each other in rows of their own', () => {
    const told = ['for', 'conditional', 'for', 'conditional'].map((stance, nth) =>
      toldOf('Roe', stance as 'for', `2034-05-${String(10 + nth).padStart(2, '0')}`),
    );
    const turns = told.slice(1).map((after, nth) => turnOf(told[nth] ?? fail(), after));
    const [course] = coursesOf(pictureWith(told, turns));
    const { steps } = drawn(course ?? fail(), lineFrom('2034-05-01', '2034-06-30'), null);
    expect(steps.map(({ row }) => row)).toEqual([0, 1, 2]);
  });
});

function fail(): never {
  throw new Error('expected one');
}
