import type { Range } from '../../../text/index.ts';
import type { Layout } from '../../layout.ts';
import type { Attribution, Tagger } from '../index.ts';
import { FeatureWriter } from './features.ts';
import type { LinearModel } from './model.ts';
import { askRoles, type Candidate, confidenceOf, findCues } from './passes.ts';
import type { TokenRange } from './role-features.ts';
import { type Sequence, sequencesOf } from './sequence.ts';
import { wordLookup } from './vocabulary.ts';

export { type LinearModel, unpackModel } from './model.ts';

/** Below this confidence a candidate is dropped: the best linked F1 on PolNeAR dev (docs/decisions/0006-the-linear-tagger.md). */
export const LEAST_CONFIDENCE = 0.35;

/**
 * The linear tagger: a first pass marks cues, a second asks each cue who and what, a last step keeps or drops the answer
 * and says how sure it is. Everything stays in one block.
 */
export function linearTagger(model: LinearModel, leastConfidence = LEAST_CONFIDENCE): Tagger {
  const lookup = wordLookup(model.vocabulary);
  const writer = new FeatureWriter();
  return {
    name: model.name,
    tag: async (layouts) => layouts.map((layout) => ({ attributions: attributionsIn(layout), names: [] })),
  };

  function attributionsIn(layout: Layout): Attribution[] {
    return sequencesOf(layout, lookup).flatMap((sequence) => {
      if (!mayAttribute(sequence)) return [];
      const pass = findCues(model.cues, sequence, writer);
      return pass.cues
        .map((cue) =>
          askRoles(model.roles, { sequence, cue, cues: pass.cues, labels: pass.labels }, pass, writer),
        )
        .map((candidate) => ({ candidate, confidence: confidenceOf(model.keep, candidate) }))
        .filter(({ candidate, confidence }) => candidate.content.length > 0 && confidence >= leastConfidence)
        .map(({ candidate, confidence }) => toAttribution(sequence, candidate, confidence));
    });
  }
}

/** Words of this bucket and above are cues in at least one case of seven; hardly any attribution has none of them and no colon. */
const POSSIBLE_CUE = 3;

function mayAttribute({ cue, block }: Sequence): boolean {
  return cue.some((bucket) => bucket >= POSSIBLE_CUE) || block.tokens.some(({ text }) => text === ':');
}

function toAttribution(
  sequence: Sequence,
  { cue, source, content }: Candidate,
  confidence: number,
): Attribution {
  const ranges = (spans: readonly TokenRange[]) => spans.map((span) => rangeOf(sequence, span));
  return { cue: ranges([cue]), source: ranges(source), content: ranges(content), confidence };
}

function rangeOf({ block: { tokens } }: Sequence, { first, last }: TokenRange): Range {
  return { start: (tokens[first] as Range).start, end: (tokens[last - 1] as Range).end };
}
