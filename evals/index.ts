/** Runs the scorers over a folder of sets: docs/guide/evaluation.md. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Kit } from '../src/analyse/index.ts';
import { loadKit } from '../src/load/index.ts';
import { TAGGERS } from '../src/load/taggers.ts';
import { evaluateActorCodes } from './actor-codes/index.ts';
import { fired } from './analyse.ts';
import { evaluateChains } from './chains/index.ts';
import { evaluateClaims } from './claims/index.ts';
import { evaluateGum, evaluateTrees } from './gum/index.ts';
import { evaluateLinks } from './links/index.ts';
import type { Figures, Outcome } from './outcome.ts';
import { evaluatePages } from './pages/index.ts';
import { evaluatePlover } from './plover/index.ts';
import { evaluatePolnear } from './polnear/index.ts';
import { writeReport, writeRules } from './report.ts';
import { evaluateRevisions } from './revisions/index.ts';
import { evaluateStories } from './stories/index.ts';
import { evaluateGumDates, evaluateMeantime, evaluatePlatinum } from './time/index.ts';
import { evaluateTimelines } from './timelines/index.ts';
import { evaluateVerify } from './verify/index.ts';
import { evaluateCases, evaluateExamples, evaluateWorked } from './worked/index.ts';

/** Each set: its scorer, and where its files of a split are. */
const SETS = {
  polnear: { evaluate: evaluatePolnear, files: (split: string) => `polnear/${split}` },
  gum: { evaluate: evaluateGum, files: () => 'gum/dep' },
  trees: { evaluate: evaluateTrees, files: () => 'gum/dep' },
  examples: { evaluate: evaluateExamples, files: () => '' },
  worked: { evaluate: evaluateWorked, files: () => 'worked' },
  cases: { evaluate: evaluateCases, files: () => 'cases' },
  platinum: { evaluate: evaluatePlatinum, files: (split: string) => `time/platinum.${split}.jsonl` },
  meantime: { evaluate: evaluateMeantime, files: (split: string) => `time/meantime.${split}.jsonl` },
  'gum-dates': { evaluate: evaluateGumDates, files: (split: string) => `time/gum-dates.${split}.jsonl` },
  actor_codes: {
    evaluate: evaluateActorCodes,
    files: (split: string) => `events/actor_codes.${split}.jsonl`,
  },
  plover_pairs: {
    evaluate: evaluatePlover,
    files: (split: string) => `events/plover_pairs.${split}.jsonl`,
  },
  revisions: {
    evaluate: evaluateRevisions,
    files: (split: string) => (split === 'dev' ? '' : `revisions/chains.${split}.jsonl`),
  },
  chains: {
    evaluate: evaluateChains,
    files: (split: string) => `revisions/chains.${split}.jsonl`,
  },
  links: { evaluate: evaluateLinks, files: () => 'links' },
  timelines: {
    evaluate: evaluateTimelines,
    files: (split: string) => `timelines/texts.${split}.jsonl`,
  },
  ecbplus: {
    evaluate: evaluateStories,
    files: (split: string) => `stories/ecbplus.${split}.jsonl`,
  },
  checkthat: {
    evaluate: evaluateClaims,
    files: (split: string) => `claims/queries.${split}.jsonl`,
  },
  pages: {
    evaluate: (data: string, split: string) => evaluatePages(data, split, values.peers ?? null),
    files: (split: string) => `pages/gold.${split}.jsonl`,
  },
  verify: { evaluate: evaluateVerify, files: (split: string) => `polnear/${split}` },
} as const;

/** The sets whose figures hang on what reads the text. */
const READ_BY_TAGGERS = new Set([
  'polnear',
  'gum',
  'trees',
  'examples',
  'worked',
  'cases',
  'meantime',
  'revisions',
  'chains',
  'links',
  'timelines',
]);

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    split: { type: 'string', default: 'dev' },
    only: { type: 'string' },
    peers: { type: 'string' },
    tagger: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
if (values.data === undefined || (values.only !== undefined && !(values.only in SETS))) {
  console.error(
    `eval: expected --data DIR, the folder that holds the sets, and --only one of ${Object.keys(SETS).join(', ')} (docs/guide/evaluation.md)`,
  );
  process.exit(2);
}
const kit = await loadKit({ tagger: TAGGERS.find((name) => name === values.tagger) }, console.error);
for (const [name, { evaluate, files }] of Object.entries(SETS)) {
  if (values.only !== undefined && values.only !== name) continue;
  const path = join(values.data, files(values.split));
  if (!existsSync(path)) {
    console.error(`eval: ${name} has no ${values.split} here (looked for ${files(values.split)})`);
    continue;
  }
  const outcome = await beside(await evaluate(values.data, values.split, kit), name, (other) =>
    evaluate(values.data ?? '', values.split, other),
  );
  fired.close(name);
  const { set, split, items, figures } = outcome;
  if (split === 'dev') await writeReport(outcome);
  if (values.json) console.log(JSON.stringify({ set, split, items, figures }));
  else {
    console.log(`${set} ${split}, ${items} items\n${table(figures)}`);
    for (const [reader, theirs] of Object.entries(outcome.others ?? {}))
      console.log(`${reader}\n${table(theirs)}`);
  }
}

if (values.only === undefined && values.split === 'dev') await writeRules(fired.report());
console.log(values.json ? JSON.stringify({ rules: fired.counts }) : fired.silence);

/** An outcome with what the linear tagger gives on the same texts, where the encoder read them. */
async function beside(
  outcome: Outcome,
  name: string,
  evaluate: (kit: Kit) => Promise<Outcome>,
): Promise<Outcome> {
  if (values.tagger !== undefined || !READ_BY_TAGGERS.has(name)) return outcome;
  const { figures } = await evaluate(await loadKit({ tagger: 'linear' }));
  return { ...outcome, others: { 'the linear tagger': figures, ...outcome.others } };
}

function table(figures: Figures): string {
  return Object.entries(figures)
    .map(([name, value]) => `  ${name.padEnd(26)} ${value.toFixed(1).padStart(6)}`)
    .join('\n');
}
