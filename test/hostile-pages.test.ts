import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOTHING_GIVEN, pageOf } from '../src/ingest/index.ts';
import { loadPageKit } from '../src/load/page-kit.ts';
import { isInSource, readHtml } from '../src/read/html/index.ts';
import { REFUSALS } from '../src/record/index.ts';
import { PAGES } from './pages/index.ts';

const kit = await loadPageKit();
const INPUTS = 600;
/** Milliseconds of this thread's own time: the machine is shared. */
const SLOWEST = 5_000;
/** A page of the largest size takes half of this in a quiet hour. */
const SLOWEST_LARGE = 10_000;

/** Reads some bytes as a page: a refusal that has a name, or a report whose every character is in them; never slow. */
function outcome(bytes: Uint8Array, slowest = SLOWEST): string {
  const start = process.threadCpuUsage();
  const page = pageOf({ path: 'p', place: 'p', format: 'html', bytes, given: NOTHING_GIVEN });
  const read = page.kind === 'failed' ? page.refusal : readHtml(page, kit);
  expect(process.threadCpuUsage(start).user / 1000).toBeLessThan(slowest);
  if ('code' in read) {
    expect(Object.keys(REFUSALS)).toContain(read.code);
    expect(read.message).not.toBe('');
    return read.code;
  }
  if (page.kind === 'page') expect(isInSource(read.report, page.text, read.origin.segments)).toBe(true);
  return 'report';
}

const whole = PAGES.map(({ bytes }) => bytes);
const cut = fc
  .constantFrom(...whole)
  .chain((bytes) => fc.nat(bytes.length).map((end) => bytes.slice(0, end)));
const torn = fc
  .tuple(fc.constantFrom(...whole), fc.nat(), fc.uint8Array({ maxLength: 40 }))
  .map(([bytes, at, junk]) => {
    const place = at % bytes.length;
    return new Uint8Array([...bytes.slice(0, place), ...junk, ...bytes.slice(place)]);
  });
const mixed = fc
  .tuple(fc.constantFrom(...whole), fc.constantFrom(...whole))
  .map(([one, other]) => new Uint8Array([...one.slice(0, one.length / 2), ...other.slice(other.length / 2)]));
const soup = fc
  .array(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="related">',
      '</div>',
      '<table>',
      '<td>',
      '<select>',
      '<svg>',
      '<math>',
      '<template>',
      '<a href="',
      '">',
      '<h1>',
      '<br>',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<style>',
      '<textarea>',
      '<title>',
      '<frameset>',
      '<body>',
      '<html lang="de">',
      '<plaintext>',
      '<meta charset="utf-16">',
      '<meta charset="koi8-r">',
      '<base href="javascript:">',
      '<link rel="canonical" href="//x">',
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":',
      '"a"}',
      '&',
      '&#xffffffff;',
      '“We will not pay,” the mayor said on Monday. ',
      'word ',
    ),
    { maxLength: 120 },
  )
  .map((parts) => new Uint8Array(Buffer.from(parts.join(''))));

test(`${INPUTS} bad pages: a report whose characters are in them, or a refusal with its name`, {
  timeout: 300_000,
}, () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(fc.oneof(cut, torn, mixed, soup, fc.uint8Array({ maxLength: 300 })), (bytes) => {
      const what = outcome(bytes);
      seen.set(what, (seen.get(what) ?? 0) + 1);
    }),
    { numRuns: INPUTS, endOnFailure: true },
  );
  expect(seen.size).toBeGreaterThan(2);
});

describe('a page of ten megabytes', () => {
  const LENGTH = 10_000_000;
  const filled = (unit: string) => unit.repeat(Math.floor(LENGTH / unit.length));
  const report = `<h1>Bridge closed</h1><article>${Array.from({ length: 12 }, (_, index) => `<p>The council voted on Monday for the ${index}th time to close the bridge to lorries, the mayor said after it.</p>`).join('')}</article>`;

  test('that is a report with much around it is read', () => {
    expect(outcome(Buffer.from(`<script>${filled('let a = 1; ')}</script>${report}`), SLOWEST_LARGE)).toBe(
      'report',
    );
    expect(outcome(Buffer.from(`${report}<!-- ${filled('word ')} -->`), SLOWEST_LARGE)).toBe('report');
    expect(
      outcome(Buffer.from(`<style>${filled('p { color: red } ')}</style>${report}`), SLOWEST_LARGE),
    ).toBe('report');
  });

  test.each([
    ['a text without end', '<p>', 'The council voted on Monday, '],
    ['elements in elements', '', '<div>'],
    ['elements that nobody closed', '', '<b><i><p>x'],
    ['references', '<p>', '&amp; &quot; '],
    ['ampersands', '<p>', '&'],
    ['brackets', '<p>', '<'],
    ['links', '<ul>', '<li><a href="/x">A headline of something</a></li>'],
    ['pull quotes', '', '<blockquote>We will pay for the bridge</blockquote>'],
    ['classes', '', `<p class="${'a-b_c '.repeat(300)}">x`],
    ['tables in tables', '', '<table><tr><td>x'],
  ])('of %s is read or refused in time', (_, before, unit) => {
    expect(outcome(Buffer.from(before + filled(unit)), SLOWEST_LARGE)).toMatch(
      /^(?:too-long|not-text|empty|report)$/,
    );
  });
});
