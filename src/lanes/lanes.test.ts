import { afterEach, describe, expect, test } from 'vitest';
import { ENDS, FILLS, faulty, THROWS } from '../../test/faults/faulty.ts';
import { reportOf } from '../../test/reports.ts';
import { loadKit } from '../load/index.ts';
import type { Report } from '../record/index.ts';
import { type Lanes, oneLane, openLanes } from './index.ts';

const whole = await loadKit({ tagger: 'linear' });
const kit = faulty(whole);
const entry = new URL('../../test/faults/worker.ts', import.meta.url);

let lanes: Lanes = oneLane(kit);
afterEach(() => lanes.close());

const report = (number: number, words = '') =>
  reportOf(`Bridge ${number}\n\n“Bridge ${number} is not safe,” Mayor Mina Pell said. ${words}\n`);
const batch = (from: number, marked: ReadonlyMap<number, string> = new Map()) =>
  Array.from({ length: 16 }, (_, index) => report(from + index, marked.get(from + index)));

/** What became of each report: the code of its failure, or how many statements were found in it. */
const outcomes = async (reports: readonly Report[], alone = false) =>
  (await lanes.analyse(reports, alone)).map((one) => ('code' in one ? one.code : one.statements.length));
const expected = (from: number, broken: readonly number[]) =>
  Array.from({ length: 16 }, (_, index) => (broken.includes(from + index) ? 'internal' : 1));

const SENTENCES =
  'The bridge is closed until May, the mayor said on Monday. The ferry will sail twice an hour until then, from six.';

describe('one lane', () => {
  test('fails the reports that break the analysis and no other of their batch, by name', async () => {
    lanes = oneLane(kit);
    const marked = new Map([3, 9].map((number) => [number, THROWS]));
    expect(await outcomes(batch(0, marked))).toEqual(expected(0, [3, 9]));
    const [broken] = await lanes.analyse([report(1, THROWS)], true);
    expect(broken).toMatchObject({
      kind: 'refusal',
      code: 'internal',
      message:
        'expected to read this input, found a fault of Onrecord itself: TypeError: a fault put in on purpose',
      stack: expect.stringContaining('faulty.ts'),
    });
  });

  test('gives the others the records that they have without the culprit', async () => {
    lanes = oneLane(kit);
    const records = await lanes.analyse(batch(0, new Map([[5, THROWS]])), false);
    const alone = await oneLane(whole).analyse(batch(0), false);
    expect(records.toSpliced(5, 1)).toEqual(alone.toSpliced(5, 1));
  });

  test('fails a record whose spans do not hold', async () => {
    const { tagger } = whole;
    const own = report(1);
    let text = own.text;
    const changing = Object.defineProperty({ ...own }, 'text', { get: () => text });
    // Once its statements are found, the report has another text.
    const tag: typeof tagger.tag = async (layouts, part) => {
      const found = await tagger.tag(layouts, part);
      if (part === 'contents') text = own.text.toUpperCase();
      else text = own.text;
      return found;
    };
    lanes = oneLane({ ...whole, tagger: { ...tagger, tag } });
    expect(await outcomes([changing, report(2)])).toEqual(['internal', 1]);
  });

  test('fails a page that breaks the reader, and no other', async () => {
    lanes = oneLane(whole);
    const page = {
      path: 'p',
      text: `<p>${SENTENCES}`,
      encoding: 'utf-8',
      snapshot: report(1).snapshot,
      given: { url: null, outlet: null, published: null, headline: null },
      web: null,
    };
    const broken = Object.defineProperty({ ...page }, 'text', {
      get: () => {
        throw new Error('no text');
      },
    });
    const read = await lanes.read([page, broken, page], true);
    expect(read.map((one) => ('code' in one ? one.code : one.report.text))).toEqual([
      SENTENCES,
      'internal',
      SENTENCES,
    ]);
  });
});

describe('several lanes', () => {
  const open = (oldMegabytes = 2000) =>
    openLanes(2, kit, {}, { entry, limits: { maxOldGenerationSizeMb: oldMegabytes } });

  test.each([
    ['throws', THROWS],
    ['ends its thread', ENDS],
  ])(
    'a report that %s fails alone; its batch and all others go on',
    { timeout: 120_000 },
    async (_, words) => {
      lanes = open();
      const marked = new Map([18, 30, 33].map((number) => [number, words]));
      const all = await Promise.all([0, 16, 32, 48].map((from) => outcomes(batch(from, marked))));
      expect(all).toEqual([expected(0, []), expected(16, [18, 30]), expected(32, [33]), expected(48, [])]);
      // The dead are replaced: what comes later is as it was.
      expect(await outcomes(batch(64))).toEqual(expected(64, []));
    },
  );

  test('a report that fills a thread’s memory fails alone', { timeout: 240_000 }, async () => {
    lanes = open(400);
    const all = await Promise.all([
      outcomes(batch(0, new Map([[7, FILLS]]))),
      outcomes(batch(16)),
      outcomes(batch(32)),
    ]);
    expect(all).toEqual([expected(0, [7]), expected(16, []), expected(32, [])]);
  });

  test('what is waited for when the lanes are closed fails, and does not hang', async () => {
    const own = open();
    const waiting = own.analyse(batch(0), false);
    const told = expect(waiting).rejects.toThrow('closed');
    await own.close();
    await told;
  });
});
