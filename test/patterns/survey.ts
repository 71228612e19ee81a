import { attacksOn } from './attacks.ts';
import { patternsIn } from './collect.ts';
import { slowFrom } from './time.ts';

const all = await patternsIn([
  'text',
  'record',
  'read',
  'analyse',
  'verify',
  'check',
  'compare',
  'ingest',
  'ledger',
  'serve',
]);
let n = 0,
  a = 0;
const t0 = performance.now();
for (const p of all) {
  n++;
  let hits = 0;
  for (const attack of attacksOn(p)) {
    a++;
    const from = slowFrom(p, attack, 16000);
    if (from !== null) {
      console.log(
        from,
        p.file,
        p.source.slice(0, 140),
        p.flags,
        JSON.stringify([attack.before.slice(0, 40), attack.pump.slice(0, 40), attack.behind]),
      );
      if (++hits >= 1) break;
    }
  }
}
console.log(n, a, Math.round(performance.now() - t0));
