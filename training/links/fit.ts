/** Fits what tells pairs that are one: `node training/links/fit.ts --data DIR utterances|events|stories`. README.md has the figures. */
import { parseArgs } from 'node:util';
import { chanceOf, type Example, fitLogistic } from './logistic.ts';

interface OfStory {
  readonly story: string;
  readonly example: Example;
}

/** What can be fitted: pairs with the story or chain that each is of, and the names of what is measured of them. */
const FITTED: Readonly<
  Record<string, { pairs: (data: string) => Promise<OfStory[]>; names: () => Promise<readonly string[]> }>
> = {
  utterances: {
    pairs: async (data) => (await import('./utterance-pairs.ts')).utterancePairs(data),
    names: async () => (await import('../../src/link/utterances/features.ts')).FEATURES,
  },
  stories: {
    pairs: async (data) => (await import('./story-pairs.ts')).storyPairs(data),
    names: async () => (await import('../../src/link/stories/pairs.ts')).STORY_FEATURES,
  },
  events: {
    pairs: async (data) => (await import('./event-pairs.ts')).eventPairs(data),
    names: async () => (await import('../../src/link/events/features.ts')).EVENT_FEATURES,
  },
};

const RIDGE = 0.3;
/** Two are one from this chance on. */
const HALF = 0.5;

/** Stories that are left out one by one; more of them are left out in so many parts. */
const PARTS = 10;

/** Precision, recall and F1 of each story, or part of many, by what the others teach. */
function leftOut(all: readonly OfStory[]): string[] {
  const sums = { right: 0, told: 0, so: 0 };
  const names = [...new Set(all.map(({ story }) => story))];
  const partOf = (story: string) =>
    names.length <= PARTS ? story : `part ${(names.indexOf(story) % PARTS) + 1}`;
  const lines = [...Map.groupBy(all, ({ story }) => partOf(story))].map(([part, own]) => {
    const model = fitLogistic(
      all.filter(({ story }) => partOf(story) !== part).map(({ example }) => example),
      RIDGE,
    );
    const listed = own.map(({ example }) => example).filter(({ weight }) => weight === 1);
    const told = listed.filter(({ features }) => chanceOf(model, features) >= HALF);
    const counts = {
      right: told.filter(({ isSo }) => isSo).length,
      told: told.length,
      so: listed.filter(({ isSo }) => isSo).length,
    };
    for (const key of ['right', 'told', 'so'] as const) sums[key] += counts[key];
    return lineOf(part, counts);
  });
  return [...lines, lineOf('all', sums)];
}

function lineOf(name: string, { right, told, so }: { right: number; told: number; so: number }): string {
  const [precision, recall] = [right / Math.max(1, told), right / Math.max(1, so)];
  const f1 = (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall);
  const [p, r, f] = [precision, recall, f1].map((share) => (100 * share).toFixed(1).padStart(6));
  return `${name.padEnd(24)}${p}${r}${f}   ${right} of ${so}, ${told} told`;
}

const { values, positionals } = parseArgs({ options: { data: { type: 'string' } }, allowPositionals: true });
const fitted = FITTED[positionals[0] ?? ''];
if (values.data === undefined || fitted === undefined) {
  console.error(`fit: expected --data DIR and one of ${Object.keys(FITTED).join(', ')}`);
  process.exit(2);
}
const all = await fitted.pairs(values.data);
console.log('left out, what the others teach: precision, recall, F1 over the pairs that were compared');
for (const line of leftOut(all)) console.log(line);
const names = await fitted.names();
/** What the sentence model tells of two events: the last measures. Where it is not asked they are 0. */
const BY_MODEL = positionals[0] === 'events' ? 2 : 0;
const without = ({ features, ...example }: Example): Example => ({
  ...example,
  features: [...features.slice(0, features.length - BY_MODEL), ...new Array<number>(BY_MODEL).fill(0)],
});
const examples = all.map(({ example }) => example);
tell('all measures', examples);
if (BY_MODEL > 0) tell('without the model', examples.map(without));

function tell(what: string, told: readonly Example[]): void {
  const model = fitLogistic(told, RIDGE);
  console.log(`\n${what}: bias ${model.bias.toFixed(2)}`);
  for (const [at, weight] of model.weights.entries())
    console.log(`${weight.toFixed(2).padStart(7)}  ${names[at]}`);
  console.log(`[${model.weights.map((weight) => weight.toFixed(2)).join(', ')}]`);
}
