import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from '../src/analyse/index.ts';
import { decode, ingest, NOTHING_GIVEN } from '../src/ingest/index.ts';
import { loadKit } from '../src/load/index.ts';
import { readPlain } from '../src/read/plain/index.ts';
import { firstBrokenSpan, REFUSALS } from '../src/record/index.ts';
import { pageOf } from './reports.ts';
import { offline } from './sources.ts';

const kit = await loadKit({ tagger: 'linear' });
const INPUTS = 1_000;
/** Characters of the longest repeated input: time grows with the length alone, and a report of this length is a book. */
const LONGEST = 10_000;
/** Milliseconds of this thread's own time: the machine is shared. */
const SLOWEST = 5_000;

const words = fc
  .array(
    fc.constantFrom(
      'the mayor said',
      '“Yes,”',
      '"',
      '“',
      '”',
      "'",
      '«',
      '[',
      ']',
      '(',
      'according to',
      'x',
      '\n',
      ': ',
      '- ',
      '> ',
      '#',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(' '));
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const repeated = fc.tuple(
  fc.constantFrom(
    '“a ',
    '"',
    "' b",
    '[',
    '> ',
    '- ',
    '* ',
    'he said, ',
    'a. ',
    '\n\n',
    '“Yes,” he said.\n',
    'x',
    '\t',
    '😀',
    '\ud83d',
  ),
  fc.integer({ min: 1, max: 200_000 }),
);

/** Bytes of every sort that a disk or a stranger may hand in. */
const hostile = fc.oneof(
  { weight: 4, arbitrary: fc.uint8Array({ maxLength: 400 }) },
  { weight: 4, arbitrary: words.map(bytesOf) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(words, fc.uint8Array({ maxLength: 8 }))
      .map(([text, junk]) => new Uint8Array([...bytesOf(text), ...junk, ...bytesOf(text)])),
  },
  {
    weight: 2,
    arbitrary: words.chain((text) =>
      fc.nat(Math.max(0, bytesOf(text).length)).map((cut) => bytesOf(text).slice(0, cut)),
    ),
  },
  {
    weight: 1,
    arbitrary: words.map((text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')).slice(0, -1)),
  },
  {
    weight: 1,
    arbitrary: repeated.map(([unit, times]) => bytesOf(unit.repeat(Math.min(times, LONGEST / unit.length)))),
  },
  {
    weight: 1,
    arbitrary: words.map((text) => bytesOf(JSON.stringify({ text, outlet: text, published: text }))),
  },
);

/** Says how long the bytes are and how they begin: a counterexample of megabytes helps nobody. */
const shown = (bytes: Uint8Array) =>
  Object.defineProperty(bytes, fc.toStringMethod, {
    value: () =>
      `${bytes.length} bytes: ${JSON.stringify(Buffer.from(bytes.subarray(0, 80)).toString('latin1'))}`,
  });

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

test(`${INPUTS} bad inputs: each a record whose spans hold or a refusal with its name, none slow, none a crash`, {
  timeout: 600_000,
}, async () => {
  const refused = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(hostile.map(shown), fc.constantFrom('text', 'markdown'), async (bytes, format) => {
      const start = process.threadCpuUsage();
      const decoded = decode(bytes);
      const report =
        'text' in decoded
          ? readPlain({ ...pageOf(decoded.text), format: format as 'text' | 'markdown' })
          : decoded;
      if ('code' in report) {
        expect(Object.keys(REFUSALS)).toContain(report.code);
        expect(report.message).not.toBe('');
        refused.set(report.code, (refused.get(report.code) ?? 0) + 1);
      } else {
        const [record] = await analyse([report], kit);
        expect(record === undefined ? 'no record' : firstBrokenSpan(record)).toBeNull();
      }
      expect(process.threadCpuUsage(start).user / 1000).toBeLessThan(SLOWEST);
    }),
    { numRuns: INPUTS, endOnFailure: true },
  );
  expect([...refused.keys()].length).toBeGreaterThan(2);
});

test('the same bytes on standard input are pages or named failures', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(hostile.map(shown), async (bytes) => {
      for await (const page of ingest([{ kind: 'input', path: '-' }], NOTHING_GIVEN, offline(once(bytes))))
        if (page.kind === 'failed') expect(Object.keys(REFUSALS)).toContain(page.refusal.code);
    }),
    { numRuns: 200 },
  );
});
