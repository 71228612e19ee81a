import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Kit } from '../../src/analyse/index.ts';
import { layOut } from '../../src/analyse/layout.ts';
import { timesIn } from '../../src/analyse/time/index.ts';
import type { Time } from '../../src/record/index.ts';
import { overlaps } from '../../src/text/index.ts';
import { reportOf } from '../../test/reports.ts';
import { fired } from '../analyse.ts';
import type { Outcome } from '../outcome.ts';
import { daysFrom } from '../revisions/index.ts';
import { addCounts, noCounts, rates } from '../score.ts';
import { countAhead, countFound } from './future.ts';
import { timexOf } from './timex.ts';

const doc = z.object({
  doc: z.string(),
  created: z.string().nullish(),
  text: z.string(),
  annotatedEnd: z.number().optional(),
  events: z.array(z.object({ start: z.number(), end: z.number(), time: z.string().nullable() })).optional(),
  times: z.array(
    z.object({ start: z.number(), end: z.number(), text: z.string(), type: z.string(), value: z.string() }),
  ),
});

type Doc = z.infer<typeof doc>;

/** Whether a found time has the gold value, and whether a found time counts at all. */
interface Protocol {
  readonly isRight: (found: Time, gold: Doc['times'][number]) => boolean;
  readonly counts: (found: Time) => boolean;
}

/** TempEval-3: expressions matched by overlap; right where the TIMEX3 value is the same. */
const TEMPEVAL: Protocol = {
  isRight: (found, { value }) => timexOf(found) === value,
  counts: () => true,
};
/** GUM marks dates and times of day, no lengths and no "recently"; values are compared as days from and to. */
const GUM: Protocol = {
  isRight: (found, { value, type }) => {
    if (type === 'TIME') return /T\d\d:\d\d/.exec(found.value)?.[0] === /T\d\d:\d\d/.exec(value)?.[0];
    return daysFrom(found.value) === daysFrom(value);
  },
  counts: ({ type, value }) =>
    (type === 'date' || type === 'time') && !/^(?:PRESENT|PAST|FUTURE)$/.test(value),
};

export const evaluatePlatinum = evaluate('platinum', TEMPEVAL);
export const evaluateMeantime = evaluate('meantime', TEMPEVAL);
export const evaluateGumDates = evaluate('gum-dates', GUM);

function evaluate(set: string, { isRight, counts }: Protocol) {
  return async (data: string, split: string, kit: Kit): Promise<Outcome> => {
    const lines = (await readFile(join(data, `time/${set}.${split}.jsonl`), 'utf8')).trim().split('\n');
    const docs = lines.map((line) => doc.parse(JSON.parse(line)));
    const found = noCounts();
    const value = noCounts();
    const ahead = noCounts();
    const future = noCounts();
    let hasEvents = false;
    for (const { text, created, times, events, annotatedEnd = text.length } of docs) {
      const own = readTimes(text, created ?? null, kit)
        .flatMap(ends)
        .filter((time) => counts(time) && time.span.start < annotatedEnd);
      const gold = times.filter(({ start }) => start < annotatedEnd);
      const matched = gold.map((one) => own.find(({ span }) => overlaps(span, one)));
      addCounts(found, {
        right: matched.filter((one) => one !== undefined).length,
        predicted: own.length,
        gold: gold.length,
      });
      addCounts(value, {
        right: gold.filter((one) => own.some((time) => overlaps(time.span, one) && isRight(time, one)))
          .length,
        predicted: own.length,
        gold: gold.length,
      });
      if (events === undefined) continue;
      hasEvents = true;
      const marked = { text, created: created ?? null, events, annotatedEnd };
      addCounts(ahead, countAhead(marked, kit));
      addCounts(future, await countFound(marked, kit));
    }
    return {
      set,
      split,
      items: docs.length,
      figures: {
        foundF1: rates(found).f1,
        valueF1: rates(value).f1,
        valuePrecision: rates(value).precision,
        valueRecall: rates(value).recall,
        ...(hasEvents
          ? {
              futureF1: rates(ahead).f1,
              futurePrecision: rates(ahead).precision,
              futureRecall: rates(ahead).recall,
              futureFoundF1: rates(future).f1,
              futureFoundPrecision: rates(future).precision,
              futureFoundRecall: rates(future).recall,
            }
          : {}),
      },
    };
  };
}

/** The sets mark the two ends of a range as expressions of their own: "from March 3 to 5". */
export function ends(time: Time): Time[] {
  const { value, by, span } = time;
  const [from = '', to = ''] = value.split('/');
  if (!(by.startsWith('range') || by === 'weekday-range') || to === '') return [time];
  const at = span.text.search(/ ?(?:[–—-]| to | and | through | until )/);
  const middle = span.start + (at < 0 ? span.text.length >> 1 : at);
  return [
    { ...time, value: from, span: { ...span, end: middle } },
    { ...time, value: to, span: { ...span, start: middle + 1 } },
  ];
}

/** The times of a text by the function that `read` calls. */
export function readTimes(text: string, published: string | null, kit: Pick<Kit, 'abbreviations'>): Time[] {
  const report = reportOf(text, { published });
  const times = timesIn(
    report,
    layOut(report, kit.abbreviations).blocks.flatMap(({ sentences }) => sentences),
  );
  for (const { by } of times) fired.add('time', by);
  return times;
}
