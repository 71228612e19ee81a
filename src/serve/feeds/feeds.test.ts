import FeedParser from 'feedparser';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { parseFeed } from '../../ingest/feed/parse.ts';
import { alertOf } from '../../ledger/alerts.contract.ts';
import { type News, news } from '../../record/index.ts';
import { atomOf } from './atom.ts';
import { digestPage } from './digest.ts';
import { jsonFeedOf } from './json-feed.ts';

const FROM = {
  report: 'report:0123456789abcdef',
  outlet: 'The Courier & <Post>',
  published: '2031-03-01',
  headline: '“Safe” ]]> & <b>closed</b>',
  url: 'https://courier.example/1?a=1&b=2',
  start: 15,
  end: 42,
  words: '“The bridge is <i>not</i> safe & sound,”',
};
const SAID: News = news.parse({
  kind: 'statement',
  id: 'news:0000000000000001',
  at: '2031-03-02T08:00:00.000Z',
  statement: 'statement:0123456789abcdef.15-60',
  who: 'Mina Pell',
  cue: 'said',
  stance: 'against',
  from: FROM,
});
const MOVED: News = news.parse({
  kind: 'event',
  id: 'news:0000000000000002',
  at: '2031-03-03T08:00:00.000Z',
  event: 'what:0123456789abcdef',
  what: 'talks',
  before: { when: '2031-03-24', status: 'planned' },
  now: { when: null, status: 'postponed' },
  by: 'Mina Pell',
  from: { ...FROM, url: null, words: 'put off\u000b\u0000 \ud800 for good' },
});
const TURNED: News = news.parse({
  kind: 'position',
  id: 'news:0000000000000003',
  at: '2031-03-04T08:00:00.000Z',
  issue: 'issue:0123456789abcdef',
  proposition: 'The bridge should be closed',
  who: 'Mina Pell',
  before: { stance: 'against', statement: SAID.kind === 'statement' ? SAID.statement : '', from: FROM },
  stance: 'for',
  statement: 'statement:0123456789abcdef.70-90',
  from: { ...FROM, words: 'close '.repeat(80).trim() },
});
const ALERT = alertOf('Bridge & <toll>', { words: 'bridge' });
const SITE = 'http://127.0.0.1:4600';
const FED = {
  alert: ALERT,
  site: SITE,
  news: [TURNED, MOVED, SAID].map((one, index) => ({
    number: 3 - index,
    news: one,
    found: `2031-03-0${5 - index}T09:00:00.000Z`,
  })),
};

/** What a strict parser of another hand reads. */
async function readStrictly(text: string) {
  const parser = new FeedParser({ resume_saxerror: false });
  const items: FeedParser.Item[] = [];
  return await new Promise<{ meta: FeedParser.Meta; items: FeedParser.Item[] }>((done, failed) => {
    parser.on('error', failed);
    parser.on('readable', () => {
      for (let item = parser.read(); item !== null; item = parser.read()) items.push(item);
    });
    parser.on('end', () => done({ meta: parser.meta, items }));
    parser.end(text);
  });
}

test('Atom as two parsers of other hands read it', async () => {
  const text = atomOf(FED);
  const { meta, items } = await readStrictly(text);
  expect(meta).toMatchObject({ title: 'Bridge & <toll>', link: `${SITE}/alerts/${ALERT.id}` });
  expect(items.map(({ guid }) => guid)).toEqual([
    'tag:onrecord,2026:news:0000000000000003',
    'tag:onrecord,2026:news:0000000000000002',
    'tag:onrecord,2026:news:0000000000000001',
  ]);
  expect(items[2]?.description).toContain(
    '<blockquote>“The bridge is &lt;i&gt;not&lt;/i&gt; safe &amp; sound,”',
  );
  const feed = parseAtomFeed(text);
  expect(feed).toMatchObject({ id: `tag:onrecord,2026:${ALERT.id}`, updated: '2031-03-05T09:00:00.000Z' });
  expect(feed.entries?.map(({ published, updated }) => [published, updated])).toEqual([
    ['2031-03-04T08:00:00.000Z', '2031-03-05T09:00:00.000Z'],
    ['2031-03-03T08:00:00.000Z', '2031-03-04T09:00:00.000Z'],
    ['2031-03-02T08:00:00.000Z', '2031-03-03T09:00:00.000Z'],
  ]);
  expect(feed.links).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ rel: 'self', href: `${SITE}/alerts/${ALERT.id}.atom` }),
    ]),
  );
});

/** RFC 4287, 4.1: what a feed and an entry must have, and have once. */
test('Atom has what RFC 4287 asks for, once each, and no character that XML cannot have', () => {
  const text = atomOf(FED);
  const [head = '', ...entries] = text.split('<entry>');
  for (const part of [head, ...entries])
    for (const name of ['id', 'title', 'updated'])
      expect(part.match(new RegExp(`<${name}>`, 'g')), `${name}: ${part}`).toHaveLength(1);
  expect(head).toContain('<author><name>');
  for (const entry of entries) expect(entry).toMatch(/rel="alternate" type="text\/html" href="http/);
  expect(text).toMatch(
    /^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom">/,
  );
  expect(text.isWellFormed()).toBe(true);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are looked for
  expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
});

test('JSON Feed 1.1 as another’s parser reads it', () => {
  const own = JSON.parse(JSON.stringify(jsonFeedOf(FED)));
  const feed = parseJsonFeed(own);
  expect(own.version).toBe('https://jsonfeed.org/version/1.1');
  expect(feed).toMatchObject({
    title: 'Bridge & <toll>',
    home_page_url: `${SITE}/alerts/${ALERT.id}`,
    feed_url: `${SITE}/alerts/${ALERT.id}.json`,
  });
  expect(feed.items?.map(({ id, url, title, tags }) => ({ id, url, title, tags }))).toEqual([
    {
      id: 'tag:onrecord,2026:news:0000000000000003',
      url: `${SITE}/s/statement:0123456789abcdef.70-90`,
      title: 'Mina Pell: against, now for: The bridge should be closed',
      tags: ['position'],
    },
    {
      id: 'tag:onrecord,2026:news:0000000000000002',
      url: `${SITE}/e/what:0123456789abcdef`,
      title: 'talks: Mon, 24 March 2031, planned, now no date, postponed',
      tags: ['event'],
    },
    {
      id: 'tag:onrecord,2026:news:0000000000000001',
      url: `${SITE}/s/statement:0123456789abcdef.15-60`,
      title: 'Mina Pell · said: “The bridge is <i>not</i> safe & sound,”',
      tags: ['statement'],
    },
  ]);
  expect(own.items[2]._onrecord).toEqual(SAID);
});

test('Onrecord itself reads its feeds, and the same news gives the same bytes', () => {
  for (const text of [atomOf(FED), JSON.stringify(jsonFeedOf(FED))])
    expect(parseFeed(text, `${SITE}/feed`)).toMatchObject({ title: 'Bridge & <toll>' });
  expect(atomOf(FED)).toBe(atomOf(structuredClone(FED)));
});

test('a feed without news is a feed', async () => {
  const empty = { ...FED, news: [] };
  expect((await readStrictly(atomOf(empty))).items).toEqual([]);
  expect(parseAtomFeed(atomOf(empty)).updated).toBe(ALERT.made);
  expect(parseJsonFeed(jsonFeedOf(empty)).title).toBe('Bridge & <toll>');
});

test('a digest by mail has every report’s words as text', () => {
  const page = String(digestPage({ since: null, parts: [{ alert: ALERT, news: FED.news }] }, SITE));
  expect(page).not.toContain('<i>not');
  expect(page).toContain(`href="${SITE}/r/report:0123456789abcdef#15-42"`);
  expect(String(digestPage({ since: '2031-03-01', parts: [] }, SITE))).toContain('Nothing.');
});
