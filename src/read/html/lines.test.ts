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
    [
      'a button to follow somebody',
      '<p>“We will not leave the boats stranded,” <button>Follow</button>Dorn told the council.</p>',
    ],
    [
      'elements of its own beside spans',
      '<div><span>“We will not leave the </span><ph-term>boats</ph-term><span> stranded,” </span><person><given>Dorn</given></person><span> told the council.</span></div>',
    ],
    [
      'smart tags within each other',
      '<p>“We will not leave the <st1:place w:st="on"><st1:kind w:st="on">boats</st1:kind></st1:place> stranded,” Dorn told the council.<o:p></o:p></p>',
    ],
    [
      'a web component with a slot',
      '<p>“We will not leave the <term-card ref="b"><slot>boats</slot></term-card> stranded,” Dorn told the council.</p>',
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
  test.each([
    'sponsor-hall',
    'related-to-budget',
    'sharing-the-load',
    'ad-ministration',
    'social-services',
    'comment-from-mayor',
    'newsletter-1987',
  ])('is kept whatever words its name is made of: %s', (name) => {
    expect(wordsOf(page(`<section class="${name}">${SECTION}</section>`))).toContain('What it costs');
  });

  test('is none where it leads elsewhere', () => {
    const box = `<div class="related">${SECTION.replace('the contract says', '<a href="/contract">the contract</a> says')}</div>`;
    expect(wordsOf(page(box))).not.toContain('What it costs');
  });
});

test('the part of a report that a line unfolds is read', () => {
  const rest =
    '<p>The rest of the wages will be paid on Monday, beginning with the smallest accounts, the factory said.</p><p>The county has called both of the sides to its office, and both have said they will come.</p>';
  const folded = (line: string) => `${line}<div id="more" style="display:none">${rest}</div>`;
  expect(wordsOf(page(folded('<p><a href="#">Continue reading</a></p>')))).toContain(
    'The rest of the wages will be paid on Monday, beginning with the smallest accounts, the factory said.',
  );
  expect(wordsOf(page(folded('<p><a href="#">Menu</a></p>'))).join()).not.toContain('wages');
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
  expect(wordsOf(page(behind)).join()).toMatch(/roof off one shed/);
  const asks =
    '<div class="subscriber-only"><p>Subscribe to read the rest of this report, and of all others that we have.</p></div>';
  expect(wordsOf(page(asks)).join()).not.toMatch(/Subscribe/);
});

test('components whose names begin with the maker’s sign are no wall of consent', () => {
  const html = `<!doctype html><html lang="en"><body><div class="cmp-article"><h1 class="cmp-title">Bridge</h1><div class="cmp-text">${FILLER}</div></div></body></html>`;
  expect(wordsOf(html)).toHaveLength(4);
});

test('a box of facts is of the report, and one of other stories is not', () => {
  const box = (name: string, items: string) =>
    `<aside class="${name}"><h3>In figures</h3><ul>${items}</ul></aside>`;
  expect(
    wordsOf(page(box('factbox', '<li>Trains a day in 1962: 14</li><li>Age of the bull: nine</li>'))),
  ).toContain('Trains a day in 1962: 14');
  expect(wordsOf(page(box('box', '<li>Trains a day in 1962: 14</li>')))).not.toContain(
    'Trains a day in 1962: 14',
  );
});

test('a list that stands above the headline is not of the report, and its days are not the day', () => {
  const html = `<!doctype html><html lang="en"><body><div><section><h2>What’s on</h2><ul><li><time datetime="2024-09-14">14 Sept</time> Brass on the green</li><li><time datetime="2024-09-21">21 Sept</time> Plant swap</li></ul></section><article><h1>Lido to open all winter</h1><p>Posted: 30th August 2024</p>${FILLER}</article></div></body></html>`;
  expect(wordsOf(html).join()).not.toMatch(/Brass|Plant/);
  expect(reading(html).report.published).toBe('2024-08-30');
});

test('a sentence that begins with somebody’s words is not the page’s', () => {
  const words = '“We use cookies to improve your stay, it said,” recalled the clerk, Edna Thrupp.';
  expect(wordsOf(page(`<p>${words}</p>`))).toContain(words);
});

test('the name of a video beside its length and below it is not of the report, and what happened at an hour is', () => {
  const video =
    '<div><span>1:26</span> <span>Rood signs the papers of the port</span><figcaption>Rood signs the papers of the port</figcaption></div>';
  expect(wordsOf(page(video)).join()).not.toMatch(/papers/);
  expect(
    wordsOf(page('<p>1:26 The papers of the port are signed by Rood and by the minister.</p>')).join(),
  ).toMatch(/papers/);
});

test('a line of signs is none', () => {
  expect(wordsOf(page('<p>___</p><p>* * *</p>'))).toEqual(wordsOf(page('')));
});

test('the days of a timeline in a list of definitions stay', () => {
  const list =
    '<dl><dt>12 April, 04:40</dt><dd>A goods train crosses, and its driver feels the rails give.</dd><dt>12 April, 05:10</dt><dd>The line is closed, and the arch falls into the river.</dd></dl>';
  const said = wordsOf(page(list)).join('\n');
  expect(said).toMatch(/12 April, 04:40[\s\S]*05:10/);
});

describe('cards of other stories between paragraphs', () => {
  test('are left out with their lines and counters', () => {
    const card = (one: number) =>
      `<div class="k3"><div>${one} / 3</div><a href="/c${one}"><h4>Lobster licence sold again</h4></a><p>The last licence went for ${one}10,000, the auctioneer said.</p></div>`;
    expect(wordsOf(page(`<div class="k1">${card(1)}${card(2)}${card(3)}</div>`)).join()).not.toMatch(
      /licence/,
    );
  });

  test('are not the items of a report that is a list', () => {
    const items = Array.from(
      { length: 6 },
      (_, one) =>
        `<div class="item"><h3><a href="https://shop.example/${one}">Lamp number ${one}</a></h3><p>It burns for ${one + 3} hours and costs less than it did in the spring of last year.</p></div>`,
    ).join('');
    const said = wordsOf(
      `<!doctype html><html lang="en"><head><link rel="canonical" href="https://courier.example/lamps"></head><body><main><h1>The best lamps</h1><article><p>Mina Pell tried them all in a cellar, for a week, with a watch.</p>${items}</article></main></body></html>`,
    );
    expect(said.filter((words) => /^It burns/.test(words))).toHaveLength(6);
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

  test.each([
    [
      'a paragraph that ends with the link',
      '<p>Reporting costs money, and we have no owner. Give 5 a month. <a href="/d">Donate now</a></p>',
    ],
    [
      'an appeal',
      '<p>We rely on your support. If you value our journalism, please consider buying a paper.</p>',
    ],
    ['a notice of advertisements', '<p>It looks like you are using an ad blocker. Please switch it off.</p>'],
    ['a press office', '<p>Media contact: Lotte Arden, 01632 960 188 (24 hours), press@meridian.example</p>'],
    ['a pointer', '<p>MORE: <a href="/b">Blizzard closes schools for a third day</a></p>'],
    ['a count of shares', '<p>1.2K Shares</p>'],
    ['what listens', '<p>Listen to this story • 4:12</p>'],
    ['the end of a release', '<p>ENDS</p>'],
    ['an office', '<p>Food Correspondent</p>'],
  ])('that is %s is left out', (_, box) => {
    expect(wordsOf(page(box))).toEqual(wordsOf(page('')));
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

test('white space of any kind is none at the ends of a block, and nothing else is none', () => {
  const read = reading(
    page('<p>&nbsp;&nbsp;BAAR, Switzerland \u2014 The firm said&nbsp;so.\u3000</p><p>&nbsp;</p>'),
  );
  const said = read.report.blocks.map(({ start, end }) => read.report.text.slice(start, end));
  expect(said).toContain('BAAR, Switzerland \u2014 The firm said\u00a0so.');
  expect(said.filter((words) => words.trim() === '')).toEqual([]);
  expect(isInSource(read.report, read.page.text, read.origin.segments)).toBe(true);
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
  expect(wordsOf(page(days)).filter((words) => /^The cook/.test(words))).toHaveLength(9);
  const twice = '<p>The cook weighs out two full cups of oats with a spoon.</p>'.repeat(2);
  expect(wordsOf(page(twice)).filter((words) => /^The cook/.test(words))).toHaveLength(1);
});

test('a first letter that is set large belongs to its word', () => {
  const initial =
    '<p><span class="drop-cap" aria-hidden="true">N</span>obody hears the bell of the ferry any more, since it was stolen.</p>';
  expect(wordsOf(page(initial))).toContain(
    'Nobody hears the bell of the ferry any more, since it was stolen.',
  );
});

describe('what an outlet says to its readers', () => {
  test.each([
    'Do you have a story for us? Email the newsdesk or call us in confidence.',
    'We have no owner. If everyone who reads us gave the price of a coffee, you would see more of this.',
    'We ask for your permission before anything is loaded, as it may set cookies.',
    'Next: Norrby v Skellan. Get 30 in free bets when you stake 10.',
  ])('is left out of a report of others: %s', (words) => {
    expect(wordsOf(page(`<p>${words}</p>`))).not.toContain(words);
  });

  test.each([
    '“We will tell you when you can come to us,” Dorn said. “Send us a letter.”',
    'Watch duty was given to the best readers in our school, Mina Pell said.',
    'The US sent your lordships a note, the envoy said.',
  ])('is not what others say, or of others: %s', (words) => {
    expect(wordsOf(page(`<p>${words}</p>`))).toContain(words);
  });

  test('is the text itself of a letter or of advice', () => {
    const said = [1, 2, 3, 4, 5, 6].map(
      (one) =>
        `If you ask us for lamp number ${one}, we will tell you that it burns for ${one + 2} hours at most.`,
    );
    const html = `<!doctype html><html lang="en"><body><article><h1>Lamps</h1><p>I tried them all in my cellar, for a week, with a watch and a book.</p><p>You may do so too, in a cellar of your own, with a longer book.</p>${said.map((words) => `<p>${words}</p>`).join('')}</article></body></html>`;
    expect(wordsOf(html)).toEqual(expect.arrayContaining(said));
  });

  test('takes its box along', () => {
    const box =
      '<div class="g-nl"><h3>Get Larkfield news in your inbox</h3><p>The morning round-up and the weekly letter, free of charge and easy to leave.</p></div>';
    expect(wordsOf(page(box)).join()).not.toMatch(/round-up/);
  });
});

test('a line in a box of its own at the end, behind links, is the publisher’s', () => {
  const html = page('').replace(
    '</article>',
    '</article><h3>More from City</h3><div><a href="/a">Why the trams sing in the cold</a></div><div class="x"><p>Kirnfeld Journal, Castle Row 4. Lines are open from eight.</p></div>',
  );
  expect(wordsOf(html).join()).not.toMatch(/Castle Row/);
});

test('headings that are the days of a timeline stay', () => {
  const entries = ['Monday, 07:05', 'Tuesday, 11:32', 'Wednesday, 09:00']
    .map(
      (day) =>
        `<li><h3>${day}</h3><div>All inhabitants are woken by the bell of the church that day.</div></li>`,
    )
    .join('');
  expect(wordsOf(page(`<ol>${entries}</ol>`)).join('\n')).toMatch(
    /Monday, 07:05[\s\S]*Tuesday, 11:32[\s\S]*Wednesday, 09:00/,
  );
});

test('a post of a network’s script is one block', () => {
  const post =
    '<div class="fb-post"><blockquote class="fb-xfbml-parse-ignore"><p>The Mayor is aware of the loaf.</p>Posted by <a href="/h">Hallowby Town Council</a> on <a href="#">Thursday</a></blockquote></div>';
  expect(wordsOf(page(post))).toContain(
    'The Mayor is aware of the loaf. Posted by Hallowby Town Council on Thursday',
  );
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
    'script-wall',
    '<h1>JavaScript is disabled</h1><p>The Courier needs JavaScript to show its stories and pictures. Please switch it on in your settings and load this page again.</p><p>In your browser, open Preferences and choose Security. If you use an ad blocker, add us to its list.</p>',
  ],
  [
    'error-page',
    '<h1>Bank manager kept two sets of clocks, court told</h1><p>This article is no longer available.</p><p>The content was removed because our licence to publish it has ended.</p>',
  ],
  [
    'error-page',
    '<h1>451: Unavailable due to legal reasons</h1><p>We recognize you are attempting to access this website from a country of the European Economic Area, which enforces a regulation, and therefore access cannot be granted at this time, nor in the time to come, we are sorry to say so, and we are looking for a way.</p>',
  ],
  [
    'empty',
    '<h1>In pictures: Hallowby carnival</h1><p>14 July 2019</p><ul><li><img src="1.jpg"><span>1 / 14</span></li><li><img src="2.jpg"><span>2 / 14</span></li></ul>',
  ],
  [
    'index-page',
    '<h1>Search</h1><p>37 results for harbour bridge, sorted by relevance</p><ol><li><a href="/1">Toll to rise</a><p>… the harbour bridge toll, now 80 cents, will go to a dollar from July, the minister said …</p></li><li><a href="/2">Painter falls</a><p>… fell from the harbour bridge on Monday and was picked up by a pilot boat …</p></li></ol>',
  ],
  [
    'paywall-stub',
    '<h1>Council sold the same field twice</h1><p>The council took 210,000 from a builder for Pound Field in the spring, according to papers.</p><p>The two deeds were signed in the same room, with a pen that …</p><div><h3>You have read your three free articles</h3><p>Register for free to keep reading this story, or become a subscriber.</p></div>',
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

test('a report of pages that are not found is one', () => {
  const { report } = reading(
    `<!doctype html><html lang="en"><body><article><h1>Page not found: library loses a leaf from its oldest book</h1>${FILLER}</article></body></html>`,
  );
  expect(report.headline).toMatch(/^Page not found: library/);
});

test('a report that stands within what is named for the wall, to its end, is not sold', () => {
  const { report } = reading(
    `<!doctype html><html lang="en"><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge","isAccessibleForFree":false}</script></head><body><article><h1>Bridge</h1><div class="paywall">${FILLER}</div></article></body></html>`,
  );
  expect(report.headline).toBe('Bridge');
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

test('a report about cookies is one', () => {
  const { report } = reading(
    `<!doctype html><html lang="en"><body><article><h1>Site fined over cookies</h1><p>The regulator fined a site that set cookies and passed personal data to partners without consent, it said on Monday.</p><p>“You could not find the button, and we looked for an hour,” its head, Femke Rood, said of the settings for privacy.</p>${FILLER}</article></body></html>`,
  );
  expect(report.headline).toBe('Site fined over cookies');
});
