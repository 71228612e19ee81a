import { overlapping, type Range } from '../../../text/index.ts';
import type { Layout } from '../../layout.ts';
import { timesIn } from '../../time/index.ts';
import type { EventReading } from '../index.ts';
import { spansOf, type TokenRange } from '../token-range.ts';
import type { EncoderModel } from './model.ts';
import { WIDTH } from './piece-table.ts';
import type { Reading } from './reading.ts';
import { meanOf } from './roles.ts';
import { labelsOf, scoresAt } from './scores.ts';

const BEGIN = 1;
/** Of very many mentions the first are looked at; no report has so many. */
const MOST_MENTIONS = 80;
/** So many words of a report are asked of an event: those near the words that name it and near expressions of time. */
const MOST_WORDS = 320;

/** All words of a report, with what else events are told from. */
interface ReportWords {
  readonly length: number;
  readonly vectors: Float32Array;
  readonly ranges: readonly (Range & { readonly form: string })[];
  /** The sentence of each, counted over the report. */
  readonly sentences: readonly number[];
  /** 1 within an expression of time. */
  readonly timed: Uint8Array;
}

/**
 * The events that a report announces: a chain marks the words that name one, pairs of them are joined where a score says that
 * they name the same, and each event is then asked for its dates, place, participants and standing over the words around.
 */
export async function eventsOf(
  model: EncoderModel,
  layout: Layout,
  readings: readonly Reading[],
): Promise<EventReading[]> {
  const words = wordsOf(layout, readings);
  const { mentions, told } = await mentionsOf(model, words, readings);
  if (mentions.length === 0) return [];
  const events: EventReading[] = [];
  for (const own of await joined(model, words, { mentions, told })) events.push(await ask(model, words, own));
  return events;
}

function wordsOf({ text, blocks }: Layout, readings: readonly Reading[]): ReportWords {
  const ranges = readings.flatMap(({ stretch: { block, first, last } }) => block.tokens.slice(first, last));
  const vectors = new Float32Array(ranges.length * WIDTH);
  const sentences: number[] = [];
  let at = 0;
  let before = 0;
  for (const { vectors: own, sentences: parts } of readings) {
    vectors.set(own, at * WIDTH);
    for (const [number, { first, last }] of parts.entries())
      for (let word = first; word < last; word++) sentences[at + word] = before + number;
    at += own.length / WIDTH;
    before += parts.length;
  }
  const all = blocks.flatMap((block) => block.sentences);
  const times = timesIn({ text, published: null }, all).map(({ span }) => span);
  const timed = Uint8Array.from(ranges, (word) => (overlapping(times, word).length > 0 ? 1 : 0));
  return { length: ranges.length, vectors, ranges, sentences, timed };
}

/** Words that name events, and what pairs of them are told from, by word. */
async function mentionsOf(
  { mentions: graph, chains }: EncoderModel,
  words: ReportWords,
  readings: readonly Reading[],
): Promise<{ mentions: TokenRange[]; told: Float32Array }> {
  const names = new Float32Array(words.length * chains.event.labels);
  let told = new Float32Array();
  let at = 0;
  for (const { vectors } of readings) {
    const length = vectors.length / WIDTH;
    const { names: scores = NOTHING, of = NOTHING } = await graph({
      words: { shape: [1, length, WIDTH], values: vectors },
    });
    const inner = of.length / length;
    if (told.length === 0) told = new Float32Array(words.length * inner);
    names.set(scores, at * chains.event.labels);
    told.set(of, at * inner);
    at += length;
  }
  const places = Array.from({ length: words.length }, (_, word) => word);
  const labels = labelsOf(chains.event, scoresAt(chains.event, names, places));
  return { mentions: spansOf(labels, BEGIN).slice(0, MOST_MENTIONS), told };
}

/** Mentions of one event together, in the order of the text: each goes to the event whose mentions it fits best, if it fits. */
async function joined(
  { pairs }: EncoderModel,
  words: ReportWords,
  { mentions, told }: { mentions: readonly TokenRange[]; told: Float32Array },
): Promise<TokenRange[][]> {
  if (mentions.length === 1) return [[...mentions]];
  const inner = told.length / words.length;
  const means = mentions.map((mention) => meanOf(told, mention, inner));
  const asked = mentions.flatMap((_, later) =>
    Array.from({ length: later }, (_, earlier) => [earlier, later] as const),
  );
  const one = new Float32Array(asked.length * inner);
  const other = new Float32Array(asked.length * inner);
  const same = new Float32Array(asked.length * 2);
  for (const [row, [a, b]] of asked.entries()) {
    one.set(means[a] ?? [], row * inner);
    other.set(means[b] ?? [], row * inner);
    const [first, second] = [mentions[a] as TokenRange, mentions[b] as TokenRange];
    same[2 * row] = lastForm(words, first) === lastForm(words, second) ? 1 : 0;
    same[2 * row + 1] = words.sentences[first.first] === words.sentences[second.first] ? 1 : 0;
  }
  const { scores = NOTHING } = await pairs({
    one: { shape: [asked.length, inner], values: one },
    other: { shape: [asked.length, inner], values: other },
    same: { shape: [asked.length, 2], values: same },
  });
  const events: number[][] = [];
  // The pair of a later mention with an earlier one stands behind all pairs of mentions before the later one.
  const score = (earlier: number, later: number) => scores[(later * (later - 1)) / 2 + earlier] as number;
  for (const later of mentions.keys()) {
    const fits = events.map(
      (own) => own.reduce((sum, earlier) => sum + score(earlier, later), 0) / own.length,
    );
    const best = fits.indexOf(Math.max(...fits));
    if (best >= 0 && (fits[best] as number) > 0) events[best]?.push(later);
    else events.push([later]);
  }
  return events.map((own) => own.map((mention) => mentions[mention] as TokenRange));
}

/** The last word of a mention without its ending -s, as training has it. */
function lastForm({ ranges }: ReportWords, { last }: TokenRange): string {
  const form = ranges[last - 1]?.form ?? '';
  let end = form.length;
  while (form[end - 1] === 's') end--;
  return form.slice(0, end);
}

async function ask(
  { event, labels: { statuses } }: EncoderModel,
  words: ReportWords,
  names: readonly TokenRange[],
): Promise<EventReading> {
  const far = farFrom(words.length, names);
  const own = [...new Set(names.flatMap(({ first, last }) => words.sentences.slice(first, last)))];
  const steps = words.sentences.map((sentence) => nearest(sentence, own));
  const places = nearPlaces(words, far, steps);
  const { length } = places;
  const vectors = new Float32Array(length * WIDTH);
  for (const [row, place] of places.entries())
    vectors.set(words.vectors.subarray(place * WIDTH, (place + 1) * WIDTH), row * WIDTH);
  const mean = new Float32Array(WIDTH);
  const count = names.reduce((sum, { first, last }) => sum + last - first, 0);
  for (const span of names) {
    const part = meanOf(words.vectors, span);
    for (let at = 0; at < WIDTH; at++)
      mean[at] = (mean[at] as number) + ((part[at] as number) * (span.last - span.first)) / count;
  }
  const ints = (value: (place: number) => number) => ({
    shape: [1, length],
    values: Int32Array.from(places, value),
  });
  const {
    dates = NOTHING,
    parts = NOTHING,
    status = NOTHING,
  } = await event({
    words: { shape: [1, length, WIDTH], values: vectors },
    event: { shape: [1, WIDTH], values: mean },
    named: {
      shape: [1, length, 1],
      values: Float32Array.from(places, (place) => (far[place] === 0 ? 1 : 0)),
    },
    far: ints((place) => FAR.filter((edge) => edge <= (far[place] as number)).length),
    sentence: ints((place) => Math.min(3, Math.max(-3, steps[place] as number)) + 3),
    timed: ints((place) => words.timed[place] as number),
  });
  const shares = shareOf(status, 0, statuses.length);
  return {
    names: names.map((span) => rangeIn(words, span)),
    status: statuses.map((name, index) => [name, shares[index] as number] as const),
    words: places.map((place, row) => {
      const [, current = 0, former = 0] = shareOf(dates, row * DATES, DATES);
      const [where, who] = [sigmoid(parts[row * 2] as number), sigmoid(parts[row * 2 + 1] as number)];
      const { start, end } = words.ranges[place] as Range;
      return { start, end, current, former, place: where, who };
    }),
  };
}

const rangeIn = ({ ranges }: ReportWords, { first, last }: TokenRange): Range => ({
  start: (ranges[first] as Range).start,
  end: (ranges[last - 1] as Range).end,
});

const NOTHING = new Float32Array();
/** Roles of a date: another's, the event's, the one it had, the day of saying. */
const DATES = 4;
/** `training/encoder/event_lessons.py` has the same. */
const FAR = [1, 2, 3, 5, 8, 14, 25, 45, 80];

/** How many words each word is from the nearest that names the event: 0 within it. */
function farFrom(length: number, names: readonly TokenRange[]): Int32Array {
  const far = new Int32Array(length).fill(length);
  for (const { first, last } of names)
    for (let word = 0; word < length; word++)
      far[word] = Math.min(
        far[word] as number,
        word < first ? first - word : word >= last ? word - last + 1 : 0,
      );
  return far;
}

/** How many sentences behind the nearest of these one is; before it, less than none. */
function nearest(sentence: number, own: readonly number[]): number {
  return own.map((one) => sentence - one).toSorted((a, b) => Math.abs(a) - Math.abs(b))[0] ?? 0;
}

/** The words that are asked: of a long report whole sentences, those first that name the event, then those beside them, then those with a time. */
function nearPlaces(
  { length, sentences, timed }: ReportWords,
  far: Int32Array,
  steps: readonly number[],
): number[] {
  const all = Array.from({ length }, (_, word) => word);
  if (length <= MOST_WORDS) return all;
  const hasTime = new Set(all.filter((word) => timed[word] === 1).map((word) => sentences[word]));
  const bySentence = [...Map.groupBy(all, (word) => sentences[word]).values()];
  const rank = (own: readonly number[]) => {
    const [first = 0] = own;
    const step = Math.abs(steps[first] as number);
    return step <= 1 ? step : hasTime.has(sentences[first]) ? 2 + step / 1000 : 3 + step / 1000;
  };
  const kept: number[] = [];
  for (const own of bySentence.toSorted((a, b) => rank(a) - rank(b)))
    if (kept.length + own.length <= MOST_WORDS || own.some((word) => far[word] === 0)) kept.push(...own);
  return kept.slice(0, 2 * MOST_WORDS).toSorted((a, b) => a - b);
}

function shareOf(scores: Float32Array, from: number, count: number): number[] {
  const own = Array.from(scores.subarray(from, from + count));
  const most = Math.max(...own);
  const powers = own.map((score) => Math.exp(score - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

const sigmoid = (score: number) => 1 / (1 + Math.exp(-score));
