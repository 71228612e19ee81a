/** Statements with a proposition, as pieces: `node training/stances/prepare.ts --data DIR --work WORK`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findContents, keyOf } from '../../evals/links/contents.ts';
import { type Drawn, drawnOf, kitsFor } from '../../evals/links/drawn.ts';
import type { Cited, GoldIssue } from '../../evals/links/gold.ts';
import { readHands } from '../../evals/links/read.ts';
import { piecesOf, type SentenceModel } from '../../src/analyse/index.ts';
import { saidWords } from '../../src/link/index.ts';
import { questionOf } from '../../src/link/positions/question.ts';
import { loadSentenceModel } from '../../src/load/encoder.ts';
import { loadKit } from '../../src/load/index.ts';
import { loadLinkKit } from '../../src/load/link.ts';
import type { IssueId, Statement } from '../../src/record/index.ts';

/** An item of a hand: words that somebody says, and where they stand on a proposition. */
interface Item {
  readonly proposition: string;
  readonly cue: string;
  readonly kind: 'direct' | 'indirect';
  readonly text: string;
  readonly stance: string;
}

const { values } = parseArgs({ options: { data: { type: 'string' }, work: { type: 'string' } } });
const { data, work } = values;
if (data === undefined || work === undefined) {
  console.error('prepare: expected --data DIR and --work WORK');
  process.exit(2);
}

const HANDS = new URL('hands/', import.meta.url);
const model: SentenceModel = await loadSentenceModel('en');
const words = await loadLinkKit({ vectors: false });
const rows: string[] = [];
/** As the product asks: without a denial, for and against turned about. */
const TURNED: Readonly<Record<string, string>> = { for: 'against', against: 'for' };

function put(
  hand: string,
  { proposition, said, stance }: Record<'proposition' | 'said' | 'stance', string>,
  listed: boolean,
): void {
  const issue = { id: 'issue:0000000000000000' as IssueId, proposition, terms: [] };
  const { isDenied, affirmed } = questionOf(issue, words);
  const told = (isDenied && TURNED[stance]) || stance;
  const row = {
    hand,
    question: piecesOf(model, affirmed),
    said: piecesOf(model, said),
    stance: told,
    listed,
  };
  rows.push(JSON.stringify(row));
}

for (const name of readdirSync(HANDS).toSorted())
  for (const line of readFileSync(new URL(name, HANDS), 'utf8').trim().split('\n')) {
    const { proposition, stance, kind, cue, text } = JSON.parse(line) as Item;
    put(name.replace('.jsonl', ''), { proposition, stance, said: saidWords({ kind, cue, text }) }, true);
  }

const kits = await kitsFor(await loadKit({ tagger: 'encoder' }));
for (const { name, stories } of await readHands(data, 'dev'))
  for (const story of stories.filter(({ gold }) => gold.issues.length > 0)) {
    const drawn = await drawnOf(story, kits);
    for (const issue of story.gold.issues) putStatements(name, drawn, issue);
  }
writeFileSync(join(work, 'stances.jsonl'), `${rows.join('\n')}\n`);
console.log(`${rows.length} statements with a proposition`);

/** The statements of a story: those that a hand listed with their stance, the others as none. */
function putStatements(hand: string, drawn: Drawn, { proposition, positions }: GoldIssue): void {
  const cited = positions.map(({ report, content }): Cited => [report, content]);
  const found = findContents(cited, drawn, () => true);
  const stances = new Map<Statement['id'], string>();
  for (const { report, content, stance } of positions) {
    const statement = found.get(keyOf([report, content]));
    if (statement !== undefined) stances.set(statement.id, stance);
  }
  for (const { statements } of drawn.records.values())
    for (const { id, kind, cue, refers, content, mode } of statements) {
      const stance = stances.get(id);
      if (stance === undefined && mode === 'held') continue;
      const text = (refers?.spans ?? content).map((span) => span.text).join(' … ');
      const said = saidWords({ kind, cue: cue.map((span) => span.text).join(' '), text });
      put(hand, { proposition, said, stance: stance ?? 'none' }, stance !== undefined);
    }
}
