import { describe, expect, test } from 'vitest';
import { looksLikeFeed, parseFeed } from './parse.ts';

/** Feeds as servers send them: each lists, as far as it goes, what stands beside it. */
const A = 'https://a.example/1';
const B = 'https://a.example/2';
const ONE = `<item><title>One</title><link>${A}</link></item>`;
const TWO = `<item><title>Two</title><link>${B}</link></item>`;
const RSS = '<rss version="2.0"><channel><title>T</title>';
const END = '</channel></rss>';
const ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>';
const JSON_HEAD = '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[';

const read = (text: string, base: string | null = 'https://a.example/news/feed') => {
  const feed = parseFeed(text, base);
  return 'code' in feed ? feed.code : feed.items.map(({ place }) => place);
};
const rss = (item: string) => `${RSS}<item>${item}</item>${END}`;
const entry = (inner: string) => `${ATOM}<entry>${inner}</entry></feed>`;

describe('before the root', () => {
  const warning =
    '<br />\n<b>Warning</b>:  Undefined array key "lang" in <b>/srv/www/feed.php</b> on line <b>12</b><br />\n';
  test.each([
    ['a mark', '\ufeff'],
    ['white space and a declaration', '\n\n  <?xml version="1.0" encoding="UTF-8"?>\n'],
    ['an instruction of style', '<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="/a.xsl"?>'],
    [
      'a comment of many kilobytes',
      `<?xml version="1.0"?><!-- ${'No copying without leave. '.repeat(5000)} -->`,
    ],
    [
      'a type without entities',
      '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "a.dtd">',
    ],
    ['warnings of a program', `${warning}${warning}<?xml version="1.0"?>\n`],
    [
      'a notice in plain words',
      'Notice: undefined offset 3 in /srv/www/rss.php on line 4\n<?xml version="1.0"?>',
    ],
    ['words right before the declaration', 'debug<?xml version="1.0"?>'],
    ['a comment after junk', 'ok\n<?xml version="1.0"?><!-- made by a machine -->'],
  ])('may stand %s', (_, before) => {
    expect(looksLikeFeed(`${before}${RSS}${ONE}${END}`)).toBe(true);
    expect(read(`${before}${RSS}${ONE}${TWO}${END}`)).toEqual([A, B]);
  });

  test.each([
    ['a page that shows a feed', `<!doctype html><html><body><p>x</p>${RSS}${ONE}${END}</body></html>`],
    ['a page with the tag in its words', '<html><p>The <rss> tag opens every feed.</p></html>'],
    ['a piece of a page', `<p>A feed begins with</p><pre>${RSS}${ONE}${END}</pre>`],
    [
      'a text about feeds',
      `A feed looks so:\n${RSS}${ONE}${END}\n${'Its items follow each other. '.repeat(40)}`,
    ],
    ['a text with the tag in its words', 'The mayor’s <rss> is what people asked for.'],
    ['another XML', '<?xml version="1.0"?><kml><name>a</name></kml>'],
    ['other JSON', '{"version":"1","items":[{"url":"https://a.example/1"}]}'],
  ])('%s is no feed', (_, text) => {
    expect(looksLikeFeed(text)).toBe(false);
  });
});

describe('a broken feed lists what is whole', () => {
  test.each([
    ['cut between items', `${RSS}${ONE}${TWO}`, [A, B]],
    ['cut in an item', `${RSS}${ONE}<item><title>Two</title><link>https://a.exa`, [A]],
    ['cut in a tag', `${RSS}${ONE}<item><title>Two</ti`, [A]],
    ['cut in a section', `${RSS}${ONE}<item><link>${B}</link><description><![CDATA[The council`, [A]],
    ['cut in Atom', `${ATOM}<entry><link href="${A}"/></entry><entry><link href="${B}"/><summary>x`, [A]],
    ['cut in a sitemap', `<urlset><url><loc>${A}</loc></url><url><loc>${B}`, [A]],
    ['cut JSON', `${JSON_HEAD}{"url":"${A}"},{"url":"${B}","title":"The cou`, [A]],
    ['cut JSON between items', `${JSON_HEAD}{"url":"${A}"},{"url":"${B}"},`, [A, B]],
    ['items without ends', `${RSS}<item><link>${A}</link><item><link>${B}</link>${END}`, [A, B]],
    ['no end of the channel', `${RSS}${ONE}${TWO}</rss>`, [A, B]],
    [
      'a bare "&"',
      `${RSS}<item><title>Pell & Sons</title><link>${A}?a=1&b=2</link></item>${END}`,
      [`${A}?a=1&b=2`],
    ],
    ['a "&copy" in an address', rss(`<link>${A}?copy=1&copy=2</link>`), [`${A}?copy=1&copy=2`]],
    ['references of HTML', rss(`<title>Rents&nbsp;up &mdash; again</title><link>${A}</link>`), [A]],
    ['control characters', rss(`<title>Re\u0003nts\u0000</title><link>${A}</link>`), [A]],
    ['a "<" before a space', rss(`<title>Rents < wages</title><link>${A}</link>`), [A]],
    ['a "<" before a word', rss(`<title>Rents <wages again</title><link>${A}</link>`), [A]],
    ['a "<" before a number', rss(`<title>Under <5 per cent</title><link>${A}</link>`), [A]],
    ['tags in a title', rss(`<title>The <i>Swift</i> sinks</title><link>${A}</link>`), [A]],
    ['tags of a page', rss(`<description><p>a<br>b<img src=x><p>c</description><link>${A}</link>`), [A]],
    ['many tags of a page', rss(`<description>${'a<br>'.repeat(400)}</description><link>${A}</link>`), [A]],
    [
      'a section without an end',
      `${RSS}<item><title><![CDATA[One</title><link>${A}</link></item>${TWO}${END}`,
      [A, B],
    ],
    [
      'a section without an end before others',
      `${RSS}<item><title><![CDATA[One</title><link>${A}</link></item><item><title><![CDATA[Two]]></title><link>${B}</link></item>${END}`,
      [A, B],
    ],
    [
      'a section that shows a feed',
      rss(`<link>${A}</link><description><![CDATA[<item><link>${B}</link></item>]]></description>`),
      [A],
    ],
    ['names in capitals', `<RSS><Channel><Item><Link>${A}</Link></Item></Channel></RSS>`, [A]],
    [
      'JSON with a mark and comments',
      `\ufeff/* ours */ ${JSON_HEAD}{"url":"${A}"}, // one\n{"url":"${B}"},]}`,
      [A, B],
    ],
    [
      'JSON with a bare line break',
      `${JSON_HEAD}{"title":"The\ncouncil","url":"${A}"},{"url":"${B}"}]}`,
      [A, B],
    ],
    [
      'JSON with its version last',
      `{"items":[{"url":"${A}"}],"version":"https:\\/\\/jsonfeed.org\\/version\\/1"}`,
      [A],
    ],
  ])('%s', (_, text, places) => {
    expect(looksLikeFeed(text)).toBe(true);
    expect(read(text)).toEqual(places);
  });

  test('and says whether it was read to its end', () => {
    const isWhole = (text: string) => {
      const feed = parseFeed(text, null);
      return 'code' in feed ? feed.code : feed.isWhole;
    };
    expect(isWhole(`${RSS}${ONE}${END}`)).toBe(true);
    expect(isWhole(`${RSS}${ONE}`)).toBe(false);
    expect(isWhole(`${JSON_HEAD}{"url":"${A}"}]}`)).toBe(true);
    expect(isWhole(`${JSON_HEAD}{"url":"${A}"}`)).toBe(false);
    expect(isWhole(`${RSS}<item><title>One`)).toBe('bad-feed');
    expect(isWhole(`${JSON_HEAD}{"url":"https://a`)).toBe('bad-feed');
  });

  test('with the words of its titles', () => {
    const title = (written: string) => {
      const feed = parseFeed(rss(`<title>${written}</title><link>${A}</link>`), null);
      return 'code' in feed ? feed.code : feed.items[0]?.title;
    };
    expect(title('Rents&nbsp;up &mdash; again')).toBe('Rents up — again');
    expect(title('Pell & Sons')).toBe('Pell & Sons');
    expect(title('<![CDATA[Pell & Sons < others]]>')).toBe('Pell & Sons < others');
    expect(title('Rents < wages')).toBe('Rents < wages');
    expect(title('The <i>Swift</i> sinks')).toBe('The Swift sinks');
    expect(title('The council&#8217;s vote')).toBe('The council’s vote');
    expect(title('The council&amp;#8217;s vote')).toBe('The council’s vote');
  });
});

describe('the address of an item', () => {
  test.each([
    ['its link', `<link>${A}</link><guid>https://a.example/x</guid>`, [A]],
    ['its link in lines', `<link>\n    ${A}\n  </link>`, [A]],
    ['its link in a section', `<link><![CDATA[ ${A} ]]></link>`, [A]],
    ['its link in a section with references', `<link><![CDATA[${A}?a=1&amp;b=2]]></link>`, [`${A}?a=1&b=2`]],
    ['its link escaped twice', `<link>${A}?a=1&amp;amp;b=2</link>`, [`${A}?a=1&b=2`]],
    ['its link in Atom’s way', `<link href="${A}"/>`, [A]],
    ['its link of Atom', `<atom:link rel="alternate" href="${A}"/>`, [A]],
    ['no link of Atom to itself', `<atom:link rel="self" href="${B}"/><link>${A}</link>`, [A]],
    ['a relative link', '<link>/1</link>', [A]],
    ['a link without its scheme', '<link>//a.example/1</link>', [A]],
    [
      'a link without its scheme, as people write',
      '<link>www.a.example/1</link>',
      ['https://www.a.example/1'],
    ],
    [
      'the original one',
      `<link>https://feeds.example/~r/1</link><feedburner:origLink>${A}</feedburner:origLink>`,
      [A],
    ],
    ['its guid', `<guid>${A}</guid>`, [A]],
    ['its guid, told as one', `<guid isPermaLink="true"> ${A} </guid>`, [A]],
    ['no guid told as none', `<guid isPermaLink="false">${A}</guid>`, []],
    ['no bare number', '<guid>12345</guid>', []],
    ['no bare number told as one', '<guid isPermaLink="true">12345</guid>', []],
    ['no name', '<guid>post-77</guid>', []],
    ['no path', '<guid isPermaLink="true">/news/77</guid>', []],
    ['no tag', '<guid>tag:a.example,2034:77</guid>', []],
    ['no empty link', `<link/><guid>${A}</guid>`, [A]],
    [
      'no link of a part',
      `<media:group><link>${B}</link></media:group><source url="${B}">b</source><link>${A}</link>`,
      [A],
    ],
    ['no enclosure', `<enclosure url="https://a.example/1.mp3" type="audio/mpeg"/>`, []],
    ['no enclosure as a link', `<link>${A}.mp3</link><enclosure url="${A}.mp3"/><guid>${A}</guid>`, [A]],
    ['no page of comments', `<comments>${B}</comments>`, []],
  ])('in RSS is %s', (_, item, places) => {
    expect(read(rss(item))).toEqual(places);
  });

  const link = (type: string, href: string) => `<link rel="alternate" type="${type}" href="${href}"/>`;
  test.each([
    ['the alternate', `<link rel="self" href="${B}"/><link rel="alternate" href="${A}"/>`, [A]],
    ['one without a relation', `<link rel="edit" href="${B}"/><link href="${A}"/>`, [A]],
    ['HTML before JSON', link('application/json', B) + link('text/html', A), [A]],
    ['HTML before PDF', link('application/pdf', B) + link('text/html', A), [A]],
    ['HTML before sound', link('audio/mpeg', B) + link('text/html', A), [A]],
    ['HTML before none', `<link href="${B}"/>${link('text/html', A)}`, [A]],
    ['none before PDF', `${link('application/pdf', B)}<link href="${A}"/>`, [A]],
    ['English before others', `<link hreflang="de" href="${B}"/><link hreflang="en" href="${A}"/>`, [A]],
    ['no sound', link('audio/mpeg', A), []],
    ['no feed of its own', link('application/atom+xml', A), []],
    [
      'not itself, edits, replies, enclosures',
      ['self', 'edit', 'replies', 'enclosure', 'via']
        .map((rel) => `<link rel="${rel}" href="${A}"/>`)
        .join(''),
      [],
    ],
    ['its id', `<id>${A}</id>`, [A]],
    ['no other id', '<id>tag:a.example,2034:1</id>', []],
    ['no bare id', '<id>77</id>', []],
    ['not that of its source', `<source><id>${B}</id><link href="${B}"/></source><id>${A}</id>`, [A]],
  ])('in Atom is %s', (_, inner, places) => {
    expect(read(entry(inner))).toEqual(places);
  });

  test('in JSON is its url, the one elsewhere, or an id that is one', () => {
    const json = (item: object) => read(`${JSON_HEAD}${JSON.stringify(item)}]}`);
    expect(json({ id: B, url: A })).toEqual([A]);
    expect(json({ external_url: A })).toEqual([A]);
    expect(json({ id: A })).toEqual([A]);
    for (const id of ['77', 77, 'tag:a.example,2034:1', '/news/77']) expect(json({ id })).toEqual([]);
  });

  test('is relative to the nearest base', () => {
    const base = 'https://b.example/feed';
    expect(
      read(`<rss xml:base="https://a.example/"><channel><item><link>1</link></item>${END}`, base),
    ).toEqual([A]);
    expect(read(`${RSS}<item xml:base="https://a.example/x/"><link>../1</link></item>${END}`, base)).toEqual([
      A,
    ]);
    expect(
      read(
        `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/"><entry xml:base="y/"><link xml:base="/" href="1"/></entry><entry><link href="../2"/></entry></feed>`,
        base,
      ),
    ).toEqual([A, B]);
    // From no address: what the feed says of its own page.
    expect(
      read(`<rss><channel><link>https://a.example/</link><item><link>/1</link></item>${END}`, null),
    ).toEqual([A]);
    expect(read(rss('<link>/1</link>'), null)).toEqual([]);
  });

  test('is found whatever prefix the names have', () => {
    expect(
      read(`<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:link href="${A}"/></a:entry></a:feed>`),
    ).toEqual([A]);
    expect(
      read(
        `<rdf:RDF xmlns:rss="http://purl.org/rss/1.0/"><rss:item rdf:about="${B}"><rss:link>${A}</rss:link></rss:item></rdf:RDF>`,
      ),
    ).toEqual([A]);
    expect(
      read(
        `<x:urlset><x:url><x:loc>${A}</x:loc><image:image><image:loc>${B}</image:loc></image:image></x:url></x:urlset>`,
      ),
    ).toEqual([A]);
  });
});
