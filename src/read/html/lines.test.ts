import { describe, expect, test } from 'vitest';
import { rawPage, reading, readPage } from '../../../test/pages/read.ts';
import { isInSource } from './index.ts';

const FILLER = [1, 2, 3]
  .map(
    (one) =>
      `<p>The harbour authority will answer letter ${one} before the end of the year, Mayor Mina Pell said.</p>`,
  )
  .join('');
const page = (body: string) =>
  `<!doctype html><html lang="en"><body><main><h1>Bridge</h1><article>${FILLER}${body}${FILLER.replaceAll('letter', 'note')}</article></main></body></html>`;

describe('a paragraph stays whole', () => {
  test.each([
    [
      'an element that HTML does not know',
      '<p>“We will not leave the <x-term>boats</x-term> stranded,” Dorn told the council.</p>',
    ],
    ['a button', '<p>“We will not leave the <button>boats</button> stranded,” Dorn told the council.</p>'],
    [
      'a picture',
      '<p>“We will not leave the <picture><img src="a.png"></picture>boats stranded,” Dorn told the council.</p>',
    ],
    [
      'an advertisement',
      '<p>“We will not leave the <div class="ad-slot">Advertisement</div> boats stranded,” Dorn told the council.</p>',
    ],
    [
      'what comes up over a word',
      '<p>“We will not leave the <a href="/b">boats</a><span role="tooltip">Boats: all stories</span> stranded,” Dorn told the council.</p>',
    ],
    ['a quotation element', '<p><q>We will not leave the boats stranded,</q> Dorn told the council.</p>'],
    [
      'the mark of a note',
      '<p>“We will not leave the boats<sup><a href="#n1">1</a></sup> stranded,” Dorn told the council.</p>',
    ],
    [
      'how a word is read',
      '<p>“We will not leave the <ruby>boats<rp>(</rp><rt>BOHTS</rt><rp>)</rp></ruby> stranded,” Dorn told the council.</p>',
    ],
  ])('around %s', (_, body) => {
    const read = reading(page(body));
    const { text, blocks } = read.report;
    const said = blocks.map(({ start, end }) => text.slice(start, end));
    expect(said).toContain('“We will not leave the boats stranded,” Dorn told the council.');
    expect(isInSource(read.report, read.page.text, read.origin.segments)).toBe(true);
  });
});

test('a post is one block with the line of its author', () => {
  const { report } = reading(
    page(
      '<blockquote class="twitter-tweet"><p>No crew will lose a day’s pay.</p>&mdash; Dorrit Vane (@dorritvane) <a href="/1">May 14, 2031</a></blockquote>',
    ),
  );
  const [post] = report.blocks.filter(({ kind }) => kind === 'post');
  expect(report.text.slice(post?.start, post?.end)).toBe(
    'No crew will lose a day’s pay. — Dorrit Vane (@dorritvane) May 14, 2031',
  );
});

test.each([
  [
    'consent-wall',
    '<h1>We value your privacy</h1><p>We and our partners store personal data on your device, such as cookies. You agree to advertising by clicking Accept.</p>',
  ],
  [
    'script-wall',
    '<p>Please enable JavaScript and cookies to continue. Your browser is being checked before you can read this.</p>',
  ],
  [
    'error-page',
    '<h1>This story has been removed</h1><p>The story you are trying to read has been taken down. You can search for it, or begin at the front page.</p>',
  ],
  [
    'redirect-stub',
    '<meta http-equiv="refresh" content="0; url=/lock"><p>You are being taken to the story.</p>',
  ],
])('what is no report is refused as %s', (code, body) => {
  expect(readPage(rawPage(`<!doctype html><html lang="en"><body>${body}</body></html>`))).toMatchObject({
    code,
  });
});

test('a report about cookies is one', () => {
  const { report } = reading(
    `<!doctype html><html lang="en"><body><article><h1>Site fined over cookies</h1><p>The regulator fined a site that set cookies and passed personal data to partners without consent, it said on Monday.</p><p>“You could not find the button, and we looked for an hour,” its head, Femke Rood, said of the settings for privacy.</p>${FILLER}</article></body></html>`,
  );
  expect(report.headline).toBe('Site fined over cookies');
});
