import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  addAlerts,
  addWatched,
  exampleCheck,
  exampleDeciding,
  exampleLedger,
  exampleLookUp,
  examplePositions,
} from '../../../test/examples.ts';
import { bytePlaces } from '../../ingest/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { decision } from '../../record/index.ts';
import { app } from '../app.ts';
import { askedOf } from './document.ts';
import { OPERATIONS } from './operations.ts';
import { PROBLEMS, problemName } from './problems.ts';
import { sampleAddress } from './samples.ts';

const openapi = z.looseObject({
  openapi: z.string(),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({ operationId: z.string(), responses: z.record(z.string(), z.unknown()) }),
    ),
  ),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
});

let ledger: Ledger;
let web: ReturnType<typeof app>;
let document: z.infer<typeof openapi>;
let watched = '';
const deciding = () => exampleDeciding(ledger);
let open: ReturnType<typeof deciding>;

const ask = async (path: string, init: RequestInit = {}) =>
  await web.request(`http://127.0.0.1${path}`, { ...init, headers: { host: '127.0.0.1', ...init.headers } });

/** What does not hold of an answer by a schema of the document. */
function faultsOf(name: string, answer: unknown): string {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: 'openapi', ...document });
  const holds = ajv.compile({ $ref: `openapi#/components/schemas/${name}` });
  return holds(answer) ? '' : ajv.errorsText(holds.errors).slice(0, 2000);
}

beforeAll(async () => {
  ledger = await exampleLedger();
  watched = await addWatched(ledger);
  await addAlerts(ledger);
  await ledger.decide(
    decision.parse({
      id: 'decision:0000000000000001',
      kind: 'issue',
      issue: { id: 'issue:0000000000000001', proposition: 'The pier may be discussed', terms: ['pier'] },
      by: 'A tester',
      at: '2034-05-01T10:00:00Z',
      why: null,
    }),
  );
  const [first] = (await ledger.onward({ words: '' }, { after: 0, limit: 1 })).statements;
  open = deciding();
  if (first !== undefined)
    await open.decide(
      { statement: first.statement.id, seen: null, what: 'accept' },
      { by: 'A tester', why: null },
    );
  web = app(ledger, {
    check: exampleCheck(ledger),
    bytePlaces,
    positionsOn: examplePositions(ledger),
    lookUpQuotation: exampleLookUp(ledger),
    deciding: open,
  });
  document = openapi.parse(await (await ask('/-/openapi.json')).json());
}, 60_000);
afterAll(async () => {
  await open?.close();
  await ledger?.close();
});

describe('the document', () => {
  test('is OpenAPI 3.1 by the schema of the standard', async () => {
    const read = await new Validator().validate(structuredClone(document));
    expect(read.errors).toBeUndefined();
    expect(read.valid).toBe(true);
    expect(document.openapi).toBe('3.1.1');
  });

  test('names every part once, and leaves none that it names out', () => {
    const named = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);
    expect(named.length).toBeGreaterThan(50);
    for (const ref of new Set(named)) {
      expect(ref).toMatch(/^#\/components\/schemas\/\w+$/);
      expect(Object.keys(document.components.schemas)).toContain(ref.split('/').at(-1));
    }
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  /** Routes that answer with no data of their own: pages alone, forms, tables, feeds, files. */
  const OTHERWISE = [
    /^\/$/,
    /^\/(?:check|review\/who|-\/api|-\/style|-\/openapi\.json|-\/health|-\/ready|-\/metrics)$/,
    /^\/-\/(?:style\.css|:file|fonts\/)/,
    /\.(?:csv|ics|bytes)$/,
    /\.atom$/,
    /\[\.\](?:csv|atom)\}$/,
    /^\/(?:actors|positions|review|review\/decisions|review\/merge|alerts\/:id)$/,
    /^\/i\/:id$/,
  ];

  test('every route with data is in it', async () => {
    const hit = new Set<string>();
    for (const one of OPERATIONS) {
      const path = one.path.replace('{id}', 'x:1');
      const [matched] = web.router.match(one.sent === undefined ? 'GET' : 'POST', path);
      for (const [[, route]] of matched) hit.add(route.path);
    }
    const missing = web.routes
      .filter(({ method, path }) => method === 'GET' && !hit.has(path))
      .map(({ path }) => path)
      .filter((path) => !OTHERWISE.some((known) => known.test(path)));
    expect(missing).toEqual([]);
  });

  test.each(OPERATIONS.filter(({ sent }) => sent === undefined).map((one) => [one.path, one] as const))(
    '%s answers as it says',
    async (_, operation) => {
      const address = (await sampleAddress(ledger, operation)) ?? '';
      expect(address).not.toBe('');
      const response = await ask(address);
      const answer: unknown = await response.json();
      expect([address, response.status, faultsOf(`${operation.name}Answer`, answer)]).toEqual([
        address,
        200,
        '',
      ]);
      expect(response.headers.get('content-type')).toMatch(
        operation.isBare ? /^application\/feed\+json/ : /^application\/json/,
      );
    },
  );

  test('so do answers with more in them', async () => {
    const asked: [string, string][] = [
      ['ReportAnswer', `/r/${watched}.json`],
      ['VersionsAnswer', `/r/${watched}/versions.json`],
      ['SnapshotAnswer', `/r/${watched}/snapshot.json`],
      ['SearchAnswer', '/search.json?q=%22under+it%22&by=Lunn'],
      ['SearchAnswer', '/search.json?q=submarinne'],
      ['SearchAnswer', '/search.json'],
      ['CalendarAnswer', '/calendar.json?ahead=1&deeds=1'],
      ['ActorsAnswer', '/actors.json?q=e'],
      ['ActorsAnswer', '/actors.json?kind=body'],
      ['SourcesAnswer', '/sources.json?kind=speaker'],
      ['TodayAnswer', '/today.json?since=2034-01-01'],
      ['ReviewAnswer', '/review.json?doubt=no-speaker'],
      ['FlagsAnswer', '/flags.json?limit=1'],
    ];
    for (const { event } of (await ledger.calendar({ first: '0', last: '9', limit: 20, offset: 0 })).events)
      asked.push(['EventAnswer', `/e/${event.id}.json`]);
    for (const { statement } of (await ledger.onward({ words: '' }, { after: 0, limit: 60 })).statements)
      asked.push(['StatementAnswer', `/s/${statement.id}.json`]);
    for (const { id } of await ledger.reports({ limit: 20, offset: 0 }))
      asked.push(['ReportAnswer', `/r/${id}.json`]);
    for (const [name, path] of asked)
      expect([path, faultsOf(name, await (await ask(path)).json())]).toEqual([path, '']);
  });

  test('a draft is looked over as it says', async () => {
    const response = await ask('/check.json', {
      method: 'POST',
      body: JSON.stringify({
        text: 'Pier closed\n\n“The pier is not safe,” the mayor said. “No,” they said.',
      }),
    });
    expect([response.status, faultsOf('CheckAnswer', await response.json())]).toEqual([200, '']);
  });

  test('every parameter with a list of values refuses another, and says which it is', async () => {
    let tried = 0;
    for (const operation of OPERATIONS.filter(({ sent }) => sent === undefined))
      for (const [name, schema] of Object.entries(askedOf(operation))) {
        const isClosed = !schema.safeParse('nonsense').success;
        const isFlag = schema.safeParse('1').success;
        if (!isClosed || isFlag) continue;
        tried += 1;
        const address = (await sampleAddress(ledger, operation)) ?? '';
        const path = `${address}${address.includes('?') ? '&' : '?'}${name}=nonsense`;
        const response = await ask(path);
        const answer: unknown = await response.json();
        expect([path, response.status, faultsOf('Problem', answer)]).toEqual([path, 400, '']);
        expect(answer).toMatchObject({
          errors: expect.arrayContaining([expect.objectContaining({ parameter: name })]),
        });
      }
    expect(tried).toBeGreaterThan(20);
  });
});

describe('the page about it', () => {
  test('has every address, every parameter and every kind of problem', async () => {
    const page = await (await ask('/-/api')).text();
    for (const operation of OPERATIONS) {
      expect(page).toContain(`<code>${operation.path}</code>`);
      for (const name of Object.keys(askedOf(operation))) expect(page).toContain(`<code>${name}</code>`);
    }
    for (const title of Object.keys(PROBLEMS)) expect(page).toContain(`id="${problemName(title)}"`);
    expect(page).not.toMatch(/<script[^>]+src="(?!\/-\/)/);
  });

  test('shows what this ledger answers', async () => {
    const page = await (await ask('/-/api?show=Reports')).text();
    const [report] = await ledger.reports({ limit: 1, offset: 0 });
    expect(page).toContain(`&quot;id&quot;: &quot;${report?.id}&quot;`);
    for (const { name } of OPERATIONS) expect((await ask(`/-/api?show=${name}`)).status).toBe(200);
  });
});
