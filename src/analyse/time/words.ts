/** English words for time, as patterns and as numbers. */

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
export const UNIT = '(?:second|minute|hour|day|week|fortnight|weekend|month|quarter|year|decade|century)';
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
/** ISO 8601's letter of a unit and how many of it one is: a fortnight is two weeks. */
export const unitOf = (word: string): { letter: string; times: number; clock: boolean } => {
  const unit = word.toLowerCase().replace(/s$/, '');
  const clock = unit === 'second' || unit === 'minute' || unit === 'hour';
  if (unit === 'fortnight') return { letter: 'W', times: 2, clock };
  if (unit === 'quarter') return { letter: 'M', times: 3, clock };
  if (unit === 'decade') return { letter: 'Y', times: 10, clock };
  if (unit === 'century' || unit === 'centurie') return { letter: 'Y', times: 100, clock };
  if (unit === 'weekend') return { letter: 'D', times: 2, clock };
  return { letter: unit.charAt(0).toUpperCase(), times: 1, clock };
};
