/**
 * First step: reads the corpora and writes windows of pieces with what is right for each head, one a line.
 * `node training/encoder/prepare.ts --data DIR --work DIR`; the work folder holds `vocab.txt` (take_base.py) and, where it was
 * made, `silver.jsonl` (silver.py).
 */
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type GumText, gumPart, namesAndOthers, readGum, treeOf } from '../../evals/gum/index.ts';
import { type Roles, readPolnear } from '../../evals/polnear/brat.ts';
import { alter, generator, keptWords, type Register } from '../../evals/register/index.ts';
import { layOut } from '../../src/analyse/layout.ts';
import { type Window, windowsOf } from '../../src/analyse/tag/encoder/windows.ts';
import { wordPieces } from '../../src/analyse/tag/encoder/word-pieces.ts';
import { loadAbbreviations } from '../../src/load/index.ts';
import type { Range } from '../../src/text/index.ts';
import { reportOf } from '../../test/reports.ts';
import { inventedName } from '../names.ts';
import { detokenised, type LearntName } from './detokenised.ts';

/** A text with what is known of it; null where nobody looked for it. */
interface Gold {
  readonly name: string;
  readonly text: string;
  /** The attributions of each annotator. */
  readonly annotators: readonly (readonly Roles[])[] | null;
  /** Those within what others say, as another run of the encoder finds them. */
  readonly nested: readonly Roles[] | null;
  readonly names: readonly LearntName[] | null;
  /** How much its names count: those of people 1, those of another program less. */
  readonly namesWeight: number;
  readonly gum: GumText | null;
}

const SILVER = 0.5;
const KINDS = ['person', 'organization', 'place', 'other'] as const;
const SEED = 5;

const { values } = parseArgs({
  options: { data: { type: 'string' }, work: { type: 'string', default: 'training/encoder/work' } },
});
const { data, work } = values;
if (data === undefined) {
  console.error('expected --data DIR, the folder that holds polnear/, gum/ and names/');
  process.exit(2);
}
const abbreviations = await loadAbbreviations();
const pieces = wordPieces((await readFile(join(work, 'vocab.txt'), 'utf8')).trimEnd().split('\n'));
const register: Register = {
  abbreviations,
  kept: await keptWords(),
  nameFor: inventedName,
  random: generator(SEED),
};

const silver = await rowsByName<{ names: LearntName[] }>('silver.jsonl');
const nested = await rowsByName<{ nested: Roles[] }>('nested.jsonl');
const articles = (await readPolnear(data, 'train')).map(
  ({ name, text, annotators }): Gold => ({
    name,
    text,
    annotators,
    nested: nested.get(name)?.nested ?? null,
    names: silver.get(name)?.names ?? null,
    namesWeight: SILVER,
    gum: null,
  }),
);
await write('train', articles);
await write('altered', articles.map(inRegister));
const dev = (await readPolnear(data, 'dev')).map(
  (article): Gold => ({
    ...article,
    nested: nested.get(article.name)?.nested ?? null,
    names: null,
    namesWeight: 0,
    gum: null,
  }),
);
await write('dev', dev);
const held = await gumPart(data, /^(?:dev|test)/);
const gum = await readGum(data, () => true);
const isNews = ({ name }: GumText) => name.includes('_news_');
await write('gum-train', gum.filter((text) => !held.has(text.name) && !isNews(text)).map(ofGum));
const dev2 = await gumPart(data, /^dev/);
await write('gum-dev', gum.filter((text) => dev2.has(text.name) && !isNews(text)).map(ofGum));
await write('gum-news', gum.filter(isNews).map(ofGum));
await write('wikigold', await wikigold());

/** The lines of a file of the work folder by the text they are of; none where it was not made. */
async function rowsByName<T>(file: string): Promise<ReadonlyMap<string, T>> {
  const lines = await readFile(join(work, file), 'utf8').catch(() => '');
  const rows = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line): T & { name: string } => JSON.parse(line));
  return new Map(rows.map((row) => [row.name, row]));
}

function ofGum(text: GumText): Gold {
  return {
    name: text.name,
    text: text.text,
    annotators: null,
    nested: null,
    names: namesAndOthers(text),
    namesWeight: 1,
    gum: text,
  };
}

async function wikigold(): Promise<Gold[]> {
  const lines = (await readFile(join(data ?? '', 'names/wikigold.train.jsonl'), 'utf8'))
    .trimEnd()
    .split('\n');
  return lines.map((line, index) => {
    const { text, names } = detokenised(JSON.parse(line));
    return {
      name: `wikigold-${index}`,
      text,
      annotators: null,
      nested: null,
      names,
      namesWeight: 1,
      gum: null,
    };
  });
}

function inRegister(gold: Gold): Gold {
  const { text, moved } = alter(reportOf(gold.text, { path: gold.name }), register);
  const movedRoles = ({ source, cue, content }: Roles): Roles => ({
    source: source.map(moved),
    cue: cue.map(moved),
    content: content.map(moved),
  });
  const annotators = gold.annotators?.map((own) => own.map(movedRoles)) ?? null;
  const nested = gold.nested?.map(movedRoles) ?? null;
  const names = gold.names?.map((name) => ({ ...name, ...moved(name) }));
  return { ...gold, text, annotators, nested, names: names ?? null };
}

async function write(name: string, texts: readonly Gold[]): Promise<void> {
  const file = createWriteStream(join(work, `${name}.jsonl`));
  let windows = 0;
  let size = 0;
  for (const [index, gold] of texts.entries()) {
    const layout = layOut(reportOf(gold.text, { path: gold.name }), abbreviations);
    for (const window of windowsOf(layout, pieces)) {
      windows++;
      size += window.ids.length;
      file.write(`${JSON.stringify(rowOf(index, gold, window))}\n`);
    }
  }
  await new Promise<void>((done) => file.end(done));
  console.error(`${name}: ${texts.length} texts, ${windows} windows, ${size} pieces`);
}

/** A window with its gold labels: digits, one a word. */
function rowOf(text: number, gold: Gold, window: Window) {
  const { ids, shapes, marks, heads, sentences, stretches } = window;
  const words = stretches.flatMap(({ block, first, last }) => block.tokens.slice(first, last));
  const ranges = stretches.map(({ from, first, last }) => [from, from + last - first]);
  const touched = ({ start, end }: Range) => {
    const own = words.flatMap((word, index) => (word.start < end && word.end > start ? index : []));
    return own.length === 0 ? null : { first: own[0] ?? 0, last: (own.at(-1) ?? 0) + 1 };
  };
  const cues = gold.annotators?.map((annotator) => annotator.flatMap((roles) => cueOf(roles) ?? [])) ?? null;
  return {
    text,
    ids,
    shapes,
    marks,
    heads,
    sentences,
    stretches: ranges,
    cues,
    nested: gold.nested?.flatMap((roles) => cueOf(roles) ?? []) ?? null,
    names: gold.names === null ? null : labelsOf(words, gold.names).join(''),
    namesWeight: gold.namesWeight,
    tree: gold.gum === null ? null : treeOf(words, gold.gum),
  };

  function cueOf({ cue, source, content }: Roles) {
    const [begin] = cue;
    const end = cue.at(-1);
    const own =
      begin === undefined || end === undefined ? null : touched({ start: begin.start, end: end.end });
    const stretch =
      own === null ? -1 : ranges.findIndex(([from = 0, to = 0]) => own.first >= from && own.first < to);
    const [from = 0, to = 0] = ranges[stretch] ?? [];
    if (own === null || stretch < 0) return null;
    const labels = new Uint8Array(to - from);
    const put = (spans: readonly Range[], label: number) => {
      const found = spans.flatMap((span) => touched(span) ?? []);
      for (const { first, last } of found.toSorted((a, b) => b.last - b.first - (a.last - a.first))) {
        const [a, z] = [Math.max(first, from) - from, Math.min(last, to) - from];
        if (a < z) labels.fill(label + 1, a, z).fill(label, a, a + 1);
      }
    };
    put(content, 3);
    put(source, 1);
    return { cue: [own.first, Math.min(own.last, to)], stretch, labels: labels.join('') };
  }
}

/** The labels of names whose edges are those of words. */
function labelsOf(words: readonly Range[], names: readonly LearntName[]): Uint8Array {
  const labels = new Uint8Array(words.length);
  for (const { kind, start, end } of names) {
    const first = words.findIndex((word) => word.end > start);
    const last = words.findLastIndex((word) => word.start < end);
    if (first < 0 || last < first || (words[first]?.start ?? end) >= end) continue;
    const begin = 2 * KINDS.indexOf(kind) + 1;
    labels.fill(begin + 1, first, last + 1).fill(begin, first, first + 1);
  }
  return labels;
}
