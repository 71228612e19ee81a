/**
 * First step: reads what hands marked of announced events and writes reports as windows of pieces with what is right, one a
 * line. `node training/events/prepare.ts --data DIR --work DIR`; the work folder holds `vocab.txt` (../encoder/take_base.py).
 */
import { createWriteStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Announcement, anchorsIn, readHands, wholeText } from '../../evals/revisions/read.ts';
import { layOut } from '../../src/analyse/layout.ts';
import { windowsOf } from '../../src/analyse/tag/encoder/windows.ts';
import { wordPieces } from '../../src/analyse/tag/encoder/word-pieces.ts';
import { timesIn } from '../../src/analyse/time/index.ts';
import { loadAbbreviations } from '../../src/load/index.ts';
import { bisect, type Range } from '../../src/text/index.ts';
import { reportOf } from '../../test/reports.ts';
import { type Mark, type MarkedReport, readMarked } from './marked.ts';

const HANDS = new URL('hands/', import.meta.url);
const DATES = ['current', 'former', 'other', 'said'] as const;

/** A report with its marks, and whether who takes part is marked in it too. */
interface Lesson extends Pick<MarkedReport, 'published' | 'text' | 'marks' | 'events'> {
  readonly hand: string;
  readonly name: string;
  readonly marksWho: boolean;
}

const { values } = parseArgs({
  options: { data: { type: 'string' }, work: { type: 'string', default: 'training/encoder/work' } },
});
const { data, work } = values;
if (data === undefined) {
  console.error('expected --data DIR, the folder that holds revisions/');
  process.exit(2);
}
const abbreviations = await loadAbbreviations();
const pieces = wordPieces((await readFile(join(work, 'vocab.txt'), 'utf8')).trimEnd().split('\n'));
const file = createWriteStream(join(work, 'events.jsonl'));
for (const lesson of [...(await ourHands()), ...(await hands(data))])
  file.write(`${JSON.stringify(rowOf(lesson))}\n`);
await new Promise<void>((done) => file.end(done));

async function ourHands(): Promise<Lesson[]> {
  const names = (await readdir(HANDS)).filter((name) => name.endsWith('.txt')).toSorted();
  const read = names.map(async (name) => {
    const reports = readMarked(await readFile(new URL(name, HANDS), 'utf8'));
    const hand = name.replace('.txt', '');
    return reports.map((one): Lesson => ({ ...one, hand, name: `${one.chain}-${one.item}`, marksWho: true }));
  });
  return (await Promise.all(read)).flat();
}

/** The chains of the evaluation whose dates are marked; our own forty are not. */
async function hands(data: string): Promise<Lesson[]> {
  return (await readHands(data, 'dev')).flatMap(({ name: hand, items }) =>
    items.flatMap((one) => (one.gold.dates === undefined ? [] : [lessonOf(hand, one, one.gold.dates)])),
  );
}

function lessonOf(
  hand: string,
  one: Announcement,
  dates: NonNullable<Announcement['gold']['dates']>,
): Lesson {
  const { chain, item, published, gold } = one;
  const text = wholeText(one);
  const marks: Mark[] = anchorsIn(text, gold).map((range) => ({ part: 'names', event: 1, ...range }));
  let from = 0;
  for (const { text: words, role } of dates) {
    const start = text.indexOf(words, from);
    const part = DATES.find((one) => one === role);
    if (start < 0 || part === undefined) continue;
    from = start + words.length;
    marks.push({ part, event: part === 'current' || part === 'former' ? 1 : null, start, end: from });
  }
  const place = gold.place === null ? -1 : text.indexOf(gold.place);
  if (place >= 0)
    marks.push({ part: 'place', event: 1, start: place, end: place + (gold.place?.length ?? 0) });
  const status = gold.status as MarkedReport['events'][number]['status'];
  const events = [{ number: 1, when: gold.when, status }];
  return { hand, name: `${chain}-${item}`, published, text, marks, events, marksWho: false };
}

function rowOf({ hand, name, published, text, marks, events, marksWho }: Lesson) {
  const report = reportOf(text, { published, path: name });
  const layout = layOut(report, abbreviations);
  const windows = windowsOf(layout, pieces);
  const words = windows.flatMap(({ stretches }) =>
    stretches.flatMap(({ block, first, last }) => block.tokens.slice(first, last)),
  );
  const sentences = layout.blocks.flatMap((block) => block.sentences);
  const within = ({ start, end }: Range): [number, number] | null => {
    const first = bisect(words.length, (index) => (words[index]?.end ?? 0) <= start);
    const last = bisect(words.length, (index) => (words[index]?.start ?? 0) < end);
    return first < last ? [first, last] : null;
  };
  const placesOf = (wanted: (mark: Mark) => boolean) =>
    marks.filter(wanted).flatMap((mark) => [within(mark) ?? []].filter((found) => found.length > 0));
  return {
    hand,
    name,
    marksWho,
    windows: windows.map(({ ids, shapes, marks: quotes, heads }) => ({ ids, shapes, marks: quotes, heads })),
    sentences: words.map(({ start }) => bisect(sentences.length, (at) => (sentences[at]?.end ?? 0) <= start)),
    words: words.map(({ text: form }) => form),
    times: timesIn(report, sentences).flatMap(({ span, type, value }) => {
      const found = within(span);
      return found === null ? [] : [{ words: found, type, value }];
    }),
    dates: marks.flatMap((mark) => {
      const isDate = mark.part !== 'names' && mark.part !== 'place' && mark.part !== 'who';
      const found = isDate ? within(mark) : null;
      return found === null ? [] : [{ words: found, role: mark.part, event: mark.event }];
    }),
    events: events.map(({ number, when, status }) => ({
      when,
      status: status === 'under way' ? 'held' : status,
      names: placesOf(({ part, event }) => part === 'names' && event === number),
      place: placesOf(({ part, event }) => part === 'place' && event === number),
      who: placesOf(({ part, event }) => part === 'who' && event === number),
      number,
    })),
  };
}
