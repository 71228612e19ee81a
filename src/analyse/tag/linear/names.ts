import { bestLabels } from '../chain.ts';
import type { Name } from '../index.ts';
import { namesOf } from '../names.ts';
import type { Room } from '../room.ts';
import { type ChainModel, scoresOf } from './chain-model.ts';
import type { FeatureWriter } from './features.ts';
import { FORBIDDEN } from './labels.ts';
import { nameFeatures, nameStretches } from './name-features.ts';
import { rangeOf, type Sequence } from './sequence.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The names in a sequence: each stretch of capitalised words is labelled by itself. */
export function findNames(
  chain: ChainModel,
  sequence: Sequence,
  vocabulary: Pick<Vocabulary, 'links'>,
  { writer, room }: { writer: FeatureWriter; room: Room },
): Name[] {
  return nameStretches(sequence, vocabulary).flatMap((stretch) => {
    const boundary = sequence.boundary.subarray(stretch.first, stretch.last);
    const scores = scoresOf(chain, { features: nameFeatures(sequence, stretch, writer), boundary }, room);
    const labels = bestLabels(chain, { scores, boundary, forbidden: FORBIDDEN }, room);
    return namesOf(labels).map(({ kind, first, last }) => ({
      kind,
      ...rangeOf(sequence, { first: first + stretch.first, last: last + stretch.first }),
    }));
  });
}
