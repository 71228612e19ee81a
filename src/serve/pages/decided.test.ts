import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Ledger, openSqlite } from '../../ledger/index.ts';
import { entryOf } from '../../ledger/ledger.contract.ts';
import { decision, type Statement } from '../../record/index.ts';
import { app } from '../app.ts';

const TEXT =
  'Bridge closed\n\n“The bridge is not safe,” Mayor Mina Pell said. The council said that nobody will pay.';
const HOLT = { kind: 'named', actor: 'actor:anna-holt', name: 'Anna Holt', sort: 'person' };

let ledger: Ledger;
let report: string;
let statements: readonly Statement[];
beforeEach(async () => {
  ledger = openSqlite(':memory:');
  const { record, ...entry } = await entryOf(TEXT, { outlet: 'A', published: '2031-02-26' });
  await ledger.add({ ...entry, record });
  report = record.report.id;
  statements = record.statements;
});
afterEach(() => ledger.close());

async function decide(nth: number, what: object): Promise<void> {
  const { content, cue } = statements[nth] as Statement;
  const id = `decision:${nth.toString(16).padStart(16, '0')}`;
  const by = { by: '<b>Ada</b> Moor', at: '2031-03-01T08:00:00.000Z', why: 'the recording' };
  await ledger.decide(decision.parse({ ...what, id, on: { report, content, cue }, ...by }));
}

const page = async (path: string) => {
  const handed = { check: async () => [], bytePlaces: () => [] } as unknown as Parameters<typeof app>[1];
  const answer = await app(ledger, handed).request(`http://127.0.0.1${path}`, {
    headers: { host: '127.0.0.1' },
  });
  expect(answer.status).toBe(200);
  return await answer.text();
};

test('pages show who corrected what and what was read, and hide what is rejected but on its report’s page', async () => {
  const corrected = { content: null, speaker: HOLT, act: null, said: null, stance: null };
  await decide(0, { kind: 'correct', corrected });
  await decide(1, { kind: 'reject' });
  const whole = await page(`/r/${report}`);
  expect(whole).toContain('corrected by &lt;b&gt;Ada&lt;/b&gt; Moor');
  expect(whole).toContain('speaker was Mina Pell, is Anna Holt');
  expect(whole).toMatch(/<h2>Rejected<\/h2>.*nobody will pay.*rejected by/s);
  expect(whole.match(/class="note"/g)).toHaveLength(1);
  const own = await page(`/s/${statements[0]?.id}`);
  expect(own).toMatch(/<h2>Decided<\/h2>.*the recording/s);
  expect(await page(`/s/${statements[1]?.id}`)).not.toContain('To cite');
  expect(await page('/search?q=pay')).toContain('0 statements found');
  expect(await page('/a/actor:anna-holt/reports')).toContain('not named');
  const { data } = JSON.parse(await page(`/r/${report}.json`));
  expect(data.record.statements).toHaveLength(1);
  expect(data.decided.map(({ status }: { status: string }) => status)).toEqual(['corrected', 'rejected']);
});
