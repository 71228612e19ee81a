import type { BrowserContext, Page } from 'playwright-core';
import { bytePlaces } from '../../src/ingest/index.ts';
import type { Ledger } from '../../src/ledger/index.ts';
import { entryOf } from '../../src/ledger/ledger.contract.ts';
import { loadQuestions } from '../../src/load/questions.ts';
import { decision } from '../../src/record/index.ts';
import { serve } from '../../src/serve/index.ts';
import {
  addAlerts,
  addWatched,
  exampleCheck,
  exampleDeciding,
  exampleLedger,
  exampleLookUp,
  examplePositions,
} from '../examples.ts';

const HOSTILE = `<script>document.title = 'owned'</script> & <b>bold</b>

“<img src=x onerror="document.title='owned'"> is not safe,” Mayor Mina Pell said.
`;

const ISSUE = decision.parse({
  id: 'decision:0000000000000001',
  kind: 'issue',
  issue: {
    id: 'issue:0000000000000001',
    proposition: 'The pier & <b>its</b> tolls may go',
    terms: ['pier', '<i>'],
  },
  by: 'A tester',
  at: '2034-05-01T10:00:00Z',
  why: null,
});

/** The example ledger with a hostile report, versions and a watched page, served; and ids of one thing of each kind. */
export interface ExampleSite {
  readonly ledger: Ledger;
  readonly url: string;
  readonly report: string;
  readonly statement: string;
  readonly actor: string;
  readonly event: string;
  /** A report with a later version. */
  readonly versioned: string;
  /** The later version of a page of the web that is gone now. */
  readonly watched: string;
  /** An alert with news. */
  readonly alert: string;
  readonly issue: string;
  close(): Promise<void>;
}

export async function exampleSite(): Promise<ExampleSite> {
  const ledger = await exampleLedger();
  const alert = await addAlerts(ledger);
  await ledger.add(await entryOf(HOSTILE, { url: 'https://a.example/"><script>', outlet: '<i>outlet</i>' }));
  const first = await entryOf('Ferry late\n\nThe harbour said that it was late.', {
    url: 'https://a.example/ferry',
  });
  await ledger.add(first);
  await ledger.add(
    await entryOf('Ferry on time\n\nThe harbour said that it was not late.', {
      url: 'https://a.example/ferry',
    }),
  );
  const watched = await addWatched(ledger);
  await ledger.decide(ISSUE);
  const deciding = exampleDeciding(ledger);
  const serving = await serve({
    ledger,
    port: 0,
    check: exampleCheck(ledger),
    positionsOn: examplePositions(ledger),
    bytePlaces,
    deciding,
    readQuestion: await loadQuestions(),
    lookUpQuotation: exampleLookUp(ledger),
  });
  const [found] = (await ledger.find({ words: '"under it"', by: 'Lunn' })).statements;
  const speaker = found?.statement.speaker;
  const { events } = await ledger.calendar({ first: '2034-01-01', last: '2034-12-31', limit: 50, offset: 0 });
  return {
    ledger,
    url: serving.url,
    report: found?.report.id ?? '',
    statement: found?.statement.id ?? '',
    actor: speaker?.kind === 'named' ? (speaker.actor ?? '') : '',
    event: events.find((one) => one.event.status === 'rescheduled')?.event.id ?? '',
    versioned: first.record.report.id,
    watched,
    alert,
    issue: 'issue:0000000000000001',
    close: async () => {
      await serving.close();
      await deciding.close();
      await ledger.close();
    },
  };
}

/** A page of a browser with what it complains of: errors on the console, requests to elsewhere. */
export interface Watched {
  readonly page: Page;
  readonly complaints: string[];
}

/** An empty page for those of one site, and notes what must not happen on any of them. */
export async function newPage(context: BrowserContext, site: string): Promise<Watched> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/40[04]/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL('/', site).href)) complaints.push(`asked ${request.url()}`);
  });
  return { page, complaints };
}

/** Opens a page of a site in one of its own. */
export async function openPage(context: BrowserContext, url: string): Promise<Watched> {
  const opened = await newPage(context, url);
  await opened.page.goto(url);
  return opened;
}
