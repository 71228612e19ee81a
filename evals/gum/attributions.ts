import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kit } from '../../src/analyse/index.ts';
import type { Range } from '../../src/text/index.ts';
import { overlaps } from '../../src/text/index.ts';
import { reportOf } from '../../test/reports.ts';
import { analyse } from '../analyse.ts';
import { regularExpression } from '../baseline/index.ts';
import { bestMatching, type Pair } from '../matching.ts';
import type { Figures, Outcome } from '../outcome.ts';
import { addCounts, type Counts, noCounts, rates } from '../score.ts';
import { type GumText, gumPart, readGum } from './conllu.ts';
import { isNews, nameFigures } from './names.ts';
import { speakerFigures } from './speakers.ts';

/** An attribution relation of GUM: the discourse unit that attributes, the one that is attributed, and its source where marked. */
interface Relation {
  readonly unit: Range;
  readonly attributed: Range;
  readonly source: readonly Range[];
}

/**
 * The attribution relations of GUM's discourse trees, a second set that nothing was trained on: one to one, a relation is
 * found where a statement's cue lies in the attributing unit; its source is right where it shares a word with the marked
 * one; linked where its content also touches the attributed unit. GUM marks clauses alone, no nouns and colons, so that
 * precision says less than recall. And GUM's names. Its own part and the news are rows apart.
 */
export async function evaluateGum(data: string, split: string, kit: Kit): Promise<Outcome> {
  const part = await gumPart(data, split === 'test' ? /^test/ : /^dev/);
  const others = await gumPart(data, split === 'test' ? /^dev/ : /^test/);
  const all = await readGum(data, (name) => part.has(name) || (isNews(name) && !others.has(name)));
  return {
    set: 'gum',
    split,
    items: all.length,
    figures: {
      ...(await relationFigures(data, all, kit)),
      ...(await nameFigures(all, kit)),
      ...(await speakerFigures(
        all.filter(({ name }) => !isNews(name)),
        'dev',
        kit,
      )),
      ...(await speakerFigures(
        all.filter(({ name }) => isNews(name)),
        'news',
        kit,
      )),
    },
    others: {
      'regular expression': await relationFigures(data, all, { ...kit, tagger: await regularExpression() }),
    },
  };
}

async function relationFigures(data: string, all: readonly GumText[], kit: Kit): Promise<Figures> {
  const figures: Record<string, number> = {};
  for (const [group, texts] of [
    ['dev', all.filter(({ name }) => !isNews(name))],
    ['news', all.filter(({ name }) => isNews(name))],
  ] as const) {
    const found = noCounts();
    const linked = noCounts();
    const source = { right: 0, all: 0 };
    for (const text of texts) await countText(data, text, kit, { found, linked, source });
    figures[`${group}FoundRecall`] = rates(found).recall;
    figures[`${group}LinkedRecall`] = rates(linked).recall;
    figures[`${group}LinkedPrecision`] = rates(linked).precision;
    figures[`${group}SourceRight`] = source.all === 0 ? 0 : (100 * source.right) / source.all;
  }
  return figures;
}

async function countText(
  data: string,
  gum: GumText,
  kit: Kit,
  sum: { found: Counts; linked: Counts; source: { right: number; all: number } },
): Promise<void> {
  const relations = await relationsOf(data, gum);
  const [record] = await analyse([reportOf(gum.text, { path: gum.name })], kit);
  const statements = record?.statements ?? [];
  const touches = (a: readonly Range[], b: readonly Range[]) =>
    a.some((one) => b.some((other) => overlaps(one, other)));
  const pairs: Pair[] = statements.flatMap(({ cue, content, source }, predicted) =>
    relations.flatMap((relation, gold) => {
      if (!touches(cue, [relation.unit])) return [];
      const weight =
        1 + (touches(content, [relation.attributed]) ? 1 : 0) + (touches(source, relation.source) ? 0.5 : 0);
      return [{ predicted, gold, weight }];
    }),
  );
  const matched = bestMatching(pairs);
  const linked = matched.filter(({ predicted, gold }) =>
    touches(
      statements[predicted]?.content ?? [],
      relations[gold] === undefined ? [] : [relations[gold].attributed],
    ),
  );
  const counts = { predicted: statements.length, gold: relations.length };
  addCounts(sum.found, { ...counts, right: matched.length });
  addCounts(sum.linked, { ...counts, right: linked.length });
  for (const { predicted, gold } of matched) {
    const wanted = relations[gold]?.source ?? [];
    if (wanted.length === 0) continue;
    sum.source.all++;
    if (touches(statements[predicted]?.source ?? [], wanted)) sum.source.right++;
  }
}

/** The relations of a text's `.rsd` file: a line a discourse unit, its words in the order of the treebank's. */
async function relationsOf(data: string, { name, tokens }: GumText): Promise<Relation[]> {
  const lines = (await readFile(join(data, 'gum/rst', `${name}.rsd`), 'utf8'))
    .split('\n')
    .filter((line) => line !== '');
  let at = 0;
  const units = lines.map((line) => {
    const [id = '', words = '', , , , , head = '', relation = '', , signals = ''] = line.split('\t');
    const first = at;
    at += words.split(' ').length;
    return { id, first, last: at, head, relation, signals };
  });
  const rangeOf = (first: number, last: number): Range => ({
    start: tokens[first]?.start ?? 0,
    end: tokens[last - 1]?.end ?? 0,
  });
  return units
    .filter(({ relation }) => relation.startsWith('attribution'))
    .flatMap(({ first, last, head, signals }) => {
      const attributed = units.find(({ id }) => id === head);
      if (attributed === undefined) return [];
      const places = [...signals.matchAll(/semantic-attribution_source-([\d,-]+?)-(?:_|gold|pred)/g)].flatMap(
        ([, span = '']) => span.split(','),
      );
      const source = places.flatMap((place) => {
        const [from = 0, to = from] = place.split('-').map(Number);
        return from === 0 ? [] : [rangeOf(from - 1, to)];
      });
      return [{ unit: rangeOf(first, last), attributed: rangeOf(attributed.first, attributed.last), source }];
    });
}
