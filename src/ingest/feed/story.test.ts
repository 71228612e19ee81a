import { describe, expect, test } from 'vitest';
import { parseFeed } from './parse.ts';

const listed = (...links: string[]) => {
  const items = links.map((link) => `<item><link><![CDATA[${link}]]></link></item>`).join('');
  const feed = parseFeed(`<rss version="2.0"><channel>${items}</channel></rss>`, 'https://a.example/feed');
  return 'code' in feed ? feed.code : feed.items.map(({ place }) => place);
};
const A = 'https://www.a.example/news/1';

describe('what only tells where a reader comes from', () => {
  test.each([
    'utm_source=rss&utm_medium=feed&UTM_Campaign=x',
    'fbclid=1',
    'gclid=1',
    'mc_cid=1&mc_eid=2',
    'at_medium=RSS&at_campaign=rss',
    'ns_mchannel=rss&ns_campaign=x&ns_source=y',
    'ref=rss',
    'cmp=rss',
    'CMP=rss_world',
    'source=rss',
    'partner=rss&emc=rss',
    'xtor=RSS-1',
    'feedType=RSS&feedName=top',
    'ocid=socialflow',
  ])('is left out: %s', (question) => {
    expect(listed(`${A}?${question}`)).toEqual([A]);
    expect(listed(`${A}?id=7&${question}#top`, `${A}?id=7`)).toEqual([`${A}?id=7`]);
  });

  test.each([
    'id=7',
    'p=7',
    'story=7',
    'ref=77',
    'ref=bridge',
    'source=council',
    'cmp=42',
    'from=2034-02-02',
    'feed=harbour',
    'utm=7',
    'page=2',
    'share=1',
  ])('is not %s, which is content', (question) => {
    expect(listed(`${A}?${question}`, A)).toEqual([`${A}?${question}`, A]);
  });

  test('leaves the other parameters as they are written', () => {
    expect(listed(`${A}?b=%C3%A9&utm_source=x&a=1+2&c`)).toEqual([`${A}?b=%C3%A9&a=1+2&c`]);
  });

  test('stays in the address of a feed', () => {
    const feed = parseFeed(
      '<opml><body><outline xmlUrl="https://a.example/?feed=rss2"/></body></opml>',
      null,
    );
    expect(feed).toMatchObject({ feeds: ['https://a.example/?feed=rss2'] });
  });
});

describe('a story', () => {
  test.each([
    'https://m.a.example/news/1',
    'https://mobile.a.example/news/1',
    'https://amp.a.example/news/1',
    'https://www.a.example/amp/news/1',
    'https://www.a.example/news/1/amp',
    'https://www.a.example/news/1/amp/',
    `${A}?output=amp`,
    `${A}?outputType=amp`,
    `${A}?amp=1`,
    `${A}?amp`,
    'http://www.a.example/news/1',
    'https://www-a-example.cdn.ampproject.org/c/s/www.a.example/news/1',
    'https://www.google.com/amp/s/www.a.example/news/1',
    'https://m.a.example/news/1?utm_source=rss',
  ])('is one item with its double %s, and the address for a desk is given', (double) => {
    expect(listed(double, A)).toEqual([A]);
    expect(listed(A, double)).toEqual([A]);
  });

  test('that has only a double is read there', () => {
    expect(listed('https://m.a.example/news/1')).toEqual(['https://m.a.example/news/1']);
    expect(listed('https://a.example/news/1.amp.html')).toEqual(['https://a.example/news/1.amp.html']);
  });

  test('has the order of the first of its addresses', () => {
    expect(listed('https://m.a.example/news/1', 'https://a.example/2', A)).toEqual([
      A,
      'https://a.example/2',
    ]);
  });

  test.each([
    ['https://m.example/1', 'https://www.m.example/2'],
    ['https://a.example/amplifier', 'https://a.example/lifier'],
    ['https://a.example/news/amp-tax', 'https://a.example/news/-tax'],
    ['https://a.example/?id=1', 'https://a.example/?id=2'],
    ['https://a.example/news', 'https://b.example/news'],
    ['https://sport.a.example/1', 'https://a.example/1'],
  ])('is not another: %s, %s', (one, other) => {
    expect(listed(one, other)).toHaveLength(2);
  });
});
