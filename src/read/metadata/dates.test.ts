import { describe, expect, test } from 'vitest';
import { reading } from '../../../test/pages/read.ts';

const TEXT =
  'The harbour board of Skarn will open the new quay in spring, its chair said on the pier this week. '.repeat(
    4,
  );

function publishedOf({ stamp, shown = '', address }: { stamp?: string; shown?: string; address?: string }) {
  const data =
    stamp === undefined
      ? ''
      : `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Quay opens","datePublished":"${stamp}"}</script>`;
  const html = `<html lang="en"><head><title>Quay opens</title>${data}</head><body><main><article><h1>Quay opens</h1>${shown}<p>${TEXT}</p><p>${TEXT}</p></article></main></body></html>`;
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
