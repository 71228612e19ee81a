/**
 * How long every page of a large ledger takes, alone and among many clients while another process adds:
 * `node bench/ledger.ts [--statements 1000000] [--ledger FILE] [--clients 50] [--seconds 20] [--links]`. The ledger is made once, by its own
 * `add`, and kept in FILE for the next time; with `--links` its reports are linked as they come (by words and dates, without the
 * sentence model), and it is told what the 100th, the 1,000th and the 10,000th cost. “Work” is what the
 * process itself was busy, which others on the machine change little. Ends with status 1 when a goal is missed.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { NOTHING_FOUND } from '../src/check/index.ts';
import { openSqlite } from '../src/ledger/index.ts';
import { loadLinkKit } from '../src/load/link.ts';
import { app } from '../src/serve/app.ts';
import { addingWithLinks } from './archive/adding.ts';
import { fill } from './archive/fill.ts';
import { type Question, questionsTo } from './archive/questions.ts';

const GOAL = 50;
const GOAL_AMONG_MANY = 100;

const { values } = parseArgs({
  options: {
    statements: { type: 'string', default: '1000000' },
    ledger: { type: 'string', default: 'bench.ledger' },
    clients: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '20' },
    pause: { type: 'string', default: '1000' },
    only: { type: 'string', default: '' },
    links: { type: 'boolean', default: false },
  },
});
const ledger = openSqlite(values.ledger);
const adding = values.links ? addingWithLinks(ledger, await loadLinkKit({ vectors: false })) : null;
await fill(
  ledger,
  Number(values.statements),
  (statements, reports) => {
    if (reports % 1000 === 0) console.error(`${statements} statements in ${reports} reports`);
  },
  adding?.add,
);
for (const { name, written, linked, both } of adding?.told() ?? [])
  console.log(
    `${name} report: ${both.toFixed(1)} ms of work, ${written.toFixed(1)} to write and ${linked.toFixed(1)} to link it`,
  );
const { reports, statements } = await ledger.counts();
const { total: actors } = await ledger.actors({ limit: 0, offset: 0 });
console.log(`${statements} statements, ${reports} reports, ${actors} actors; milliseconds a page`);

const web = app(ledger, { check: async () => NOTHING_FOUND, bytePlaces: () => new Uint32Array() });
const questions = (await questionsTo(ledger)).filter(({ name }) => name.includes(values.only));
let missed = 0;

const at = (times: readonly number[], part: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;

function tell(name: string, times: readonly number[], goal: number, work: readonly number[] = []): void {
  const isMissed = at(times, 0.95) > goal;
  if (isMissed) missed++;
  const figures = [
    at(times, 0.5),
    at(times, 0.95),
    at(times, 1),
    ...(work.length > 0 ? [at(work, 0.5)] : []),
  ];
  const row = figures.map((figure) => figure.toFixed(1).padStart(9)).join('');
  console.log(`${name.padEnd(44)}${row}${isMissed ? `   over ${goal}` : ''}`);
}

async function alone({ name, paths }: Question): Promise<void> {
  const times: number[] = [];
  const work: number[] = [];
  for (const path of paths) {
    const start = performance.now();
    const before = process.cpuUsage();
    const response = await web.request(`http://127.0.0.1${path}`, { headers: { host: '127.0.0.1' } });
    await response.arrayBuffer();
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    work.push((user + system) / 1000);
    if (response.status !== 200) throw new Error(`${response.status} for ${path}`);
  }
  tell(name, times.slice(1), GOAL, work.slice(1));
}

console.log(`${''.padEnd(44)}      p50      p95     most work p50`);
for (const question of questions) await alone(question);
await ledger.close();

/** Some clients, each of whom asks a page, looks at it for a while, and asks the next, while another process adds. */
async function amongMany(): Promise<void> {
  const clients = Number(values.clients);
  const seconds = Number(values.seconds);
  const pause = Number(values.pause);
  const server = fork(new URL('archive/server.ts', import.meta.url), [values.ledger]);
  const [url] = (await once(server, 'message')) as [string];
  const adder = fork(new URL('archive/adder.ts', import.meta.url), [values.ledger]);
  await once(adder, 'message');
  const paths = questions.flatMap((question) => question.paths);
  const times: number[] = [];
  const end = performance.now() + 1000 * seconds;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      await new Promise((begin) => setTimeout(begin, (pause * client) / clients));
      for (let turn = client * 31; performance.now() < end; turn += 17) {
        const start = performance.now();
        const response = await fetch(url + (paths[turn % paths.length] ?? '/'));
        await response.arrayBuffer();
        times.push(performance.now() - start);
        await new Promise((next) => setTimeout(next, pause));
      }
    }),
  );
  adder.send('stop');
  const [added] = (await once(adder, 'message')) as [number];
  server.kill();
  console.log(
    `${times.length} pages for ${clients} clients who each look ${pause} ms at one; ${added} reports added beside`,
  );
  tell('any page among many', times, GOAL_AMONG_MANY);
}
if (Number(values.clients) > 0) await amongMany();
process.exitCode = missed === 0 ? 0 : 1;
