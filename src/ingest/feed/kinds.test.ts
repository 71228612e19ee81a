import { describe, expect, test } from 'vitest';
import { looksLikeFeed, parseFeed } from './parse.ts';

const BASE = 'https://a.example/news/feed';
const ONE = 'https://a.example/1';
const TWO = 'https://a.example/2';
const read = (text: string, address: string | null = BASE) => {
  if (!looksLikeFeed(text)) return 'no feed';
  const feed = parseFeed(text, address);
  return 'code' in feed ? feed.code : feed;
};
const places = (text: string, address: string | null = BASE) => {
  const feed = read(text, address);
  return typeof feed === 'string' ? feed : feed.items.map(({ place }) => place);
};
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;
const atom = (entries: string, of = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${of}><title>T</title>${entries}</feed>`;
const item = (link: string, title = 'A') => `<item><title>${title}</title><link>${link}</link></item>`;
const BOTH = rss(item(ONE) + item(TWO));
const JSON_FEED = `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"${ONE}"},{"id":"2","url":"${TWO}","tags":["a"]}]}`;

describe('a feed behind something', () => {
  test.each([
    ['a mark and white space', `\ufeff \n\t${BOTH}`],
    ['a comment of many kilobytes', `<!-- ${'licence <rss> '.repeat(5000)} -->${BOTH}`],
    ['a style sheet', BOTH.replace('?>', '?><?xml-stylesheet href="a.xsl"?>')],
    [
      'a type',
      BOTH.replace('?>', '?><!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://n.example/rss.dtd">'),
    ],
    [
      'warnings of a program',
      `<br />\n<b>Warning</b>:  Undefined index in <b>/srv/feed.php</b> on line <b>12</b><br />\n${BOTH}`,
    ],
    ['a line of junk', `Notice: cache is cold\n${BOTH}`],
    ['junk without a declaration', `Notice: cache is cold\n${BOTH.slice(BOTH.indexOf('<rss'))}`],
    ['a script', `<script>track()</script>${BOTH}`],
    ['junk on both sides', `x${BOTH}<!-- made in 0.2 s --><script>a()</script>`],
    ['comments of JSON', `// feed\n/* of ours */ ${JSON_FEED}`],
    ['a mark of JSON', `\ufeff${JSON_FEED}`],
    ['escaped signs of JSON', JSON_FEED.replaceAll('/', '\\/')],
    [
      'a version at its end',
      `{"items":[{"url":"${ONE}"},{"url":"${TWO}"}],"version":"https://jsonfeed.org/version/1"}`,
    ],
  ])('%s', (_, text) => expect(places(text)).toEqual([ONE, TWO]));

  test.each([
    ['a page that shows a feed', `<!doctype html><html><body><pre>\n${BOTH}</pre></body></html>`],
    ['a page with a tag of a feed', '<html><p>\n<rss version="2.0"><channel><item></p></html>'],
    ['a text about feeds', `How to write one:\n${BOTH}\n${'That was it. '.repeat(200)}`],
    ['a text with a tag', 'Write <rss> and then <channel><item>.'],
    ['other XML', '<?xml version="1.0"?><note><title>A</title></note>'],
    ['other JSON', '{"version":"2","items":[{"url":"https://a.example/1"}]}'],
    ['a text about JSON Feed', 'Put "version": "https://jsonfeed.org/version/1" first.'],
  ])('not %s', (_, text) => expect(places(text)).toBe('no feed'));
});

describe('a feed that is broken', () => {
  test.each([
    ['cut in an item', rss(item(ONE) + item(TWO)).replace('</channel></rss>', '<item><title>C</ti')],
    ['cut in CDATA', `${rss(item(ONE) + item(TWO)).replace('</channel></rss>', '')}<item><title><![CDATA[C`],
    [
      'cut in a tag',
      `${rss(item(ONE) + item(TWO)).replace('</channel></rss>', '')}<item><link>${ONE}3</link><enclosure url="`,
    ],
    ['without ends of items', rss(`${item(ONE).replace('</item>', '')}${item(TWO).replace('</item>', '')}`)],
    ['with bare signs', rss(item(ONE, 'A & B < C <5 a<b &nbsp; d') + item(TWO, 'R&D &copy; <b>x'))],
    ['with control characters', rss(item(ONE, 'A\u0001\u0000B') + item(TWO, '&#0;&#x1f;'))],
    ['with CDATA that is not closed', rss(item(ONE, '<![CDATA[A') + item(TWO, '<![CDATA[B]]>'))],
    ['with CDATA that is closed wrongly', rss(item(ONE, '<![CDATA[A]] >') + item(TWO, '<![CDATA[B]]>'))],
    ['with crossed tags', rss(item(ONE, '<b><i>A</b></i>') + item(TWO))],
    [
      'of Atom and cut',
      atom(
        `<entry><link href="${ONE}"/></entry><entry><link href="${TWO}"/></entry><entry><link href="/3"/>`,
      ).replace('</feed>', ''),
    ],
    ['of JSON and cut', `${JSON_FEED.slice(0, -2)},{"id":"3","url":"https://a.exa`],
    ['of JSON with commas too many', JSON_FEED.replace(']}', ',],}')],
    [
      'a sitemap that is cut',
      `<urlset><url><loc>${ONE}</loc></url><url><loc>${TWO}</loc></url><url><loc>https://a.exa`,
    ],
  ])('%s', (_, text) => expect(places(text)).toEqual([ONE, TWO]));

  test('and ends before its first item is refused', () => {
    for (const text of [
      '<rss version="2.0"><channel><title>T',
      '<feed><entry><link href="/1"/>',
      JSON_FEED.slice(0, 80),
    ])
      expect(['bad-feed', 'no feed']).toContain(places(text));
  });
  test('keeps its titles', () => {
    const feed = read(
      rss(item(ONE, 'Tea &amp; milk &nbsp;&lt;2 <b>l</b>') + item(TWO, '<![CDATA[A & <3 B]]>')),
    );
    expect(typeof feed === 'string' ? feed : feed.items.map(({ title }) => title)).toEqual([
      'Tea & milk <2 l',
      'A & <3 B',
    ]);
  });
});

describe('the address of an item', () => {
  test.each([
    ['of white space and lines', item(`\n  ${ONE}\n `), [ONE]],
    ['in CDATA', item(`<![CDATA[ ${ONE} ]]>`), [ONE]],
    ['relative', item('../1'), [ONE]],
    ['without a scheme', item('//a.example/1') + item('www.a.example/2'), [ONE, 'https://www.a.example/2']],
    [
      'as the feed has it before another was put there',
      `<item><link>https://feeds.example/~r/1</link><feedburner:origLink>${ONE}</feedburner:origLink></item>`,
      [ONE],
    ],
    [
      'of Atom within RSS',
      `<item><link/><atom:link rel="self" href="/x"/><atom:link rel="alternate" href="/1"/></item>`,
      [ONE],
    ],
    ['as an attribute', '<item><link href="/1"/></item>', [ONE]],
    [
      'a guid',
      `<item><guid>${ONE}</guid></item><item><guid isPermaLink="true"> ${TWO} </guid></item>`,
      [ONE, TWO],
    ],
    ['a guid that is no permalink', `<item><guid isPermaLink="false">${ONE}</guid></item>`, []],
    [
      'a bare guid',
      ['12345', 'tag:a.example,2034:1', 'post-77', 'urn:uuid:1', '/1', '//a.example/1', 'a.example/1']
        .map((id) => `<item><guid isPermaLink="true">${id}</guid></item><item><guid>${id}</guid></item>`)
        .join(''),
      [],
    ],
    [
      'the guid where the link leads nowhere',
      `<item><link>javascript:void(0)</link><guid>${ONE}</guid></item>`,
      [ONE],
    ],
    [
      'no enclosure',
      '<item><title>A</title><enclosure url="https://a.example/1.mp3" type="audio/mpeg"/><media:content url="https://a.example/1.mp4"/></item>',
      [],
    ],
    [
      'not that of a source or picture',
      `<item><source><link>https://b.example/</link></source><media:link>https://c.example/</media:link><link>${ONE}</link></item>`,
      [ONE],
    ],
  ])('%s', (_, items, expected) => expect(places(rss(items))).toEqual(expected));

  test.each([
    [
      'of a page before other kinds',
      '<link rel="alternate" type="application/json" href="/1.json"/><link rel="alternate" type="application/pdf" href="/1.pdf"/><link rel="alternate" type="text/html" href="/1"/>',
      [ONE],
    ],
    [
      'without a type before other kinds',
      '<link type="application/pdf" href="/1.pdf"/><link href="/1"/>',
      [ONE],
    ],
    [
      'and no other relation',
      '<link rel="self" href="/s"/><link rel="edit" href="/e"/><link rel="replies" href="/r"/><link rel="enclosure" href="/1.mp3"/>',
      [],
    ],
    [
      'the id where there is no other',
      `<link rel="self" href="/s"/><link rel="alternate" type="audio/mpeg" href="/1.mp3"/><id>${ONE}</id>`,
      [ONE],
    ],
    ['no bare id', '<id>tag:a.example,2034:1</id><id>1</id><id>/1</id>', []],
    ['not that of a source', '<source><link href="https://b.example/1"/></source><link href="/1"/>', [ONE]],
  ])('of Atom %s', (_, links, expected) => expect(places(atom(`<entry>${links}</entry>`))).toEqual(expected));

  test('is relative to xml:base at each level', () => {
    const entries =
      '<entry><link href="1"/></entry><entry xml:base="deep/"><link href="1"/></entry><entry><link xml:base="https://c.example/" href="1"/></entry>';
    const expected = ['https://b.example/x/1', 'https://b.example/x/deep/1', 'https://c.example/1'];
    expect(places(atom(entries, ' xml:base="https://b.example/x/"'))).toEqual(expected);
    expect(places(atom(entries, ' xml:base="https://b.example/x/"'), null)).toEqual(expected);
    expect(places(atom(entries, ' xml:base="/x/"'))[0]).toBe('https://a.example/x/1');
  });
  test("in a feed from no address is relative to the feed's page", () => {
    expect(places(rss(`<link>https://a.example/</link>${item('/1')}`), null)).toEqual([ONE]);
    expect(places(rss(item('/1')), null)).toEqual([]);
  });
  test('of JSON Feed is its url, another page, or an id that is an address', () => {
    const feed = (items: string) => `{"version":"https://jsonfeed.org/version/1","items":[${items}]}`;
    expect(
      places(feed(`{"id":"9","url":"/1"},{"external_url":"${TWO}"},{"id":"${TWO}3"},{"id":"12"},{"id":7}`)),
    ).toEqual([ONE, TWO, `${TWO}3`]);
  });
  test('in a feed with prefixes is found by them', () => {
    expect(
      places(
        '<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"><atom:entry><atom:link href="/1"/></atom:entry></atom:feed>',
      ),
    ).toEqual([ONE]);
  });
});

describe('one story', () => {
  const one = (...links: string[]) =>
    places(rss(links.map((link) => item(link.replaceAll('&', '&amp;'))).join('')));
  test.each([
    [
      'with trackers',
      [
        '/1?utm_source=rss&utm_medium=feed',
        '/1?fbclid=x',
        '/1?gclid=y&mc_cid=z',
        '/1?at_medium=RSS&at_campaign=K',
        '/1?ns_campaign=a',
        '/1?CMP=rss',
        '/1?ref=rss',
        '/1#top',
        '/1',
      ],
    ],
    [
      'on a mobile host',
      ['https://m.a.example/1', ONE, 'https://amp.a.example/1', 'https://www.a.example/1'],
    ],
    ['for a mobile reader', ['/1?output=amp', '/amp/1', '/1/amp', '/1?amp', ONE]],
    ['with both schemes', ['http://a.example/1', ONE]],
  ])('%s is one item', (_, links) => expect(one(...links)).toEqual([ONE]));

  test.each([
    ['ids', ['/a?id=1', '/a?id=2', '/a?p=1', '/a?story=1', '/a?utm_source=x&id=3']],
    ['a ref that is content', ['/a?ref=12345', '/a?ref=2034-02-02', '/a?source=council']],
    ['paths', ['/amp', '/amps/1', '/camp/1', '/1/']],
  ])('of other %s is another', (_, links) => expect(one(...links)).toHaveLength(links.length));

  test('that only its mobile double names is visited there', () => {
    expect(one('https://m.a.example/1?utm_source=rss&id=2')).toEqual(['https://m.a.example/1?id=2']);
    expect(one('/a?b=%7Ex&utm_source=rss&c=d+e')).toEqual(['https://a.example/a?b=%7Ex&c=d+e']);
  });
});
