/** Pictures of every page, on paper and at night, wide and 320 px: `npm run screenshots`, into screenshots/. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { exampleIssues } from '../src/cli/example-issues.ts';
import { bytePlaces } from '../src/ingest/index.ts';
import { serve } from '../src/serve/index.ts';
import { launch } from '../test/browser/chromium.ts';
import {
  addAlerts,
  addWatched,
  exampleCheck,
  exampleDeciding,
  exampleLedger,
  exampleLookUp,
  examplePositions,
} from '../test/examples.ts';

const FOLDER = fileURLToPath(new URL('../screenshots/', import.meta.url));
const LOOKS = [
  { name: 'paper', colorScheme: 'light', width: 1240 },
  { name: 'night', colorScheme: 'dark', width: 1240 },
  { name: 'narrow', colorScheme: 'light', width: 320 },
  { name: 'narrow-night', colorScheme: 'dark', width: 320 },
] as const;

await mkdir(FOLDER, { recursive: true });
const ledger = await exampleLedger();
const alert = await addAlerts(ledger);
const watched = await addWatched(ledger);
const deciding = exampleDeciding(ledger);
const [asked] = exampleIssues(new Date('2034-06-02T08:00:00Z'));
if (asked?.kind !== 'issue') throw new Error('expected an issue of the examples, found none');
await ledger.decide(asked);
const { url, close } = await serve({
  ledger,
  port: 0,
  check: exampleCheck(ledger),
  positionsOn: examplePositions(ledger),
  bytePlaces,
  deciding,
  lookUpQuotation: exampleLookUp(ledger),
});
const { statements } = await ledger.find({ words: 'pier', by: 'Lunn' });
const [found] = statements;
if (found === undefined)
  throw new Error('expected a statement about the pier among the examples, found none');
const { events } = await ledger.calendar({ first: '2034-01-01', last: '2034-12-31', limit: 50, offset: 0 });
const slipped = events.find(({ event }) => event.schedule.length > 1);
if (slipped === undefined) throw new Error('expected an event that slipped among the examples, found none');
const pages = {
  today: '/',
  style: '/-/style',
  reports: '/reports',
  report: `/r/${found.report.id}?held=1`,
  statement: `/s/${found.statement.id}`,
  search: '/search?q=pier',
  'search-empty': '/search',
  'search-quotation': `/search?${new URLSearchParams({ q: '“The pier is not on the table”' })}`,
  sources: '/sources',
  source: '/sources/Quillwire',
  actors: '/actors',
  actor: `/a/${found.statement.speaker.kind === 'named' ? found.statement.speaker.actor : ''}`,
  calendar: '/calendar?month=2034-05',
  event: `/e/${slipped.event.id}`,
  alerts: '/alerts',
  alert: `/alerts/${alert}`,
  flags: '/flags',
  issues: '/issues',
  issue: `/i/${asked.issue.id}`,
  check: '/check',
  review: '/review',
  decisions: '/review/decisions',
  merge: `/review/merge?of=${found.statement.id}`,
  page: `/r/${watched}`,
  versions: `/r/${watched}/versions`,
  snapshot: `/r/${watched}/snapshot`,
  coverage: '/-/coverage',
  missing: '/r/report:none',
};

const browser = await launch();
for (const { name, colorScheme, width } of LOOKS) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
  const tab = await context.newPage();
  for (const [page, path] of Object.entries(pages)) {
    await tab.goto(url + path);
    await tab.evaluate(() => document.fonts.ready);
    await tab.screenshot({ path: `${FOLDER}${page}-${name}.png`, fullPage: true });
  }
  await context.close();
}
await browser.close();
await close();
await deciding.close();
await ledger.close();
console.log(`${Object.keys(pages).length * LOOKS.length} pictures in screenshots/`);
