import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeFeed, parseFeed } from './parse.ts';

const BASE = 'https://a.example/feed';
const places = (text: string) => {
  const feed = parseFeed(text, BASE);
  return 'code' in feed ? feed.code : feed.items.map(({ place }) => place);
};

const KINDS = {
  RSS: '<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>A</title><link>/1</link></item><item><guid>https://a.example/2</guid></item></channel></rss>',
  Atom: '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A</title><link rel="enclosure" href="/x.mp3"/><link rel="alternate" href="/1"/><id>urn:1</id><updated>2034-02-02T10:00:00Z</updated></entry><entry><title>B</title><link href="https://a.example/2#top"/><id>urn:2</id><updated>2034-02-02T10:00:00Z</updated></entry></feed>',
  RDF: '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>T</title></channel><item rdf:about="https://a.example/1"><title>A</title><link>https://a.example/1</link></item><item rdf:about="https://a.example/2"><title>B</title><link>https://a.example/2</link></item></rdf:RDF>',
  JSON: '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"https://a.example/1"},{"id":"https://a.example/2"}]}',
  sitemap:
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://a.example/1</loc><news:news><news:publication_date>2034-02-02</news:publication_date><news:title>A &amp; B</news:title></news:news></url><url><loc>https://a.example/2</loc></url></urlset>',
} as const;

describe.each(Object.entries(KINDS))('%s', (_, text) => {
  test('is known and lists its pages with absolute addresses', () => {
    expect(looksLikeFeed(text)).toBe(true);
    expect(places(text)).toEqual(['https://a.example/1', 'https://a.example/2']);
  });
  test('lists a page once, however often it has it', () => {
    const twice = text.replaceAll('example/2', 'example/1');
    expect(places(twice)).toEqual(['https://a.example/1']);
  });
});

describe('lists of feeds', () => {
  test('lead to feeds', () => {
    const opml =
      '<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body><outline text="g"><outline type="rss" text="A" xmlUrl="https://a.example/feed"/></outline><outline type="rss" text="B" xmlUrl="https://b.example/feed"/></body></opml>';
    expect(parseFeed(opml, null)).toEqual({
      title: 'Mine',
      items: [],
      feeds: ['https://a.example/feed', 'https://b.example/feed'],
      isWhole: true,
    });
    const index = '<sitemapindex><sitemap><loc>https://a.example/news.xml</loc></sitemap></sitemapindex>';
    expect(parseFeed(index, null)).toMatchObject({ items: [], feeds: ['https://a.example/news.xml'] });
  });
});

describe('an item', () => {
  const stamp = (title: string, at: string) => {
    const feed = parseFeed(
      `<rss version="2.0"><channel><item><title>${title}</title><link>/1</link><pubDate>${at}</pubDate></item></channel></rss>`,
      BASE,
    );
    return 'code' in feed ? feed.code : feed.items[0]?.stamp;
  };
  test('has a stamp that changes with its title or its date, and not by itself', () => {
    expect(stamp('A', 'Thu, 02 Feb 2034 10:00:00 GMT')).toBe(stamp('A', 'Thu, 02 Feb 2034 10:00:00 GMT'));
    expect(stamp('A', 'Thu, 02 Feb 2034 10:00:00 GMT')).not.toBe(stamp('B', 'Thu, 02 Feb 2034 10:00:00 GMT'));
    expect(stamp('A', 'Thu, 02 Feb 2034 10:00:00 GMT')).not.toBe(stamp('A', 'Thu, 02 Feb 2034 11:00:00 GMT'));
  });
  test.each(['atom:updated', 'a10:updated', 'dcterms:modified'])(
    'has one that changes with its %s',
    (name) => {
      const of = (day: number) =>
        parseFeed(
          `<rss version="2.0"><channel><item><title>A</title><link>/1</link><pubDate>Thu, 02 Feb 2034 10:00:00 GMT</pubDate><${name}>2034-02-0${day}T10:00:00Z</${name}></item></channel></rss>`,
          BASE,
        );
      expect(of(3)).not.toEqual(of(4));
    },
  );
  test('that leads elsewhere than to the web is left out', () => {
    expect(
      places(
        '<rss version="2.0"><channel><item><link>file:///etc/passwd</link></item><item><link>javascript:alert(1)</link></item></channel></rss>',
      ),
    ).toEqual([]);
  });
});

describe('what is refused', () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, index) => `<!ENTITY a${index} "${'&a;'.repeat(10)}">`).join('')}]><rss version="2.0"><channel><title>&a19;</title></channel></rss>`;
  test('entities of its own, which can be a bomb or another file', () => {
    expect(places(laughs)).toBe('bad-feed');
    expect(
      places(
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><rss><channel><title>&e;</title></channel></rss>',
      ),
    ).toBe('bad-feed');
  });
  test('what is no feed', () => {
    for (const text of [
      '',
      '<html><p>x',
      'words',
      '{"a":1}',
      '<rss',
      '{"version":"https://jsonfeed.org/version/1"',
    ])
      expect([text, places(text)]).toEqual([text, expect.stringMatching('bad-feed')]);
    expect(looksLikeFeed('<!doctype html><html>')).toBe(false);
  });
  test('anything else without a crash', () => {
    const piece = fc.constantFrom(
      '<rss version="2.0">',
      '<channel>',
      '</channel>',
      '<item>',
      '<link>',
      '</link>',
      'https://a.example/',
      '<urlset>',
      '<url>',
      '<loc>',
      '&amp;',
      '&#0;',
      '<![CDATA[',
      ']]>',
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      '<entry>',
      '{',
      '}',
      '"version":"https://jsonfeed.org/version/1"',
      '<opml>',
      '<outline xmlUrl="',
      '">',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
        const feed = parseFeed(parts.join(''), BASE);
        if ('code' in feed) expect(feed.code).toBe('bad-feed');
        else for (const { place } of feed.items) expect(place).toMatch(/^https?:/);
      }),
      { numRuns: 500 },
    );
  });
});
