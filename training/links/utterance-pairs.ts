import { findContents, keyOf } from '../../evals/links/contents.ts';
import { type Drawn, drawnOf, kitsFor } from '../../evals/links/drawn.ts';
import { readHands } from '../../evals/links/read.ts';
import { candidatePairs } from '../../src/link/candidates.ts';
import type { LinkKit } from '../../src/link/index.ts';
import { takenIn } from '../../src/link/taken.ts';
import { featuresOf } from '../../src/link/utterances/features.ts';
import { utteranceKeys } from '../../src/link/utterances/keys.ts';
import { type Looked, lookAt } from '../../src/link/utterances/pairs.ts';
import { renditionsOf } from '../../src/link/utterances/rendition.ts';
import { loadKit } from '../../src/load/index.ts';
import type { Example } from './logistic.ts';

/** An example and its story. */
export interface OfStory {
  readonly story: string;
  readonly example: Example;
}

/** What nobody listed may well be a rendition of what is listed: it counts less. */
const UNLISTED = 0.1;

/**
 * Pairs of renditions of the stories of hand `own`, as the product compares them. Two that the hand listed are one or two as
 * it says; of one that is listed and one that is not, it is supposed that they are two.
 */
export async function utterancePairs(data: string): Promise<OfStory[]> {
  const kits = await kitsFor(await loadKit({ tagger: 'encoder' }, console.error));
  const [own] = (await readHands(data, 'train')).filter(({ name }) => name === 'own');
  const all: OfStory[] = [];
  for (const story of own?.stories ?? [])
    for (const example of await examplesOf(await drawnOf(story, kits), kits.link))
      all.push({ story: story.name, example });
  return all;
}

/** The examples of one story. */
export async function examplesOf(
  { story, records }: Pick<Drawn, 'story' | 'records'>,
  kit: LinkKit,
): Promise<Example[]> {
  const renditions = [...records.values()].flatMap((record, nth) => renditionsOf(takenIn(record, nth), kit));
  const { utterances, notSame } = story.gold;
  const found = findContents([...utterances.flatMap((one) => one.renditions), ...notSame.flat()], {
    records,
  });
  const goldOf = new Map(
    utterances.flatMap((one, at) =>
      one.renditions.flatMap((cited) => {
        const statement = found.get(keyOf(cited));
        return statement === undefined ? [] : [[statement.id as string, at] as const];
      }),
    ),
  );
  const apart = new Set(
    notSame.map((pair) =>
      pair
        .map((cited) => found.get(keyOf(cited))?.id ?? '')
        .toSorted()
        .join(' '),
    ),
  );
  const looked: Looked[] = [];
  const candidates = candidatePairs(renditions, {
    keysOf: (one) => [...utteranceKeys(one), one.report.id],
    idOf: ({ statement }) => statement.id,
  });
  for (const [a, b] of candidates) {
    const one = await lookAt(a, b, kit.likeness);
    if (one !== null) looked.push(one);
  }
  return looked.flatMap((pair) => {
    const [one, other] = [goldOf.get(pair.a.statement.id), goldOf.get(pair.b.statement.id)];
    const isApart = apart.has([pair.a.statement.id, pair.b.statement.id].toSorted().join(' '));
    const listed = Number(one !== undefined) + Number(other !== undefined);
    if (listed === 0 && !isApart) return [];
    return [
      {
        features: featuresOf(pair.a, pair.b, pair.likeness),
        isSo: listed === 2 && one === other,
        weight: listed === 2 || isApart ? 1 : UNLISTED,
      },
    ];
  });
}
