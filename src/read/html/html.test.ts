import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAGES, textOf } from '../../../test/pages/index.ts';
import { rawPage, reading, readPage } from '../../../test/pages/read.ts';
import { bytePlaces } from '../../ingest/index.ts';
import { isInSource } from './index.ts';
import { segmentsHold } from './source-map.ts';

const blocksOf = ({ report }: ReturnType<typeof reading>, ...kinds: string[]) =>
  report.blocks
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .map(({ start, end }) => report.text.slice(start, end));

describe.each(PAGES)('$name in $charset', ({ bytes, charset, story, boilerplate, layout }) => {
  // Pages that declare nothing are sent with a header that does.
  const read = reading(bytes, layout === 'soup' || layout === 'tables' ? { charset } : {});
  const blocks = blocksOf(read);

  test('has every paragraph, heading and item of the story, in order', () => {
    const wanted = textOf(story);
    const found = blocks.map((block) => block.replace(/^- /, '')).filter((block) => wanted.includes(block));
    expect(found).toEqual(wanted);
  });

  test('has nothing that the page says besides', () => {
    for (const said of boilerplate) expect(blocks.filter((block) => block.includes(said))).toEqual([]);
  });

  test('has the headline, the date, the author', () => {
    const { report } = read;
    expect(report.headline).toBe(story.headline);
    expect(report.blocks[0]?.kind).toBe('headline');
    expect(Date.parse(report.published ?? '')).toBe(Date.parse(story.published));
    expect(report.byline).toBe(layout === 'release' ? null : story.byline);
    expect(report.language?.slice(0, 2)).toBe('en');
  });

  test('has every character in the snapshot’s bytes', () => {
    const { report, origin, page } = read;
    expect(page.encoding).toBe(charset);
    expect(isInSource(report, page.text, origin.segments)).toBe(true);
    const places = bytePlaces(page.bytes, page.encoding);
    for (const { start, end, from, to } of origin.segments) {
      const written = page.bytes.slice(places[from], places[to]);
      const decoded = new TextDecoder(page.encoding, { ignoreBOM: true }).decode(written);
      expect(decoded).toBe(page.text.slice(from, to));
      const segment = { start: 0, end: end - start, from: 0, to: to - from };
      expect(segmentsHold(report.text.slice(start, end), decoded, [segment])).toBe(true);
    }
  });
});

describe('blocks', () => {
  const page = (body: string, head = '') =>
    reading(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`);
  const filler = (count: number) =>
    Array.from(
      { length: count },
      (_, index) =>
        `<p>The harbour authority, which had been asked in March, will answer letter ${index + 1} before the end of the year, Mayor Mina Pell said.</p>`,
    ).join('');

  test('a pull quote is marked as a repeat, with or without a class', () => {
    const quotation =
      '<p>“We will pay for the bridge and for nothing else,” Ms Pell said to the council on Monday.</p>';
    for (const pull of [
      '<aside class="pull-quote"><p>We will pay for the bridge</p></aside>',
      '<blockquote>We will pay for the bridge and for nothing else</blockquote>',
    ]) {
      const read = page(
        `<h1>Bridge</h1><article>${filler(3)}${quotation}${pull}${filler(1).replace('letter 1', 'no letter')}</article>`,
      );
      for (const said of blocksOf(read, 'pullquote')) expect(said).toMatch(/^We will pay/);
      expect(blocksOf(read, 'paragraph').filter((said) => said.startsWith('We will pay'))).toEqual([]);
    }
  });

  test('a quotation set apart that is the only one of its words is one', () => {
    const read = page(
      `<h1>Bridge</h1><article>${filler(3)}<blockquote>We never heard from the province again, not once.</blockquote>${filler(5)}</article>`,
    );
    expect(blocksOf(read, 'quotation')).toContain('We never heard from the province again, not once.');
  });

  test('two line breaks part paragraphs, single ones do between whole sentences, and else are spaces', () => {
    const sentences = [1, 2, 3, 4].map(
      (number) => `The harbour authority said on Monday that letter ${number} was never sent to it.`,
    );
    for (const by of ['<br><br>', '<br>']) {
      const read = page(`<h1>Bridge</h1><div>${sentences.join(by)}</div>`);
      expect(blocksOf(read, 'paragraph')).toEqual(sentences);
    }
    expect(
      blocksOf(
        page(
          `<h1>Bridge</h1>${filler(2)}<p>12 Quay Street<br>Sannow, the coast, where it always was.</p>${filler(4)}`,
        ),
        'paragraph',
      ),
    ).toContain('12 Quay Street Sannow, the coast, where it always was.');
  });

  test('a link that nobody closed is no link', () => {
    const read = page(`<h1>Bridge</h1><p>See <a href="/map>the map</a>.</p><a href="/x">${filler(8)}`);
    expect(blocksOf(read, 'paragraph').length).toBeGreaterThanOrEqual(8);
  });

  test('what is hidden, pressed or read aloud is not read', () => {
    const read = page(
      `<h1>Bridge</h1><article>${filler(4)}<p style="display:none">A hidden line of text that ends here.</p><p>The map<span class="visually-hidden"> (opens in a new window)</span> shows it all, the authority said on Monday. <button>Press</button></p></article>`,
    );
    expect(read.report.text).not.toMatch(/hidden line|new window|Press/);
    expect(read.report.text).toContain('The map shows it all');
  });

  test('what a link of a whole sentence says is the report’s; pointers are not', () => {
    const read = page(
      `<h1>Bridge</h1><article>${filler(3)}<p><a href="/l">“We answered every letter,” the authority wrote.</a></p><p>Read more: <a href="/m">The pier is closed too</a></p><p><a href="/n">Sign up for our letter</a></p>${filler(2).replaceAll('letter', 'mail')}</article>`,
    );
    expect(blocksOf(read)).toContain('“We answered every letter,” the authority wrote.');
    expect(read.report.text).not.toMatch(/pier|Sign up/);
  });
});

describe('refused', () => {
  const code = (html: string) => {
    const read = readPage(rawPage(html));
    return 'code' in read ? read.code : read.report.text;
  };
  const card = (number: number) =>
    `<div><h3><a href="/${number}">Another report, number ${number}, of something else</a></h3><p>A line that says what report ${number} is about.</p></div>`;
  const some = (count: number, make: (number: number) => string) =>
    Array.from({ length: count }, (_, index) => make(index)).join('');
  const sentence =
    'The council voted on Monday to close the bridge to lorries, the mayor said after the vote.';

  test('an index page', () => {
    expect(code(`<title>The Courier</title><h1>News</h1>${some(20, card)}`)).toBe('index-page');
    expect(
      code(
        `<title>The Courier</title><ul>${some(40, (n) => `<li><a href="/${n}">Report ${n} of the day</a></li>`)}</ul>`,
      ),
    ).toBe('index-page');
  });

  test('no report beside which others are listed', () => {
    expect(
      code(
        `<h1>Bridge closes</h1><article>${some(6, (n) => `<p>${n}: ${sentence}</p>`)}</article><section>${some(20, card)}</section>`,
      ),
    ).toContain('0: The council');
  });

  test('a live ticker without entries', () => {
    const data =
      '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Live: the vote"}</script>';
    expect(code(`${data}<h1>Live: the vote</h1><div id="feed">Loading</div>`)).toBe('live-ticker');
  });

  test('the beginning of what is sold, and not the whole of it', () => {
    const sold =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge closes","isAccessibleForFree":"False"}</script>';
    expect(
      code(
        `${sold}<h1>Bridge closes</h1><article><p>${sentence}</p><div class="paywall">Subscribe to continue reading</div></article>`,
      ),
    ).toBe('paywall-stub');
    expect(
      code(`${sold}<h1>Bridge closes</h1><article>${some(24, (n) => `<p>${n}: ${sentence}</p>`)}</article>`),
    ).toContain('23: The council');
  });

  test('an error page, and no report about an error', () => {
    expect(code('<title>404 Not Found</title><h1>Page not found</h1><p>Try the search.</p>')).toBe(
      'error-page',
    );
    expect(code(`<title>Just a moment...</title><p>Checking your browser.</p>`)).toBe('script-wall');
    expect(
      code(
        `<h1>Missing ferry not found after two days</h1><article>${some(5, (n) => `<p>${n}: ${sentence}</p>`)}</article>`,
      ),
    ).toContain('0: The council');
  });

  test('a gallery', () => {
    expect(
      code(
        `<h1>In pictures</h1>${some(9, (n) => `<figure><img src="${n}"><figcaption>Picture ${n}, a wave at the quay.</figcaption></figure>`)}`,
      ),
    ).toBe('gallery');
  });

  test('what is not English', () => {
    const german =
      'Der Rat der Stadt hat am Montag beschlossen, die alte Brücke für Lastwagen zu sperren, sagte die Bürgermeisterin.';
    expect(code(`<html lang="en"><h1>Brücke gesperrt</h1>${some(6, (n) => `<p>${n}. ${german}</p>`)}`)).toBe(
      'not-english',
    );
  });

  test('what is empty, or a tangle', () => {
    expect(code('<html><body></body></html>')).toBe('empty');
    const frames =
      '<frameset><frame src="/a"><frameset><frame src="/b"></frameset><noframes>No frames.</noframes></frameset>';
    expect(code(`<title>Frames</title>${frames}`)).toBe('empty');
    expect(code(`<iframe><iframe><p>${sentence}</p></iframe></iframe>`)).toBe('empty');
    expect(code('<div>'.repeat(100_000))).toBe('not-text');
  });
});

const markup = fc.constantFrom(
  '<p>',
  '</p>',
  '<div class="body">',
  '</div>',
  '<b>',
  '</b></i>',
  '<br>',
  '<a href="/x">',
  '</a>',
  '<table><tr><td>',
  '</table>',
  '<!-- c -->',
  '<script>x</script>',
  '<h2>',
  '</h2>',
  '<li>',
  '<svg><p>',
  '<',
  '>',
  '<p class=',
  '<![CDATA[',
  '</',
  '<blockquote>',
  '<pre>\n',
);
const written = fc.constantFrom(
  'The mayor said so on Monday. ',
  '“We will not pay,” ',
  '&amp;',
  '&nbsp;',
  '&notit;',
  '&#8220;',
  '&#x1F600;',
  '&#0;',
  '&#xD800;',
  '&',
  '&;',
  '\r\n',
  '\r',
  '\t',
  '\u00ad',
  '\u200b',
  '😀',
  'é̂',
  'مرحبا ',
  '\u202eabc\u202c',
  '\ufffd',
  '\0',
  '&lt;p&gt;',
  '漢字',
  ', and then, ',
);

test('every kept character maps to its byte and back, whatever the page', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(markup, written), { minLength: 5, maxLength: 80 }),
      fc.constantFrom('utf-8', 'utf-16le'),
      (parts, charset) => {
        const html = `<meta charset=utf-8><h1>Head of it</h1>${parts.join('')}<p>${'The council voted on Monday, the mayor said, and that was all. '.repeat(6)}`;
        const bytes = charset === 'utf-8' ? Buffer.from(html) : Buffer.from(`\ufeff${html}`, 'utf16le');
        const page = rawPage(bytes);
        const read = readPage(page);
        if ('code' in read) return;
        const { report, origin } = read;
        expect(isInSource(report, page.text, origin.segments)).toBe(true);
        const places = bytePlaces(page.bytes, page.encoding);
        for (const { from, to } of origin.segments)
          expect(
            new TextDecoder(page.encoding, { ignoreBOM: true }).decode(
              page.bytes.slice(places[from], places[to]),
            ),
          ).toBe(page.text.slice(from, to));
      },
    ),
    { numRuns: 400 },
  );
});

test('a changed character, a moved place or a missing one is noticed', () => {
  const { report, origin, page } = reading(PAGES[0]?.bytes ?? '');
  const [first, ...rest] = origin.segments;
  if (first === undefined) throw new Error('expected segments');
  expect(isInSource(report, page.text.replace('Mina', 'Nina'), origin.segments)).toBe(false);
  expect(isInSource(report, page.text, [{ ...first, from: first.from + 1, to: first.to + 1 }, ...rest])).toBe(
    false,
  );
  expect(isInSource(report, page.text, rest)).toBe(false);
  expect(
    isInSource({ ...report, text: report.text.replace('Mina', 'Nina') }, page.text, origin.segments),
  ).toBe(false);
});

describe('the headline', () => {
  const text = Array.from(
    { length: 5 },
    (_, index) =>
      `<p>The council voted on Monday for the ${index}th time to close the bridge to lorries, the mayor said.</p>`,
  ).join('');
  const headline = (head: string, body: string) =>
    reading(`<head>${head}</head><body>${body}</body>`).report.headline;

  test('is not the name of the site, which is a heading of the first rank too on many', () => {
    const logo = '<div class="logo"><h1><a href="/">The Sannow Courier</a></h1></div>';
    const own = 'Council closes the old bridge to lorries';
    for (const title of [`${own} - The Sannow Courier`, `The Sannow Courier | ${own}`])
      for (const heading of [`<h1>${own}</h1>`, `<h1 id="own"><a href="#own">${own}</a></h1>`])
        expect(headline(`<title>${title}</title>`, `${logo}<article>${heading}${text}</article>`)).toBe(own);
  });

  test('is what machines are told where no heading says it', () => {
    expect(
      headline(
        '<meta property="og:title" content="Bridge closes to lorries | Courier"><meta property="og:site_name" content="Courier">',
        `<article>${text}</article>`,
      ),
    ).toBe('Bridge closes to lorries');
  });
});
