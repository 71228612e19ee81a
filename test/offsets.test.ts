import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from '../src/analyse/index.ts';
import { decode } from '../src/ingest/index.ts';
import { loadKit } from '../src/load/index.ts';
import { readPlain } from '../src/read/plain/index.ts';
import { reportRecord, visitSpans } from '../src/record/index.ts';
import { places, type Span } from '../src/text/index.ts';
import { pageOf } from './reports.ts';

const kit = await loadKit({ tagger: 'linear' });

/** Pieces that reports are made of, and those that break offsets: pairs, combining marks, right-to-left, joiners, marks of order. */
const piece = fc.constantFrom(
  '“We will not pay,” ',
  '"Never," ',
  "'It's the workers' bridge,' ",
  '«Non», ',
  '„Nein“ ',
  'the mayor said ',
  'Mina Pell told reporters that ',
  'according to the harbour authority, ',
  'she wants to ',
  'the bridge is closed. ',
  '“',
  '”',
  '"',
  '\n',
  '\r\n',
  '\n\n',
  '- ',
  '😀 ',
  'é̂ ',
  'नमस्ते ',
  '🏳️‍🌈 ',
  'مرحبا ',
  'שלום ',
  '\u202eabc\u202c ',
  '\u00a0',
  '\u2028',
  '漢字。',
  '\ufeff',
  'U.S. ',
  '… ',
);
const text = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: piece },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

test('every span of every record says what the text says, in UTF-16, code points and bytes', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom('text', 'markdown'), async (written, format) => {
      const report = readPlain(pageOf(written, { format: format as 'text' | 'markdown' }));
      if ('code' in report) return;
      const [record] = await analyse([report], kit);
      reportRecord.parse(record);
      const points = [...report.text];
      const bytes = new TextEncoder().encode(report.text);
      const at = new Map([...places(report.text)].map((place) => [place.utf16, place]));
      const { report: _, ...derived } = record ?? {};
      const found: Span[] = [];
      visitSpans(derived, (span) => found.push(span) > 0);
      for (const { start, end, text } of [
        ...found,
        ...report.blocks.map((block) => ({ ...block, text: report.text.slice(block.start, block.end) })),
      ]) {
        expect(report.text.slice(start, end)).toBe(text);
        const [from, to] = [at.get(start), at.get(end)];
        expect(points.slice(from?.codePoints, to?.codePoints).join('')).toBe(text);
        expect(
          new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.slice(from?.bytes, to?.bytes)),
        ).toBe(text);
      }
    }),
    { numRuns: 1_500 },
  );
});

test('what is written as UTF-8 with or without a mark, or as UTF-16, is read back unchanged', () => {
  fc.assert(
    fc.property(text, fc.constantFrom('utf-8', 'utf-8-mark', 'utf-16le', 'utf-16be'), (written, encoding) => {
      fc.pre(
        written.isWellFormed() &&
          !written.startsWith('\ufeff') &&
          !/\p{Cc}/u.test(written.replace(/\s/g, '')),
      );
      const marked = Buffer.from(`\ufeff${written}`, encoding.startsWith('utf-16') ? 'utf16le' : 'utf8');
      const bytes =
        encoding === 'utf-8' ? Buffer.from(written) : encoding === 'utf-16be' ? marked.swap16() : marked;
      expect(decode(bytes)).toMatchObject({ text: written });
    }),
  );
});

test('every field of the record can be reached by its own schema, and the same report gives the same record', async () => {
  const page = pageOf(
    'Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said. She wants to close it.',
  );
  const report = readPlain(page);
  if ('code' in report) throw new Error(report.message);
  const [one] = await analyse([report], kit);
  const [two] = await analyse([report], kit);
  expect(JSON.stringify(one)).toBe(JSON.stringify(two));
  expect(reportRecord.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
});
