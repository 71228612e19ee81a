import { parseArgs } from 'node:util';
import { loadKit } from '../src/load/index.ts';
import { evaluatePolnear } from './polnear/index.ts';
import { evaluateVerify } from './verify/index.ts';
import { evaluateWorked } from './worked/index.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    split: { type: 'string', default: 'dev' },
    only: { type: 'string' },
    tagger: { type: 'string', default: 'linear' },
    json: { type: 'boolean', default: false },
  },
});
const SCORERS = { polnear: evaluatePolnear, worked: evaluateWorked, verify: evaluateVerify } as const;

if (values.data === undefined) {
  console.error('eval: expected --data DIR, the folder that holds the sets (docs/guide/evaluation.md)');
  process.exit(2);
}
const kit = await loadKit({ tagger: values.tagger === 'rules' ? 'rules' : 'linear' });
for (const [name, evaluate] of Object.entries(SCORERS)) {
  if (values.only !== undefined && values.only !== name) continue;
  const outcome = await evaluate(values.data, values.split, kit);
  if (values.json) console.log(JSON.stringify(outcome));
  else console.log(`${outcome.set} ${outcome.split}, ${outcome.items} items\n${table(outcome.figures)}`);
}

function table(figures: Readonly<Record<string, number>>): string {
  return Object.entries(figures)
    .map(([name, value]) => `  ${name.padEnd(26)} ${value.toFixed(1).padStart(6)}`)
    .join('\n');
}
