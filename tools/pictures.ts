/** The two pictures of the README, a report and an issue over time, from the examples: the second half of `npm run screenshots`. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { exampleIssues } from '../src/cli/example-issues.ts';
import { bytePlaces } from '../src/ingest/index.ts';
import type { Ledger } from '../src/ledger/index.ts';
import { serve } from '../src/serve/index.ts';
import { launch } from '../test/browser/chromium.ts';
import { BRIDGE_REPORTS, exampleCheck, exampleLedger, examplePositions } from '../test/examples.ts';

const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const WIDTH = 1080;

await mkdir(FOLDER, { recursive: true });
const browser = await launch();

/** A picture of the upper part of one page of a ledger. */
async function picture(name: string, height: number, ledger: Ledger, path: string): Promise<void> {
  const { url, close } = await serve({
    ledger,
    port: 0,
    check: exampleCheck(ledger),
    positionsOn: examplePositions(ledger),
    bytePlaces,
  });
  const tab = await browser.newPage({ viewport: { width: WIDTH, height } });
  // Data waits for positions that are not found yet, a page does not.
  if (path.startsWith('/i/')) await fetch(`${url}${path}.json`);
  await tab.goto(url + path);
  await tab.evaluate(() => document.fonts.ready);
  await tab.screenshot({ path: `${FOLDER}${name}.png` });
  await tab.close();
  await close();
  await ledger.close();
}

const reports = await exampleLedger();
const { statements } = await reports.find({ words: '"never under it"', by: 'Lunn', order: 'newest' });
await picture('report', 588, reports, `/r/${statements[0]?.report.id ?? ''}`);

const bridge = await exampleLedger(BRIDGE_REPORTS);
const [asked] = exampleIssues(new Date('2034-08-01T08:00:00Z'));
if (asked?.kind !== 'issue') throw new Error('expected an issue of the examples, found none');
await bridge.decide(asked);
await picture('issue', 800, bridge, `/i/${asked.issue.id}`);
await browser.close();
console.log('2 pictures in docs/pictures/');
