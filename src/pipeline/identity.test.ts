import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reportPage } from '../../test/web.ts';
import { NOTHING_GIVEN, pageOf } from '../ingest/index.ts';
import { oneLane } from '../lanes/index.ts';
import { type Ledger, openSqlite } from '../ledger/index.ts';
import { loadKit } from '../load/index.ts';
import type { Intake } from '../record/index.ts';
import { addPages } from './adding.ts';
import { policyToAsk } from './identity.ts';

const kit = await loadKit({ tagger: 'linear' });
const lanes = oneLane(kit);
const SITE = 'https://courier.example';
const SAFE = 'The bridge is safe';

let ledger: Ledger;
let minute = 0;
beforeEach(() => {
  ledger = openSqlite(':memory:');
  minute = 0;
});
afterEach(() => ledger.close());

interface Shown {
  readonly html: string;
  /** Where the answer came from, where that is not what was asked for. */
  readonly from?: string;
  readonly isMoved?: boolean;
}

/** A page of the site as it was answered when it was asked for. */
function shown(asked: string, { html, from = asked, isMoved = false }: Shown): Intake {
  const policy = { address: SITE + from, isMoved, etag: '"a"', modified: null };
  const place = SITE + asked;
  const web = { address: SITE + from, asked: place, policy, feed: null };
  return pageOf({ path: asked, place, format: 'html', bytes: Buffer.from(html), given: NOTHING_GIVEN, web });
}

/** Adds pages together, and says what became of each. */
async function add(...pages: Intake[]): Promise<string[]> {
  const told: string[] = [];
  const now = () => new Date(Date.UTC(2034, 1, 2, 10, minute));
  minute++;
  for await (const one of addPages(all(pages), { lanes, ledger, now }))
    if (one.kind === 'added') told.push(`${one.outcome} ${one.version}, ${one.changes.length > 0}`);
    else told.push(one.kind === 'failed' ? one.refusal.code : one.kind);
  return told;
}

async function* all(pages: readonly Intake[]): AsyncGenerator<Intake> {
  yield* pages;
}

/** A page that says where it wants to be kept. */
const claiming = (html: string, canonical: string) =>
  html.replace('<head>', `<head><link rel="canonical" href="${canonical}">`);
/** Another story of the same site. */
const OTHER = `<!doctype html><html lang="en"><head><title>Ferry late | The Courier</title></head><body><article><h1>Ferry late on Friday</h1>
<p>The ferry from Sannow will not sail before noon on Friday, its owners said, since the ice in the harbour mouth is thicker than in any winter that they remember.</p>
<p>“Nobody has to hurry to the quay,” said Captain Orla Venn, who has sailed it for twenty years and will wait for the pilot boat to come back.</p></article></body></html>`;

describe('what stands', () => {
  test('is the version that was found last, also where it stood before', async () => {
    const [a, b] = [reportPage(1), reportPage(1, SAFE)];
    const told: string[] = [];
    for (const html of [a, b, a, a, b]) told.push(...(await add(shown('/bridge-1', { html }))));
    expect(told).toEqual([
      'added 1, false',
      'added 2, true',
      'changed back 1, true',
      'unchanged 1, false',
      'changed back 2, true',
    ]);
    const [line] = await ledger.reports({ limit: 1, offset: 0 });
    expect((await ledger.stood(line?.id ?? '')).map(({ version }) => version)).toEqual([1, 2, 1, 2]);
  });

  test('is told in the order of the pages, where several are of one place', async () => {
    const pages = [reportPage(1), reportPage(1, SAFE), reportPage(1), reportPage(1, 'It will fall')];
    expect(await add(...pages.map((html) => shown('/bridge-1', { html })))).toEqual([
      'added 1, false',
      'added 2, true',
      'changed back 1, true',
      'added 3, true',
    ]);
  });

  test('a file that changed back is told so, and one that is as it was is no visit', async () => {
    const file = (text: string) =>
      pageOf({
        path: 'a.txt',
        place: 'file:///a.txt',
        format: 'text',
        bytes: Buffer.from(text),
        given: NOTHING_GIVEN,
      });
    const [a, b] = ['“It is not safe,” Mina Pell said on Monday.', '“It is safe,” Mina Pell said on Monday.'];
    const told: string[] = [];
    for (const text of [a, b, a, a]) told.push(...(await add(file(text))));
    expect(told.map((one) => one.split(',')[0])).toEqual([
      'added 1',
      'added 2',
      'changed back 1',
      'unchanged 1',
    ]);
    expect((await ledger.coverage()).sources).toMatchObject([{ source: 'files', visits: 3 }]);
  });
});

describe('a page that moved', () => {
  const moved = { from: '/new/bridge-1', isMoved: true };

  test('is the report that it was, and its versions go on', async () => {
    await add(shown('/bridge-1', { html: reportPage(1) }));
    expect(await add(shown('/bridge-1', { html: reportPage(1), ...moved }))).toEqual(['unchanged 1, false']);
    expect(await add(shown(moved.from, { html: reportPage(1) }))).toEqual(['unchanged 1, false']);
    expect(await add(shown(moved.from, { html: reportPage(1, SAFE) }))).toEqual(['added 2, true']);
    expect((await ledger.counts()).reports).toBe(2);
  });

  test('and was corrected on the way is a version of what it was', async () => {
    await add(shown('/bridge-1', { html: reportPage(1) }));
    expect(await add(shown('/bridge-1', { html: reportPage(1, SAFE), ...moved }))).toEqual(['added 2, true']);
  });

  test.for(['/', '/news', '/ferry-late-on-friday'])(
    'to %s, where another story is, is no version',
    async (from) => {
      await add(shown('/bridge-1', { html: reportPage(1) }));
      expect(await add(shown('/bridge-1', { html: OTHER, from, isMoved: true }))).toEqual(['added 1, false']);
      expect(await add(shown('/bridge-1', { html: reportPage(1) }))).toEqual(['unchanged 1, false']);
    },
  );
});

describe('a page that claims an address', () => {
  test('of its own is a version of what is there, rewritten or not, from another form of it too', async () => {
    const html = (said?: string) => claiming(reportPage(1, said), '/bridge-1');
    await add(shown('/bridge-1', { html: html() }));
    expect(await add(shown('/bridge-1/amp', { html: html() }))).toEqual(['unchanged 1, false']);
    expect(await add(shown('/bridge-1/amp', { html: html(SAFE) }))).toEqual(['added 2, true']);
    expect(await add(shown('/bridge-1', { html: claiming(OTHER, '/bridge-1') }))).toEqual(['added 3, true']);
  });

  test('that others claim too is no version of them, together or one after the other', async () => {
    const claim = '/all-news-of-today';
    const [one, other] = [claiming(reportPage(1), claim), claiming(OTHER, claim)];
    expect(
      await add(shown('/bridge-closed-today', { html: one }), shown('/ferry-late-today', { html: other })),
    ).toEqual(['added 1, false', 'added 1, false']);
    expect(await add(shown('/ferry-late-today', { html: other }))).toEqual(['unchanged 1, false']);
    const again = claiming(OTHER.replace('before noon', 'before two'), claim);
    expect(await add(shown('/ferry-late-today', { html: again }))).toEqual(['added 2, true']);
    expect(await add(shown('/bridge-closed-today', { html: one }))).toEqual(['unchanged 1, false']);
  });

  test('of a section, or of the page before, is kept at its own', async () => {
    const pages = [
      shown('/news/bridge-closed', { html: claiming(reportPage(1), '/news') }),
      shown('/news/ferry-late', { html: claiming(OTHER, '/news') }),
      shown('/news/bridge-closed?page=2', { html: claiming(OTHER, '/news/bridge-closed') }),
    ];
    expect(await add(...pages)).toEqual(['added 1, false', 'added 1, false', 'added 1, false']);
  });
});

describe('how a page is asked again', () => {
  const place = `${SITE}/bridge-1`;

  test('on a condition where its last answer is a report of this analyser', async () => {
    await add(shown('/bridge-1', { html: reportPage(1) }));
    expect(await policyToAsk(place, ledger, lanes.analyser)).toMatchObject({ address: place, etag: '"a"' });
    expect(await policyToAsk(place, ledger, 'another')).toBeNull();
    expect(await policyToAsk(`${SITE}/none`, ledger, lanes.analyser)).toBeNull();
  });

  test('in full where it gave none', async () => {
    await add(shown('/bridge-1', { html: '<title>Not found</title><h1>Page not found</h1><p>It is gone.' }));
    expect(await policyToAsk(place, ledger, lanes.analyser)).toBeNull();
  });

  test('in full where a wall came after a report', async () => {
    await add(shown('/bridge-1', { html: reportPage(1) }));
    await add(shown('/bridge-1', { html: '<title>Not found</title><h1>Page not found</h1><p>It is gone.' }));
    expect(await policyToAsk(place, ledger, lanes.analyser)).toMatchObject({ etag: null, modified: null });
  });

  test('and "not modified" says which report was found', async () => {
    await add(shown('/bridge-1', { html: reportPage(1) }));
    const policy = await ledger.policy(place);
    const [line] = await ledger.reports({ limit: 1, offset: 0 });
    expect(
      await add({ kind: 'unchanged', path: place, feed: null, policy, at: '2034-02-03T10:00:00.000Z' }),
    ).toEqual(['unchanged']);
    expect(await ledger.visitsTo(line?.id ?? '', 1)).toMatchObject([
      { outcome: 'unchanged', report: line?.id },
    ]);
    expect((await ledger.stood(line?.id ?? '')).at(-1)?.to).toBe('2034-02-03T10:00:00.000Z');
  });
});

test('the bytes of a page that was refused are kept, those in a file of many stay there', async () => {
  const wall = shown('/bridge-1', {
    html: '<title>Page not found</title><h1>Page not found</h1><p>It is gone.',
  });
  if (wall.kind !== 'page') throw new Error('expected a page');
  const mark = { place: 'file:///a.warc', fingerprint: 'x', at: 9, count: 1 };
  expect(await ledger.snapshot(wall.snapshot)).toBeNull();
  const [refusal] = await add({ ...wall, mark });
  expect([refusal, await ledger.snapshot(wall.snapshot)]).toEqual(['error-page', null]);
  await add(wall);
  expect(Buffer.from((await ledger.snapshot(wall.snapshot)) ?? [])).toEqual(Buffer.from(wall.bytes));
});
