import { describe, expect, test } from 'vitest';
import { FILLER, pageWith } from '../../../test/pages/filler.ts';
import { reading } from '../../../test/pages/read.ts';

test('a headline that only its size sets apart is found by the title', () => {
  const { report } = reading(
    `<!doctype html><html lang="en"><head><title>The Esterhaven Standard - Ferry pilots walk out over fog rule</title></head><body><table><tr><td>HARBOUR<br><font size="5">Ferry pilots walk out over fog rule</font><br>By Ada Lunn</td></tr></table>${FILLER}</body></html>`,
  );
  expect(report.headline).toBe('Ferry pilots walk out over fog rule');
});

test.each([
  ['en_US', 'en-US'],
  ['EN-gb', 'en-GB'],
  ['en', 'en'],
])('a language written %s is %s', (written, language) => {
  expect(reading(pageWith('').replace('lang="en"', `lang="${written}"`)).report.language).toBe(language);
});

test('a related story’s data are not the page’s', () => {
  const card =
    '<x-card><script type="application/ld+json">{"@type":"NewsArticle","headline":"Parish council sells its hearse","datePublished":"2017-02-11","author":{"name":"Cato Vine"}}</script></x-card>';
  const { report } = reading(
    `<!doctype html><html lang="en"><head><title>Grave diggers of Wendling Cross join a union</title></head><body><h1>Grave diggers of Wendling Cross join a union</h1>${card}${FILLER}</body></html>`,
  );
  expect(report).toMatchObject({ published: null, byline: null });
});

test('a heading that leads home, or is the end of the title, names the site', () => {
  const headed = (h1: string, title: string) =>
    reading(
      `<!doctype html><html lang="en"><head><title>${title}</title></head><body><header><h1>${h1}</h1></header><article><h2>Cattle grid inventor honoured at last</h2>${FILLER}</article></body></html>`,
    ).report.headline;
  const headline = 'Cattle grid inventor honoured at last';
  expect(headed('<a href="/">Upland Radio News</a>', 'Upland Radio News')).toBe(headline);
  expect(headed('Upland Radio', `${headline} - Upland Radio`)).toBe(headline);
});

test('a day of a far year is none', () => {
  const { report } = reading(
    `<!doctype html><html lang="en"><head><meta property="article:published_time" content="2099-12-31T23:59:59Z"></head><body><article><h1>Bridge</h1><p>Thursday 28 March 2019</p>${FILLER}</article></body></html>`,
  );
  expect(report.published).toBe('2019-03-28');
});

test('a placeholder that is marked as the day is none', () => {
  const { report } = reading(
    `<!doctype html><html lang="en"><body><article><meta itemprop="datePublished" content="1900-01-01T00:00:00"><h1>Bridge</h1><p>Saturday 18 June 2022</p>${FILLER}</article></body></html>`,
  );
  expect(report.published).toBe('2022-06-18');
});

test('a dateline tells the day', () => {
  const { report } = reading(
    `<!doctype html><html lang="en"><body><article><h1>Bridge</h1><p>PORT MARIS, 9 June 2031 (OPN) – Miners voted on Monday to keep the railway that carries their ore.</p>${FILLER}</article></body></html>`,
  );
  expect(report.published).toBe('2031-06-09');
});

describe('the outlet', () => {
  const outletOf = (head: string, host: string) =>
    reading(
      pageWith('').replace(
        '<html lang="en">',
        `<html lang="en"><head><title>Bridge | The Larkfield Courier</title>${head}<link rel="canonical" href="https://www.${host}/bridge"></head>`,
      ),
    ).report.outlet;
  const site = (name: string) => `<meta property="og:site_name" content="${name}">`;

  test.each([
    [
      'as the site names itself',
      'The Courier of Larkfield',
      'larkfieldcourier.example',
      'The Courier of Larkfield',
    ],
    ['not its host’s middle', 'larkfieldcourier', 'larkfieldcourier.example', 'The Larkfield Courier'],
    ['not its section', 'U.S.', 'larkfieldcourier.example', 'The Larkfield Courier'],
    ['not the headline', 'Bridge', 'larkfieldcourier.example', 'The Larkfield Courier'],
    ['without what it offers', 'City News, Weather, Sports | WQLN 7News', 'wqln.example', 'WQLN 7News'],
  ])('is named %s', (_, name, host, outlet) => {
    expect(outletOf(site(name), host)).toBe(outlet);
  });
});

test('a station that signs its own report is no agency', () => {
  const html = pageWith('').replace(
    '<article>',
    '<article><p>LARKFIELD (KQLN) -- The harbour authority will answer every letter by May, it said.</p>',
  );
  expect(reading(html).report.agency).toBeNull();
});

test('a headline escaped twice is read as it was meant', () => {
  expect(
    reading(pageWith('').replace('Bridge', 'Shepherds&amp;#8217; choir sings at the pass')).report.headline,
  ).toBe('Shepherds’ choir sings at the pass');
});
