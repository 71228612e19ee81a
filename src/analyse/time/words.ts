/** English words for time, as patterns and as numbers. */

import type { Grain, Length } from '../../record/index.ts';

const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)';
export const WEEKDAY =
  '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\\b\\.?)';
export const PART = '(?:(?:early |late |mid-?)?(?:morning|afternoon|evening|night|lunchtime|midday))';
export const ORDINAL_DAY = '(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?';
export const YEAR = '(?:1[5-9]\\d\\d|20\\d\\d)';
export const NUMBER =
  '(?:\\d{1,3}(?:,\\d{3})*(?:\\.\\d+)?|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|a hundred|a thousand|a dozen|half an?|an?))';
export const UNIT =
  '(?:second|minute|hour|day|week|fortnight|weekend|month|quarter|year|decade|century|centurie(?=s))';
export const SEASON = '(?:spring|summer|autumn|fall|winter)';

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
      .split(' ')
      .map((word, index) => [word, index] as const),
    [
      ['thirty', 30],
      ['forty', 40],
      ['fifty', 50],
      ['sixty', 60],
      ['seventy', 70],
      ['eighty', 80],
      ['ninety', 90],
      ['hundred', 100],
      ['a hundred', 100],
      ['thousand', 1000],
      ['a thousand', 1000],
      ['a dozen', 12],
      ['a', 1],
      ['an', 1],
      ['half a', 0.5],
      ['half an', 0.5],
    ] as const,
  ].flat(),
);

export const numberOf = (words: string): number | null => {
  const known = NUMBERS[words.toLowerCase()];
  if (known !== undefined) return known;
  const [tens = '', ones] = words.toLowerCase().split('-');
  if (ones !== undefined) return (NUMBERS[tens] ?? Number.NaN) + (NUMBERS[ones] ?? Number.NaN) || null;
  const number = Number(words.replaceAll(',', ''));
  return Number.isNaN(number) ? null : number;
};
export const monthNumber = (word: string): number =>
  MONTH_NAMES.findIndex((name) => name.startsWith(word.toLowerCase().slice(0, 3))) + 1;
export const weekdayNumber = (word: string): number =>
  WEEKDAY_NAMES.findIndex((name) => name.startsWith(word.toLowerCase().slice(0, 3))) + 1;
/** EDTF's numbers: spring 21 to winter 24. */
export const seasonNumber = (word: string): number =>
  ({ spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 })[word.toLowerCase()] ?? 21;

const ORDINALS = ['first', 'second', 'third', 'fourth'];
export const ordinalNumber = (word: string): number => {
  const index = ORDINALS.indexOf(word.toLowerCase());
  return index < 0 ? Number.parseInt(word, 10) : index + 1;
};

/** What a unit is as a length, and as a step in the calendar, each with how many of it one is: a fortnight is two weeks. */
const UNITS: Readonly<Record<string, { length: Measure<Length['unit']>; step: Measure<Grain> | null }>> = {
  second: { length: { unit: 'second', times: 1 }, step: null },
  minute: { length: { unit: 'minute', times: 1 }, step: null },
  hour: { length: { unit: 'hour', times: 1 }, step: null },
  day: { length: { unit: 'day', times: 1 }, step: { unit: 'day', times: 1 } },
  weekend: { length: { unit: 'day', times: 2 }, step: { unit: 'week', times: 1 } },
  week: { length: { unit: 'week', times: 1 }, step: { unit: 'week', times: 1 } },
  fortnight: { length: { unit: 'week', times: 2 }, step: { unit: 'week', times: 2 } },
  month: { length: { unit: 'month', times: 1 }, step: { unit: 'month', times: 1 } },
  quarter: { length: { unit: 'month', times: 3 }, step: { unit: 'quarter', times: 1 } },
  year: { length: { unit: 'year', times: 1 }, step: { unit: 'year', times: 1 } },
  decade: { length: { unit: 'year', times: 10 }, step: { unit: 'decade', times: 1 } },
  century: { length: { unit: 'year', times: 100 }, step: { unit: 'century', times: 1 } },
};

interface Measure<Unit> {
  readonly unit: Unit;
  readonly times: number;
}

const singular = (word: string) => word.toLowerCase().replace(/s$/, '').replace(/ie$/, 'y');

/** A unit of the patterns above as what a length is measured in. */
export const lengthUnitOf = (word: string): Measure<Length['unit']> =>
  UNITS[singular(word)]?.length ?? { unit: 'day', times: 1 };
/** A unit as a step from one date to another; null for hours and less, which lead to no other date. */
export const stepOf = (word: string): Measure<Grain> | null => UNITS[singular(word)]?.step ?? null;
