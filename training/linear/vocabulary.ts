import type { GumText } from '../../evals/gum/index.ts';
import { lemmaOf, type Vocabulary } from '../../src/analyse/tag/linear/vocabulary.ts';
import { tokenise } from '../../src/analyse/tokens/index.ts';
import { readTable } from '../../src/load/table.ts';
import { layoutOf } from './corpus.ts';
import type { AttributedText, NamedText } from './workplace.ts';

/** The fewest occurrences of a form for its classes to be listed, and the least share of a class. */
const FEWEST = 1;
const LEAST_SHARE = 0.08;
const RARE = 3;

/**
 * Makes the vocabulary: classes, irregular lemmas and links of names from GUM's training texts without its news, cues from
 * PolNeAR train, groups from `clusters.tsv`.
 */
export async function makeVocabulary(
  articles: readonly AttributedText[],
  gum: readonly GumText[],
  named: readonly NamedText[],
): Promise<Vocabulary> {
  const tags = new Map<string, Map<string, number>>();
  const lemmas = new Map<string, Map<string, number>>();
  for (const { form: word, lemma, tag } of gum.flatMap(({ tokens }) => tokens)) {
    const form = word.toLowerCase().replaceAll('’', "'");
    if (form.includes(' ')) continue;
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
    groups: new Map(
      (await readTable(new URL('clusters.tsv', import.meta.url))).map(([word = '', group]) => [
        word,
        Number(group),
      ]),
    ),
    lemmas: irregular,
    links: nameLinks(named),
    cues: cueBuckets(articles, { lemmas: irregular, classes }),
    listed: await listedWords(),
  };
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

/** Lower-case words and marks that stand within at least two names. */
function nameLinks(named: readonly NamedText[]): Map<string, number> {
  const links = new Map<string, number>();
  for (const { text, names } of named)
    for (const name of names)
      for (const { form, text: word } of tokenise(text, name))
        if (!/^[\p{Lu}\p{N}]/u.test(word)) links.set(form, (links.get(form) ?? 0) + 1);
  return new Map([...links].filter(([, count]) => count > 1));
}

/** The words of the lexicons' names, each with letters for the lists that have it. */
async function listedWords(): Promise<Map<string, string>> {
  const letters = new Map<string, Set<string>>();
  const add = (name: string, letter: string) => {
    for (const { form, kind } of tokenise(name, { start: 0, end: name.length }))
      if (kind === 'word' && form.length > 1) letters.set(form, (letters.get(form) ?? new Set()).add(letter));
  };
  const rows = (list: string) => readTable(new URL(`../../lexicons/en/${list}.tsv`, import.meta.url));
  for (const [name = ''] of await rows('given-names-frequent')) add(name, 'g');
  for (const [name = '', , sort] of await rows('places')) add(name, sort === 'demonym' ? 'd' : 'l');
  for (const [name = ''] of await rows('bodies')) add(name, 'b');
  for (const [name = ''] of await rows('agencies')) add(name, 'o');
  for (const [name = ''] of await rows('roles')) add(name, 'r');
  for (const [name = '', kind] of await rows('known-actors')) add(name, kind === 'person' ? 's' : 'o');
  return new Map([...letters].map(([form, own]) => [form, [...own].toSorted().join('')]));
}

function cueBuckets(
  articles: readonly AttributedText[],
  known: Pick<Vocabulary, 'lemmas' | 'classes'>,
): Map<string, number> {
  const all = new Map<string, number>();
  const cues = new Map<string, number>();
  for (const article of articles) {
    const ranges = article.attributions.flatMap(({ cue }) => cue);
    for (const { tokens } of layoutOf(article).blocks)
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
