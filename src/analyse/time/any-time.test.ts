import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportOf } from '../../../test/reports.ts';
import { loadKit } from '../../load/index.ts';
import { daysOf, parseWhen } from '../../record/index.ts';
import { analyse } from '../index.ts';
import { timesIn } from './index.ts';

const kit = await loadKit({ tagger: 'linear' });
const of = (words: string) => fc.constantFrom(...words.split('|'));
const join = (...parts: readonly fc.Arbitrary<string>[]) =>
  fc.tuple(...parts).map((words) => words.join(' '));

const MONTH = of('January|February|March|May|June|September|November|December|Oct.');
const WEEKDAY = of('Monday|Wednesday|Friday|Sunday');
const YEAR = of('1500|1987|2029|2031|2032|2099');
const DATE = of('1|2|14|28|29|30|31st');
const NUMBER = fc.oneof(
  of('one|two|ten|twenty-three|half a|a|a dozen|2.5|0.5|90|99,999|200,000,000|9,999,999,999|a few|several'),
  fc.integer({ min: 0, max: 400 }).map(String),
  fc.integer({ min: 1, max: 300 }).map((size) => `9${',999'.repeat(size)}`),
);
const UNIT = of(
  'seconds|minute|hours|day|days|week|weeks|fortnights|weekend|month|months|quarters|year|years|decade|decades|centuries',
);
const ONE = of('day|week|weekend|month|quarter|year|decade|century');
const SIDE = of('last|this|next|the previous|the following|the coming|the same|that');
const SEASON = of('spring|summer|autumn|fall|winter');
const FEAST = of('Christmas|New Year|Easter|Good Friday|Thanksgiving|Labor Day|Pentecost|May Day');

/** Every kind of expression that there is a rule for, with and without what it hangs on. */
const EXPRESSION = fc.oneof(
  join(of('on|by|until|from|since'), MONTH, DATE),
  join(of('on'), MONTH, DATE, YEAR),
  join(DATE, MONTH, YEAR),
  join(of('from'), MONTH, DATE, of('to|–|and'), DATE),
  join(of('from'), MONTH, DATE, of('to|until'), MONTH, DATE),
  join(of('between'), MONTH, of('and'), MONTH),
  join(of('from'), MONTH, YEAR, of('to'), MONTH, YEAR),
  join(of('in|since|until|early|late|before the end of|the first half of|the second half of'), MONTH),
  join(of('in|the end of'), MONTH, YEAR),
  join(of('last|this|next'), MONTH),
  join(of('on|last|next|this|every|by'), WEEKDAY),
  join(of('from'), WEEKDAY, of('to'), WEEKDAY),
  join(of('in the|early'), SEASON, YEAR),
  join(of('last|this|next|in'), SEASON),
  join(of('in the'), of('first|third|fourth'), of('quarter|quarter of 2030|quarter of last year')),
  join(SIDE, ONE),
  join(NUMBER, UNIT, of('ago|later|earlier|before|from now|long')),
  join(of('in|for|within|by|the past|the next|every|per'), NUMBER, UNIT),
  join(of('in'), NUMBER, of('days’ time|weeks’ time|minutes’ time|hours’ time')),
  join(of('since|before|until|on'), FEAST),
  join(of('on'), FEAST, YEAR),
  of(
    'today|tomorrow|yesterday|overnight|the next day|the day before|the previous day|the day after tomorrow|in 1987|in the 1990s|in the ’80s|in the 1st century|in the 99th century|in the 19th century|on the 31st|on the 29th|2031-02-26|9/11|at noon|at 7 p.m. EST|at 23:59 ET|daily|quarterly|now|recently|soon|the end of this week|early next month|weeks later|that same year|that decade|that weekend',
  ),
);
const PUBLISHED = fc.option(
  fc.constantFrom(
    '2031-02-26',
    '2032-02-29',
    '2031-12-31',
    '2031-01-01',
    '2031-02',
    '2031',
    '2031-02-26T23:30:00-05:00',
    '0001-01-01',
    '0000-01-01',
    '9999-12-31',
  ),
);

/** Values that are dates, in an interval or alone; the others are lengths, or words for now, then and soon. */
const NO_DATE = /^(?:PRESENT|PAST|FUTURE|P(?:T?(?:\d+(?:\.\d+)?|X)[DWMYSH]))$/;

test('every expression of time, hanging on any other, has a value that is one', () => {
  fc.assert(
    fc.property(fc.array(EXPRESSION, { minLength: 1, maxLength: 4 }), PUBLISHED, (parts, published) => {
      const text = parts.map((part) => `They met ${part}.`).join(' ');
      for (const { value } of timesIn({ text, published }, [{ start: 0, end: text.length }])) {
        if (NO_DATE.test(value)) continue;
        const when = parseWhen(value);
        expect(when, value).not.toBeNull();
        const { first = null, last = null } = (when && daysOf(when)) ?? {};
        if (first !== null && last !== null) expect(first.at, value).toBeLessThanOrEqual(last.at);
      }
    }),
    { numRuns: 3000 },
  );
});

const SAID = fc.oneof(
  of(
    'The sides met|The talks were held|The vote was postponed|The vote was put off|The hearing was cancelled',
  ),
  of('The summit will be held|The fair will open|The trial may begin|The meeting was moved from March 3 to'),
  of('The race, planned for May, was delayed|The company has put back its meeting by a month to|It is due'),
  of(
    'The talks will not take place|The ministry confirmed that the exchange will be held|The visit slipped to',
  ),
  of('The exhibition opened|and closes|The new date is|The hearing will begin two weeks later than planned'),
);

test('a report made of them is read, with a day of publication or without', async () => {
  const sentence = fc.tuple(SAID, EXPRESSION).map(([said, time]) => `${said} ${time}.`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(sentence, { minLength: 1, maxLength: 5 }),
      NUMBER,
      UNIT,
      of('later|earlier'),
      PUBLISHED,
      async (sentences, number, unit, side, published) => {
        const text = `${sentences.join(' ')} ${number} ${unit} ${side}, talks broke off.`;
        const [record] = await analyse([reportOf(text, { published })], kit);
        const dates = record?.events.flatMap(({ when, schedule }) => [
          when,
          ...schedule.map((one) => one.when),
        ]);
        for (const date of dates ?? [])
          if (date !== null) expect(parseWhen(date), `${date}: ${text}`).not.toBeNull();
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);
