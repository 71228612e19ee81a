/** Adds reports to a ledger in a process of its own until it is told to stop, and tells how many. */
import { openSqlite } from '../../src/ledger/index.ts';
import { entryOf, templates } from './fill.ts';

const ledger = openSqlite(process.argv[2] ?? '');
const all = await templates();
const { reports } = await ledger.counts();
let stopped = false;
process.once('message', () => {
  stopped = true;
});
process.send?.('ready');
let added = 0;
while (!stopped) {
  await ledger.add(entryOf(all, reports + added, reports));
  added++;
  await new Promise((next) => setImmediate(next));
}
await ledger.close();
process.send?.(added);
process.disconnect();
