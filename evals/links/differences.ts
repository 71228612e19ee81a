/** Prints for one story what the gold says and what we say: `node evals/links/differences.ts --data DIR [--tagger NAME] [HAND/]STORY`. */
import { parseArgs } from 'node:util';
import { loadKit } from '../../src/load/index.ts';
import { TAGGERS } from '../../src/load/taggers.ts';
import { drawnOf, kitsFor } from './drawn.ts';
import { readHands } from './read.ts';
import { tellActors, tellCopies, tellUtterances } from './tell.ts';
import { tellEvents, tellPositions } from './tell-courses.ts';

const { values, positionals } = parseArgs({
  options: { data: { type: 'string' }, tagger: { type: 'string' } },
  allowPositionals: true,
});
const [wanted = ''] = positionals;
const hands = values.data === undefined ? [] : await readHands(values.data, 'dev');
const all = hands.flatMap(({ name, stories }) =>
  stories.map((story) => ({ path: `${name}/${story.name}`, story })),
);
const found = all.find(({ path, story }) => path.startsWith(wanted) || story.name.startsWith(wanted));
if (found === undefined || wanted === '') {
  const known = all.map(({ path }) => path).join(', ');
  console.error(`differences: expected --data DIR and the name of a story, or its beginning, of: ${known}`);
  process.exit(2);
}
const kit = await loadKit({ tagger: TAGGERS.find((name) => name === values.tagger) }, console.error);
const drawn = await drawnOf(found.story, await kitsFor(kit));
console.log(`${found.path}: = as the gold has it, ! otherwise, - not found`);
for (const { number, outlet, published } of found.story.reports)
  console.log(`  ${number}  ${published}  ${outlet}`);
for (const [title, tell] of Object.entries({
  UTTERANCES: tellUtterances,
  ACTORS: tellActors,
  EVENTS: tellEvents,
  POSITIONS: tellPositions,
  'COPIES AND CORRECTIONS': tellCopies,
})) {
  console.log(`\n${title}`);
  for (const line of tell(drawn)) console.log(line);
}
