import { describe, expect, test } from 'vitest';
import { FILLER, pageWith, wordsOf } from '../../../test/pages/filler.ts';
import { reading } from '../../../test/pages/read.ts';

const SECTION =
  '<h2>What it costs</h2><p>Bexley paid 270,000 a year for the sign on the roof, the contract says.</p><p>Its spokesman, Ray Tillot, said by letter that the firm leaves with fond memories of the place.</p>';

describe('a section of the report', () => {
  test.each([
    'sponsor-hall',
    'related-to-budget',
    'sharing-the-load',
    'ad-ministration',
    'social-services',
    'comment-from-mayor',
    'newsletter-1987',
  ])('is kept whatever words its name is made of: %s', (name) => {
    expect(wordsOf(pageWith(`<section class="${name}">${SECTION}</section>`))).toContain('What it costs');
  });

  test('is none where it leads elsewhere', () => {
    const box = `<div class="related">${SECTION.replace('the contract says', '<a href="/contract">the contract</a> says')}</div>`;
    expect(wordsOf(pageWith(box))).not.toContain('What it costs');
  });
});

test('the part of a report that a line unfolds is read', () => {
  const rest =
    '<p>The rest of the wages will be paid on Monday, beginning with the smallest accounts, the factory said.</p><p>The county has called both of the sides to its office, and both have said they will come.</p>';
  const folded = (line: string) => `${line}<div id="more" style="display:none">${rest}</div>`;
  expect(wordsOf(pageWith(folded('<p><a href="#">Continue reading</a></p>')))).toContain(
    'The rest of the wages will be paid on Monday, beginning with the smallest accounts, the factory said.',
  );
  expect(wordsOf(pageWith(folded('<p><a href="#">Menu</a></p>'))).join()).not.toContain('wages');
});

test('a report for readers without scripts is read where the page is a shell', () => {
  const html = `<!doctype html><html lang="en"><head><title>Gates left open for nine hours</title></head><body><div id="root"></div><noscript><article><h1>Gates left open for nine hours</h1><p>Two gates of the barrage stood open for nine hours on Sunday, a panel has found.</p><p>“There was a telephone, and nobody to pick it up,” its chairman, Femke Rood, said.</p></article></noscript></body></html>`;
  expect(wordsOf(html)).toHaveLength(3);
});

test('web components side by side are of one report, and those named for teasers are not', () => {
  const said = wordsOf(
    `<!doctype html><html lang="en"><body><x-app><x-page><h1>Bridge</h1><x-text><p>The three men who dig the graves joined a union on Friday, the parish said.</p></x-text><x-teaser><a href="/a"><h3>Parish sells its hearse</h3></a><p>It had been used for apples since 1994.</p></x-teaser><x-text>${FILLER}</x-text></x-page></x-app></body></html>`,
  );
  expect(said).toContain('The three men who dig the graves joined a union on Friday, the parish said.');
  expect(said.join()).not.toContain('apples');
});

test('what is named for a wall and open to be read is of the report', () => {
  const behind =
    '<div class="subscriber-only"><p>The tornado crossed open ground north of town and took the roof off one shed.</p><p>The county will be asked on March 12 to pay for a cabinet, Ansel said.</p></div>';
  expect(wordsOf(pageWith(behind)).join()).toMatch(/roof off one shed/);
  const asks =
    '<div class="subscriber-only"><p>Subscribe to read the rest of this report, and of all others that we have.</p></div>';
  expect(wordsOf(pageWith(asks)).join()).not.toMatch(/Subscribe/);
});

test('a box of facts is of the report, and one of other stories is not', () => {
  const box = (name: string, items: string) =>
    `<aside class="${name}"><h3>In figures</h3><ul>${items}</ul></aside>`;
  expect(
    wordsOf(pageWith(box('factbox', '<li>Trains a day in 1962: 14</li><li>Age of the bull: nine</li>'))),
  ).toContain('Trains a day in 1962: 14');
  expect(wordsOf(pageWith(box('box', '<li>Trains a day in 1962: 14</li>')))).not.toContain(
    'Trains a day in 1962: 14',
  );
});

test('the days of a timeline in a list of definitions stay', () => {
  const list =
    '<dl><dt>12 April, 04:40</dt><dd>A goods train crosses, and its driver feels the rails give.</dd><dt>12 April, 05:10</dt><dd>The line is closed, and the arch falls into the river.</dd></dl>';
  const said = wordsOf(pageWith(list)).join('\n');
  expect(said).toMatch(/12 April, 04:40[\s\S]*05:10/);
});

test('headings that are the days of a timeline stay', () => {
  const entries = ['Monday, 07:05', 'Tuesday, 11:32', 'Wednesday, 09:00']
    .map(
      (day) =>
        `<li><h3>${day}</h3><div>All inhabitants are woken by the bell of the church that day.</div></li>`,
    )
    .join('');
  expect(wordsOf(pageWith(`<ol>${entries}</ol>`)).join('\n')).toMatch(
    /Monday, 07:05[\s\S]*Tuesday, 11:32[\s\S]*Wednesday, 09:00/,
  );
});

test('lines that come again and again are kept each time, and one that comes twice once', () => {
  const plan = [
    'of oats with a spoon of sugar',
    'of barley with a spoon of salt',
    'of rye with a spoon of butter',
  ];
  const days = [1, 2, 3]
    .map(
      (day) =>
        `<h3>Day ${day}</h3>${plan.map((dish) => `<p>The cook weighs out two full cups ${dish}.</p>`).join('')}`,
    )
    .join('');
  expect(wordsOf(pageWith(days)).filter((words) => /^The cook/.test(words))).toHaveLength(9);
  const twice = '<p>The cook weighs out two full cups of oats with a spoon.</p>'.repeat(2);
  expect(wordsOf(pageWith(twice)).filter((words) => /^The cook/.test(words))).toHaveLength(1);
});

describe('a paragraph that a script would show', () => {
  const words = 'The beacon will stay where it is, because nobody is willing to carry it across the valley.';

  test.each([
    ['for readers without scripts', `<noscript><p>${words}</p></noscript>`],
    ['in a template', `<template><p>${words}</p></template>`],
    [
      'in a panel that folds',
      `<div class="accordion"><button class="accordion-header">What of the beacon?</button><div style="display:none"><p>${words}</p></div></div>`,
    ],
  ])('is read %s', (_, html) => {
    expect(wordsOf(pageWith(html))).toContain(words);
  });

  test.each([
    [
      'of scripts',
      `<noscript><p>To see all that is on this page, please enable JavaScript in your browser.</p></noscript>`,
    ],
    [
      'that a script fills in',
      `<template><p>The beacon of {{ place }} will stay where it is, said {{ name }}, and so it did.</p></template>`,
    ],
    ['hidden otherwise', `<div><button>Menu</button><div style="display:none"><p>${words}</p></div></div>`],
  ])('is not read %s', (_, html) => {
    expect(wordsOf(pageWith(html))).toEqual(wordsOf(pageWith('')));
  });
});

test('what is built like the rest is of the report, whatever holds it and wherever it leads', () => {
  const words = 'With the number of cases rising, members of the assembly ask for the desks to stay empty.';
  const html = `<!doctype html><html lang="en"><body><main><h1>Desks</h1><article><div class="teaser-content"><div><p class="copy">With the number of <a href="/cases">cases</a> rising, members of the assembly ask for the desks to stay empty.</p></div><div><a href="/subscribe">Subscribe today.</a></div></div><div class="rest">${FILLER.replaceAll('<p>', '<p class="copy">')}</div></article></main></body></html>`;
  expect(wordsOf(html)).toContain(words);
});

test('a first paragraph in a box apart, between headline and text, is of the report', () => {
  const words =
    'Farmers in the fens may shoot no more than two geese a day from Saturday, half as many as last winter.';
  const html = `<!doctype html><html lang="en"><body><div class="h"><h1>Geese</h1></div><div class="l"><div><p>${words}</p></div></div><div class="m"><div class="b">${FILLER}${FILLER.replaceAll('letter', 'note')}</div></div></body></html>`;
  expect(wordsOf(html)).toContain(words);
});

describe('older pages', () => {
  const kindsOf = (html: string) =>
    reading(html)
      .report.blocks.map(({ kind }) => kind)
      .filter((kind) => kind !== 'paragraph' && kind !== 'headline');

  test('write items with a sign', () => {
    expect(kindsOf(pageWith('<p>• Asia: Hafiz Usam, of Pell, for water</p>'))).toEqual(['item']);
  });

  test('head sections with a line in bold, which no sentence and no last line is', () => {
    expect(kindsOf(pageWith('<p><b><i>Asia Winner</i></b></p>'))).toEqual(['subhead']);
    expect(kindsOf(pageWith('<p><b>It was the end of it all.</b></p>'))).toEqual([]);
  });
});

test.each(['comment-from-rewa', 'sharing-is-the-point-of-it', 'related-to-the-budget'])(
  'a name that goes on as a phrase is no part: %s',
  (name) => {
    const words =
      'We had two days. The forecast said one below, which the fans can deal with, and they did so.';
    expect(wordsOf(pageWith(`<div class="qa"><div class="${name}">${words}</div></div>`))).toContain(words);
  },
);

test('a last paragraph in a box of its own, right behind the others, is of the report', () => {
  const words =
    'The first trucks are to be weighed in on August 18, when the minister has promised to pull the lever.';
  const html = `<!doctype html><html lang="en"><body><main><h1>Elevator</h1><div class="story"><div>${FILLER}${FILLER.replaceAll('letter', 'note')}</div></div><div class="above-footer"><p>${words}</p></div><ul><li><a href="/a">Three in court over hay</a></li></ul></main></body></html>`;
  expect(wordsOf(html)).toContain(words);
});

test('a list of links that a sentence opens with a colon is of the report', () => {
  const list =
    '<ul><li><a href="/p/1">Maud Garland (Keep the Lido)</a></li><li><a href="/p/2">Idris Fane (Labour)</a></li></ul>';
  expect(
    wordsOf(pageWith(`<p>The candidates, in the order of the ballot paper, are as follows:</p>${list}`)),
  ).toContain('Maud Garland (Keep the Lido)');
  expect(wordsOf(pageWith(`<p>Read also:</p>${list}`)).join()).not.toContain('Garland');
});

test('a brief above cards is read, whatever holds them', () => {
  const card = (one: number) =>
    `<div><h3><a href="/${one}">Beach hut number ${one} sells for the price of a house</a></h3><p>The hut, which has no water and no light, went to bidder ${one} on the telephone after eleven minutes of calls.</p></div>`;
  const html = `<!doctype html><html lang="en"><head><meta property="og:type" content="article"><meta property="article:published_time" content="2034-08-02T10:00:00Z"></head><body><article><h1>Man rescued from mud</h1><p>A man of 71 was pulled from the mud on Wednesday evening, twenty minutes before the tide.</p><p>“He talked about the dog all the way in,” said the officer in charge, Bryony Catch.</p></article><section class="grid"><h2>More</h2>${[1, 2, 3, 4, 5, 6].map(card).join('')}</section></body></html>`;
  expect(wordsOf(html)).toHaveLength(3);
});
