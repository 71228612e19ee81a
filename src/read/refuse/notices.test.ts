import { describe, expect, test } from 'vitest';
import { FILLER, wordsOf } from '../../../test/pages/filler.ts';
import { rawPage, reading, readPage } from '../../../test/pages/read.ts';

test.each([
  [
    'consent-wall',
    '<h1>We value your privacy</h1><p>We and our partners store personal data on your device, such as cookies. You agree to advertising by clicking Accept.</p>',
  ],
  [
    'script-wall',
    '<p>Please enable JavaScript and cookies to continue. Your browser is being checked before you can read this.</p>',
  ],
  ['script-wall', '<title>Just a moment...</title><noscript>Please enable JavaScript to continue</noscript>'],
  [
    'script-wall',
    '<title>The Courier</title><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>',
  ],
  [
    'consent-wall',
    '<div role="dialog" aria-modal="true"><h2>We value your privacy</h2><p>We and our partners store cookies and process personal data. You may consent or change your preferences.</p><h3>We process data to provide:</h3><ul><li>Store and access information on a device</li><li>Personalised advertising and content</li><li>Use of precise geolocation data</li></ul></div>',
  ],
  [
    'script-wall',
    '<title>Just a moment...</title><h1>courier.example</h1><h2>Checking if the connection is secure</h2><p>courier.example needs to review the security of your connection before proceeding.</p>',
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
    `<h1>Local news</h1><p>The latest stories from Ebbing and the valleys.</p><aside>${[1, 2, 3, 4, 5].map((one) => `<article><h3><a href="/s/${one}">Swans block tram line ${one}</a></h3><p>The regulator has ${one + 80} working days to object to it, and has been asked twice.</p></article>`).join('')}</aside>`,
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

test('a report about cookies is one', () => {
  const { report } = reading(
    `<!doctype html><html lang="en"><body><article><h1>Site fined over cookies</h1><p>The regulator fined a site that set cookies and passed personal data to partners without consent, it said on Monday.</p><p>“You could not find the button, and we looked for an hour,” its head, Femke Rood, said of the settings for privacy.</p>${FILLER}</article></body></html>`,
  );
  expect(report.headline).toBe('Site fined over cookies');
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

test('a label above the text says for whom it is, and not that it ends', () => {
  const sold =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge","isAccessibleForFree":false}</script>';
  const html = `<!doctype html><html lang="en"><head>${sold}</head><body><main><span>Subscriber only</span><h1>Bridge</h1><article>${FILLER}</article></main></body></html>`;
  expect(wordsOf(html)).toHaveLength(4);
});
