import { describe, expect, test } from 'vitest';
import { FILLER, pageWith } from '../../../test/pages/filler.ts';
import { reading } from '../../../test/pages/read.ts';

const TEXT =
  'The harbour board of Skarn will open the new quay in spring, its chair said on the pier this week. '.repeat(
    4,
  );

function publishedOf({
  stamp,
  shown = '',
  address,
  lang = 'en',
}: {
  stamp?: string;
  shown?: string;
  address?: string;
  lang?: string;
}) {
  const data =
    stamp === undefined
      ? ''
      : `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Quay opens","datePublished":"${stamp}"}</script>`;
  const html = `<html lang="${lang}"><head><title>Quay opens</title>${data}</head><body><main><article><h1>Quay opens</h1>${shown}<p>${TEXT}</p><p>${TEXT}</p></article></main></body></html>`;
  return reading(html, address === undefined ? {} : { address }).report.published;
}

describe('the day of a moment that is told in UTC', () => {
  const EVENING = '2031-11-06T03:28:35Z';

  test.each([
    ['<p>By Edda Bream | November 5, 2031</p>', '2031-11-05'],
    ['<p>Published: Nov. 5, 2031 at 10:28 p.m.</p>', '2031-11-05'],
    ['<time datetime="2031-11-05">Wednesday</time>', '2031-11-05'],
    ['<time datetime="2031-11-05T22:28:35-05:00">Wednesday</time>', '2031-11-05T22:28:35-05:00'],
  ])('is the one that the page shows: %s', (shown, published) => {
    expect(publishedOf({ stamp: EVENING, shown })).toBe(published);
    expect(publishedOf({ stamp: '2031-11-06T03:28:35+00:00', shown })).toBe(published);
  });

  test('is the next one where the page is written far in the east', () => {
    const shown = '<p>7 November 2031</p>';
    expect(publishedOf({ stamp: '2031-11-06T20:00:00Z', shown })).toBe('2031-11-07');
  });

  test('is the one in the address where the page shows none', () => {
    const address = 'https://quillwire.example/2031/11/05/quay-opens';
    expect(publishedOf({ stamp: EVENING, address })).toBe('2031-11-05');
  });

  test.each([
    ['the page shows the same day', '<p>November 6, 2031</p>'],
    ['no clock of the world shows that day', '<p>November 3, 2031</p>'],
    ['the page shows an hour of that day', '<time datetime="2031-11-06T09:40:00-05:00">Thursday</time>'],
    ['the day is that of a change', '<p>Updated November 5, 2031</p>'],
    ['the page shows none', ''],
  ])('is UTC’s where %s', (_, shown) => {
    expect(publishedOf({ stamp: EVENING, shown })).toBe(EVENING);
  });

  test('is not the one in the address where the page shows UTC’s', () => {
    const address = 'https://quillwire.example/2031/11/05/quay-opens';
    expect(publishedOf({ stamp: EVENING, shown: '<p>November 6, 2031</p>', address })).toBe(EVENING);
  });

  test('is not asked for where the zone is told', () => {
    const stamp = '2031-11-05T22:28:35-05:00';
    expect(publishedOf({ stamp, shown: '<p>November 4, 2031</p>' })).toBe(stamp);
  });
});

test.each([
  ['https://quillwire.example/2031/11/08/quay-opens', '2031-11-08'],
  ['https://quillwire.example/2031/1/11/quay-opens', '2031-01-11'],
  ['https://quillwire.example/2031/11/8/quay-opens', '2031-11-08'],
  ['https://quillwire.example/2031/nov/08/quay-opens', '2031-11-08'],
  ['https://quillwire.example/quay-opens-20311108', '2031-11-08'],
  ['https://quillwire.example/quay-opens-2031-12-31.html', '2031-12-31'],
  ['https://quillwire.example/2031118/quay-opens', null],
  ['https://quillwire.example/2031/13/08/quay-opens', null],
  ['https://quillwire.example/quay-opens-2031-118', null],
])('the day in an address: %s', (address, published) => {
  expect(publishedOf({ address })).toBe(published);
});

describe('a day that is shown in numbers', () => {
  test.each([
    ['<p>Published Wed 05/11/2031</p>', '2031-11-05'],
    ['<p>Published Sunday, 05/11/2031</p>', '2031-05-11'],
    ['<p>05.11.31</p>', '2031-11-05'],
  ])('is read by the weekday beside it or by its dots: %s', (shown, published) => {
    expect(publishedOf({ shown })).toBe(published);
  });

  test('is read by the custom of the place that the page or its address names', () => {
    const shown = '<p>Published 05/11/2031</p>';
    expect(publishedOf({ shown })).toBeNull();
    expect(publishedOf({ shown, lang: 'en-GB' })).toBe('2031-11-05');
    expect(publishedOf({ shown, lang: 'en-US' })).toBe('2031-05-11');
    expect(publishedOf({ shown, address: 'https://quillwire.example.co.uk/quay-opens' })).toBe('2031-11-05');
    // Many a system says "en-US" of every page.
    const address = 'https://quillwire.example.com.au/quay-opens';
    expect(publishedOf({ shown, lang: 'en-US', address })).toBe('2031-11-05');
  });

  test('is none where a weekday says that neither reading is right, or two digits stand within a line', () => {
    expect(publishedOf({ shown: '<p>Published Monday, 05/11/2031</p>' })).toBeNull();
    expect(publishedOf({ shown: '<p>Quay plan 05.11.31 revised</p>' })).toBeNull();
  });
});

describe('a day that is shown in other ways', () => {
  test.each([
    ['<h2>mercredi 5 novembre 2031</h2>', '2031-11-05'],
    ['<p>5. November 2031</p>', '2031-11-05'],
    ['<p>5 de noviembre de 2031</p>', '2031-11-05'],
    ['<span class="posted-date" data-timestamp="1951776000">Wednesday</span>', '2031-11-07T00:00:00Z'],
    ['<span class="ts" data-timestamp="1951776000"></span>', '2031-11-07T00:00:00Z'],
    ['<span class="posted-date" data-published-at="1951776000000">Wednesday</span>', '2031-11-07T00:00:00Z'],
  ])('%s', (shown, published) => {
    expect(publishedOf({ shown })).toBe(published);
  });

  test('is the only one of an old page, in a column beside its text', () => {
    const lines = '<p>Weather</p>'.repeat(14);
    expect(publishedOf({ shown: `<div>Nov 5, 2031</div>${lines}` })).toBe('2031-11-05');
    expect(publishedOf({ shown: `<div>Nov 5, 2031</div>${lines}<div>Nov 6, 2031</div>${lines}` })).toBeNull();
    expect(publishedOf({ shown: `<header>Nov 5, 2031</header>${lines}` })).toBeNull();
  });

  test('is not one that the report tells of', () => {
    const shown = '<p>Posted 3 hours ago</p><p>The quay opens on 3 November 2031.</p>';
    expect(publishedOf({ shown })).toBeNull();
    expect(publishedOf({ shown: '<p>SKARN, Nov. 5, 2031 (Quillwire) — The quay opens on Monday.</p>' })).toBe(
      '2031-11-05',
    );
  });
});

describe('of several days near the text', () => {
  const dates = (above: string, below: string) => {
    const { published, modified } = reading(
      `<!doctype html><html lang="en"><body>${above}<main><h1>Bridge</h1>${below}<article>${FILLER}</article></main></body></html>`,
    ).report;
    return { published, modified };
  };

  test('one below the headline goes before one above it', () => {
    expect(
      dates(
        '<div>Today: Sunday 4 March 2034 · Wheat 168</div>',
        '<div>Septimus Vale | Tuesday 30 May 2033</div>',
      ).published,
    ).toBe('2033-05-30');
  });

  test('a line of two days ends with a full stop and is no sentence', () => {
    expect(dates('', '<p>Updated 14 June 2034. First published 12 June 2034.</p>')).toEqual({
      published: '2034-06-12',
      modified: '2034-06-14',
    });
  });

  test('what is on is told above the headline, and not when it was published', () => {
    const soon =
      '<div><p>Coffee: <time datetime="2034-11-19">Nov. 19</time></p><p>Toys: <time datetime="2034-12-03">Dec. 3</time></p></div>';
    expect(dates(soon, '<p>Release Date: October 28, 2034</p>').published).toBe('2034-10-28');
  });

  test('those beside links to other stories are theirs', () => {
    const other = (day: string) =>
      `<div><a href="/o">Goods shed to be a library</a> <time datetime="${day}">then</time></div>`;
    expect(dates('', `<section>${other('2033-04-11')}${other('2032-12-03')}</section>`).published).toBeNull();
  });

  test('that of a card which tells programs of another report is its own', () => {
    const card =
      '<div itemscope itemtype="https://schema.org/Article"><a href="/o">Cathedral organ silenced by moths</a> <meta itemprop="datePublished" content="2033-11-02"></div>';
    expect(dates('', `<p>Posted 9 February 2034</p>${card}`).published).toBe('2034-02-09');
  });

  test('one that opens the text is its day', () => {
    const html = pageWith('').replace(
      '<article>',
      '<article><p>Feb. 23, 2035 -- The harbour authority will answer every letter by May, it said.</p>',
    );
    expect(reading(html).report.published).toBe('2035-02-23');
  });
});
