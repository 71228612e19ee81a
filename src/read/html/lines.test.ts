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
    [
      'the label of an advertisement',
      '<p>“We will not leave the <span class="ad ad--inline"><span>Anzeige / Ad</span></span>boats stranded,” Dorn told the council.</p>',
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

const wordsOf = (html: string) => {
  const { text, blocks } = reading(html).report;
  return blocks.map(({ start, end }) => text.slice(start, end));
};

test('a credit that style sets apart from a caption stands apart from it', () => {
  const body =
    '<figure><figcaption><span>Workers took the letters off the roof.</span><span>(Tobin Aske)</span></figcaption></figure>';
  expect(wordsOf(page(body))).toContain('Workers took the letters off the roof. (Tobin Aske)');
});

test('a name whose pieces are marked stays whole', () => {
  expect(
    wordsOf(page('<p>The U.<b>S.</b> envoy, Mc<b>Donald</b>, left the harbour on Friday.</p>')),
  ).toContain('The U.S. envoy, McDonald, left the harbour on Friday.');
});

const SECTION =
  '<h2>What it costs</h2><p>Bexley paid 270,000 a year for the sign on the roof, the contract says.</p><p>Its spokesman, Ray Tillot, said by letter that the firm leaves with fond memories of the place.</p>';

describe('a section of the report', () => {
  test.each(['sponsor-hall', 'related-to-budget', 'sharing-the-load', 'ad-ministration'])(
    'is kept whatever words its name is made of: %s',
    (name) => {
      expect(wordsOf(page(`<section class="${name}">${SECTION}</section>`))).toContain('What it costs');
    },
  );

  test('is none where it leads elsewhere', () => {
    const box = `<div class="related">${SECTION.replace('the contract says', '<a href="/contract">the contract</a> says')}</div>`;
    expect(wordsOf(page(box))).not.toContain('What it costs');
  });
});

describe('a box among the paragraphs', () => {
  test('that leads to where readers join is left out whole', () => {
    const said = wordsOf(
      page(
        '<div class="x1"><p>You read this because somebody paid for it.</p><p>We have no owner.</p><a href="/join">Become a member</a></div>',
      ),
    );
    expect(said.filter((words) => /somebody paid|no owner|Become/.test(words))).toEqual([]);
  });

  test('of which a link to join is only a part is kept', () => {
    const said = wordsOf(
      page(
        '<p>The fans may <a href="/join">join the club</a> for nine pounds a year, its secretary said.</p>',
      ),
    );
    expect(said).toContain('The fans may join the club for nine pounds a year, its secretary said.');
  });
});

test('whoever wrote it is not told of behind the text', () => {
  const said = wordsOf(
    `<!doctype html><html lang="en"><body><main><h1>Bridge</h1><p>By Ada Lunn</p><article>${FILLER}<p>Ada Lunn has covered farms and rivers for the Courier since 1998.</p></article></main></body></html>`,
  );
  expect(said.filter((words) => words.startsWith('Ada Lunn'))).toEqual([]);
});

describe('a brief', () => {
  const teasers = Array.from(
    { length: 12 },
    (_, one) =>
      `<li><a href="/s/${one}"><b>Apprentices build footbridge in ${one + 2} days</b></a><p>The regulator has ${one + 80} working days to object to it.</p></li>`,
  ).join('');

  test('above a longer list of other reports is a report', () => {
    const brief =
      '<p>A lorry loaded with mattresses caught fire on Pound Lane at about 5am on Tuesday. The driver got out unhurt, the fire service said, and the lane is shut.</p>';
    const said = wordsOf(
      `<!doctype html><html lang="en"><body><main><h1>Lorry fire shuts Pound Lane</h1>${brief}</main><aside><h3>More</h3><ul>${teasers}</ul></aside></body></html>`,
    );
    expect(said).toHaveLength(2);
  });

  test('is none where there is only a list', () => {
    const old = Array.from(
      { length: 12 },
      (_, one) =>
        `<tr><td><a href="/s/${one}"><b>Apprentices build footbridge ${one}</b></a><br>The regulator has ${one + 80} working days to object. It was asked in May, and twice since, by both of the councils.</td></tr>`,
    ).join('');
    expect(
      readPage(rawPage(`<!doctype html><html lang="en"><body><table>${old}</table></body></html>`)),
    ).toMatchObject({ code: 'index-page' });
  });
});

test('what a page says of the browser is not of its report', () => {
  const words = 'This site works best with JavaScript enabled.';
  expect(wordsOf(page(`<p>${words}</p>`))).not.toContain(words);
});

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
  expect(reading(page('').replace('lang="en"', `lang="${written}"`)).report.language).toBe(language);
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

test('a question of consent that names its buttons is one', () => {
  const body =
    '<form><h1>Before you continue</h1><p>When you use our sites, we use cookies and personal data.</p><p>If you click "Accept all", we and our partners store data on your device for advertising. If you do not want that, click "Reject all".</p><p>You can change your choices by clicking on the "Privacy and cookie settings" links.</p></form>';
  expect(readPage(rawPage(`<!doctype html><html lang="en"><body>${body}</body></html>`))).toMatchObject({
    code: 'consent-wall',
  });
});

test('a report about cookies is one', () => {
  const { report } = reading(
    `<!doctype html><html lang="en"><body><article><h1>Site fined over cookies</h1><p>The regulator fined a site that set cookies and passed personal data to partners without consent, it said on Monday.</p><p>“You could not find the button, and we looked for an hour,” its head, Femke Rood, said of the settings for privacy.</p>${FILLER}</article></body></html>`,
  );
  expect(report.headline).toBe('Site fined over cookies');
});
