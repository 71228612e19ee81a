import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lemmaOf, type Vocabulary } from '../../src/analyse/tag/linear/vocabulary.ts';
import type { GoldArticle } from './corpus.ts';

/** The fewest occurrences of a form for its classes to be listed, and the least share of a class. */
const FEWEST = 1;
const LEAST_SHARE = 0.08;
const RARE = 3;

/** Makes the vocabulary: classes and irregular lemmas from GUM's training texts without its news, cues from PolNeAR train. */
export async function makeVocabulary(data: string, articles: readonly GoldArticle[]): Promise<Vocabulary> {
  const tags = new Map<string, Map<string, number>>();
  const lemmas = new Map<string, Map<string, number>>();
  for (const file of await trainingFiles(data))
    for (const line of (await readFile(join(data, 'gum/dep', file), 'utf8')).split('\n')) {
      const [id = '', word = '', lemma = '', , tag = ''] = line.split('\t');
      if (!/^\d+$/.test(id)) continue;
      const form = word.toLowerCase().replaceAll('’', "'");
      bump(tags, form, classOf(tag));
      bump(lemmas, form, lemma.toLowerCase());
    }
  const endings = new Map<string, Map<string, number>>();
  for (const [form, counts] of tags)
    if (total(counts) <= RARE && form.length > 4)
      for (const [tag, count] of counts) if (tag !== 'P') bump(endings, form.slice(-3), tag, count);
  const classes = new Map(
    [...tags]
      .filter(([, counts]) => total(counts) >= FEWEST)
      .map(([form, counts]) => [form, ambiguity(counts)]),
  );
  const irregular = new Map<string, string>();
  for (const [form, counts] of lemmas) {
    const best = most(counts);
    if (best !== lemmaOf(form, { lemmas: new Map(), classes }) && /^[a-z'-]+$/.test(form))
      irregular.set(form, best);
  }
  return {
    classes,
    endings: new Map(
      [...endings]
        .filter(([, counts]) => total(counts) > RARE)
        .map(([form, counts]) => [form, ambiguity(counts)]),
    ),
    lemmas: irregular,
    cues: cueBuckets(articles, { lemmas: irregular, classes }),
  };
}

async function trainingFiles(data: string): Promise<string[]> {
  const splits = await readFile(join(data, 'gum/splits.md'), 'utf8');
  const held = new Set(
    splits
      .split(/^## /m)
      .filter((part) => /^(?:dev|test)/.test(part))
      .flatMap((part) => part.match(/(?:GUM|GENTLE)_\w+/g) ?? []),
  );
  const files = (await readdir(join(data, 'gum/dep'))).filter((file) => file.endsWith('.conllu')).toSorted();
  return files.filter((file) => !held.has(file.replace('.conllu', '')) && !/_news_/.test(file));
}

const CLASSES: Readonly<Record<string, string>> = {
  VBP: 'V0',
  VB: 'V0',
  VBZ: 'VZ',
  VBD: 'VD',
  VBN: 'VN',
  VBG: 'VG',
  MD: 'M',
  NN: 'N',
  NNS: 'NS',
  NNP: 'P',
  NNPS: 'P',
  JJ: 'J',
  JJR: 'J',
  JJS: 'J',
  RB: 'R',
  RBR: 'R',
  RBS: 'R',
};

const classOf = (tag: string) => CLASSES[tag] ?? tag;

function cueBuckets(
  articles: readonly GoldArticle[],
  known: Pick<Vocabulary, 'lemmas' | 'classes'>,
): Map<string, number> {
  const all = new Map<string, number>();
  const cues = new Map<string, number>();
  for (const { layout, attributions } of articles) {
    const ranges = attributions.flatMap(({ cue }) => cue).toSorted((a, b) => a.start - b.start);
    for (const { tokens } of layout.blocks)
      for (const { form, start, end } of tokens) {
        const lemma = lemmaOf(form, known);
        all.set(lemma, (all.get(lemma) ?? 0) + 1);
        if (ranges.some((range) => range.start < end && start < range.end))
          cues.set(lemma, (cues.get(lemma) ?? 0) + 1);
      }
  }
  const buckets = new Map<string, number>();
  for (const [lemma, count] of all) {
    if (count < 3) continue;
    const cue = cues.get(lemma) ?? 0;
    const share = (cue + 0.2) / (count + 2);
    const bucket = cue < 2 ? 1 : [0.05, 0.15, 0.3, 0.5, 0.7].findLastIndex((least) => share >= least) + 2;
    if (bucket > 1) buckets.set(lemma, bucket);
  }
  return buckets;
}

function bump(table: Map<string, Map<string, number>>, key: string, value: string, by = 1): void {
  const counts = table.get(key) ?? new Map<string, number>();
  counts.set(value, (counts.get(value) ?? 0) + by);
  table.set(key, counts);
}

const total = (counts: ReadonlyMap<string, number>) =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

function most(counts: ReadonlyMap<string, number>): string {
  return [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? '';
}

/** The classes of a form, commonest first, without those it seldom has; at most three. */
function ambiguity(counts: ReadonlyMap<string, number>): string {
  const all = total(counts);
  const sorted = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return sorted
    .filter(([, count]) => count / all >= LEAST_SHARE)
    .slice(0, 3)
    .map(([tag]) => tag)
    .join('|');
}
