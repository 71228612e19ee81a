import type { UtteranceId } from '../../record/index.ts';
import type { Quoting } from '../quoting.ts';
import type { Joinable } from '../relink.ts';
import type { Likeness, LinkWords } from '../words.ts';
import { utteranceOf } from './index.ts';
import { utteranceKeys } from './keys.ts';
import { areNested, areUtterancesApart, LEAST, utterancePair } from './pairs.ts';
import { type Rendition, renditionsOf } from './rendition.ts';

/** Acts of saying over reports: each once, with all statements that render it; what nobody repeats is one of its own. */
export const utterancesJoined = (
  kit: LinkWords & { readonly likeness: Likeness; readonly quoting: Quoting },
): Joinable<Rendition> => ({
  kind: 'utterance',
  prefix: 'utterance',
  least: LEAST,
  membersOf: (taken) => renditionsOf(taken, kit),
  idOf: ({ statement }) => statement.id,
  nameOf: ({ content }) => content,
  keysOf: utteranceKeys,
  pair: (a, b) => utterancePair(a, b, kit.likeness),
  areApart: areUtterancesApart,
  areNever: areNested,
  groupOf(joined, { id, ...told }) {
    const utterance = utteranceOf(
      joined,
      { ...told, id: id as UtteranceId },
      {
        quoting: kit.quoting,
        denial: kit.stance.denial,
      },
    );
    const { words } = utterance;
    return { id, name: words, names: words, units: joined.keys, first: '', last: '', body: utterance };
  },
});
