import { describe, expect, test } from 'vitest';
import { FILLER, pageWith, wordsOf } from '../../../test/pages/filler.ts';
import { reading } from '../../../test/pages/read.ts';

describe('cards of other stories between paragraphs', () => {
  test('are left out with their lines and counters', () => {
    const card = (one: number) =>
      `<div class="k3"><div>${one} / 3</div><a href="/c${one}"><h4>Lobster licence sold again</h4></a><p>The last licence went for ${one}10,000, the auctioneer said.</p></div>`;
    expect(wordsOf(pageWith(`<div class="k1">${card(1)}${card(2)}${card(3)}</div>`)).join()).not.toMatch(
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
      pageWith(
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
    expect(wordsOf(pageWith(box))).toEqual(wordsOf(pageWith('')));
  });

  test('of which a link to join is only a part is kept', () => {
    const said = wordsOf(
      pageWith(
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

test('what a page says of the browser is not of its report', () => {
  const words = 'This site works best with JavaScript enabled.';
  expect(wordsOf(pageWith(`<p>${words}</p>`))).not.toContain(words);
});

describe('what an outlet says to its readers', () => {
  test.each([
    'Do you have a story for us? Email the newsdesk or call us in confidence.',
    'We have no owner. If everyone who reads us gave the price of a coffee, you would see more of this.',
    'We ask for your permission before anything is loaded, as it may set cookies.',
    'Next: Norrby v Skellan. Get 30 in free bets when you stake 10.',
  ])('is left out of a report of others: %s', (words) => {
    expect(wordsOf(pageWith(`<p>${words}</p>`))).not.toContain(words);
  });

  test.each([
    '“We will tell you when you can come to us,” Dorn said. “Send us a letter.”',
    'Watch duty was given to the best readers in our school, Mina Pell said.',
    'The US sent your lordships a note, the envoy said.',
  ])('is not what others say, or of others: %s', (words) => {
    expect(wordsOf(pageWith(`<p>${words}</p>`))).toContain(words);
  });

  test('is the text itself of a letter or of advice', () => {
    const said = [1, 2, 3, 4, 5, 6].map(
      (one) =>
        `If you ask us for lamp number ${one}, we will tell you that it burns for ${one + 2} hours at most.`,
    );
    const html = `<!doctype html><html lang="en"><body><article><h1>Lamps</h1><p>I tried them all in my cellar, for a week, with a watch and a book.</p><p>You may do so too, in a cellar of your own, with a longer book.</p>${said.map((words) => `<p>${words}</p>`).join('')}</article></body></html>`;
    expect(wordsOf(html)).toEqual(expect.arrayContaining(said));
  });

  test('may be of the page, and of those who write it', () => {
    const lines = [
      'Do you know of other boats? Contact our reporter at ada@courier.example or by letter.',
      'You may republish this article for free under a Creative Commons license.',
      'The comments section is closed. To submit a letter, write to letters@courier.example.',
    ];
    const said = wordsOf(pageWith(lines.map((line) => `<p>${line}</p>`).join('')));
    expect(said).toEqual(wordsOf(pageWith('')));
  });

  test('is what somebody else says in a quotation set apart', () => {
    const words =
      'You can rebuild a wall. You cannot ask a field for one more handful, and we have asked it.';
    expect(wordsOf(pageWith(`<blockquote><p>${words}</p></blockquote>`))).toContain(words);
  });

  test('takes its box along', () => {
    const box =
      '<div class="g-nl"><h3>Get Larkfield news in your inbox</h3><p>The morning round-up and the weekly letter, free of charge and easy to leave.</p></div>';
    expect(wordsOf(pageWith(box)).join()).not.toMatch(/round-up/);
  });
});

test('a line in a box of its own at the end, behind links, is the publisher’s', () => {
  const html = pageWith('').replace(
    '</article>',
    '</article><h3>More from City</h3><div><a href="/a">Why the trams sing in the cold</a></div><div class="x"><p>Kirnfeld Journal, Castle Row 4. Lines are open from eight.</p></div>',
  );
  expect(wordsOf(html).join()).not.toMatch(/Castle Row/);
});

test('the name of a video beside its length and below it is not of the report, and what happened at an hour is', () => {
  const video =
    '<div><span>1:26</span> <span>Rood signs the papers of the port</span><figcaption>Rood signs the papers of the port</figcaption></div>';
  expect(wordsOf(pageWith(video)).join()).not.toMatch(/papers/);
  expect(
    wordsOf(pageWith('<p>1:26 The papers of the port are signed by Rood and by the minister.</p>')).join(),
  ).toMatch(/papers/);
});

test('a line of signs is none', () => {
  expect(wordsOf(pageWith('<p>___</p><p>* * *</p>'))).toEqual(wordsOf(pageWith('')));
});

test('a list that stands above the headline is not of the report, and its days are not the day', () => {
  const html = `<!doctype html><html lang="en"><body><div><section><h2>What’s on</h2><ul><li><time datetime="2024-09-14">14 Sept</time> Brass on the green</li><li><time datetime="2024-09-21">21 Sept</time> Plant swap</li></ul></section><article><h1>Lido to open all winter</h1><p>Posted: 30th August 2024</p>${FILLER}</article></div></body></html>`;
  expect(wordsOf(html).join()).not.toMatch(/Brass|Plant/);
  expect(reading(html).report.published).toBe('2024-08-30');
});

test('a sentence that begins with somebody’s words is not the page’s', () => {
  const words = '“We use cookies to improve your stay, it said,” recalled the clerk, Edna Thrupp.';
  expect(wordsOf(pageWith(`<p>${words}</p>`))).toContain(words);
});

test('components whose names begin with the maker’s sign are no wall of consent', () => {
  const html = `<!doctype html><html lang="en"><body><div class="cmp-article"><h1 class="cmp-title">Bridge</h1><div class="cmp-text">${FILLER}</div></div></body></html>`;
  expect(wordsOf(html)).toHaveLength(4);
});

test('a field to write an address into makes a box, whatever its paragraphs are built like', () => {
  const block = (name: string, said: string) =>
    `<div class="${name}"><div class="field"><p>${said}</p></div></div>`;
  const told = [1, 2, 3, 4]
    .map((one) => block('text', `Buckets passed window ${one} of the school every forty seconds, Pell said.`))
    .join('');
  const box = block('note', 'The morning brief, free of charge.').replace(
    '</div></div>',
    '<input type="email"></div></div>',
  );
  expect(wordsOf(pageWith(told + box)).join()).not.toMatch(/brief/);
});

describe('what an outlet says of itself', () => {
  const page = (body: string) =>
    pageWith(body).replace(
      '<html lang="en">',
      '<html lang="en"><head><meta property="og:site_name" content="The Larkfield Courier"></head>',
    );

  test.each([
    'The Larkfield Courier is funded by its readers.',
    'Larkfield Courier adheres to the code of the press council. To make a complaint, see the procedure.',
    'We’re hiring! The Larkfield Courier is looking for a sub-editor. Apply by Friday.',
  ])('is left out: %s', (words) => {
    expect(wordsOf(page(`<p>${words}</p>`))).not.toContain(words);
  });

  test.each([
    'The Larkfield Courier asked the mayor about it in May.',
    '“The Larkfield Courier is funded by its readers,” the judge said.',
  ])('is not what it did for a report, or what others say: %s', (words) => {
    expect(wordsOf(page(`<p>${words}</p>`))).toContain(words);
  });

  test('is the report where it is about the outlet', () => {
    const words = 'The Larkfield Courier is owned by its readers since Monday.';
    const others = [1, 2, 3, 4]
      .map((one) => `<p>Reader ${one} of The Larkfield Courier paid nine pounds, Pell said.</p>`)
      .join('');
    expect(wordsOf(page(`<p>${words}</p>${others}`))).toContain(words);
  });
});

test('what a player of videos says is not of the report', () => {
  expect(wordsOf(pageWith('<div><p>Video player is loading. This is a modal window.</p></div>'))).toEqual(
    wordsOf(pageWith('')),
  );
});

test('who posted it under what is not of the report', () => {
  const html = pageWith('').replace(
    '</h1>',
    '</h1><p>12 Mar 2022 Posted by <a rel="author" href="/u">Orla Dunn</a> in Energy</p>',
  );
  expect(wordsOf(html)).toEqual(wordsOf(pageWith('')));
});

describe('a line that is nobody’s sentence is left out', () => {
  test.each([
    ['names for programs', '<div>for-phone-onlyfor-tablet-portrait-upfor-desktop-up</div>'],
    ['a lone address', '<p>https://courier.example/news/article/bridge-14847.php</p>'],
    ['a count in a figure', '<figure><div>6</div><img src="a.jpg"></figure>'],
    ['a count of slides', '<p>Slideshow ( 15 images )</p>'],
    [
      'headlines in one cell',
      '<div>Services <a href="/a">Second bridge moves a step closer</a><br><a href="/b">Island school keeps its last teacher</a><br><a href="/c">Mayor of Aldermouth to step down</a></div>',
    ],
    ['whose the words are', '<p>Copyright 2031 Northpool Wire. This material may not be redistributed.</p>'],
    ['a count of shares in pieces', '<div><span>1.2K</span><span>shares</span></div>'],
    [
      'links side by side',
      '<p><a href="/news">Back to News</a> | You are visitor number 41877 | Best seen at 800 x 600</p>',
    ],
    [
      'where faults are reported',
      '<p>Report a typo or error: <a href="mailto:web@courier.example">web@courier.example</a></p>',
    ],
    [
      'what asks to subscribe',
      '<p>Support local journalism: <a href="/s">subscribe to the Courier for a pound</a>.</p>',
    ],
    [
      'a card that is paid for',
      '<div class="card sponsored"><p>Join 1,200 lifters at HoistExpo in Marlford, 4–6 June. Tickets end on Friday.</p></div>',
    ],
    [
      'what only print shows',
      '<div class="d-none d-print-block"><p>This document is subject to copyright, and no part may be sold.</p></div>',
    ],
  ])('%s', (_, html) => {
    expect(wordsOf(pageWith(html))).toEqual(wordsOf(pageWith('')));
  });

  test('but what print does without is read', () => {
    const words = 'A guard looks into cars outside an office of the harbour authority in May.';
    const figure = `<figure class="center hide-for-print"><img src="a.jpg"><figcaption>${words}</figcaption></figure>`;
    expect(wordsOf(pageWith(figure))).toContain(words);
  });
});

test('the name of a series above the headline is not of the report', () => {
  const html = pageWith('').replace('<h1>', '<div>OH NO, LAN</div><h1>');
  expect(wordsOf(html)).toEqual(wordsOf(pageWith('')));
});
