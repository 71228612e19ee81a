import type { Attribution, Part, Tagger } from '../index.ts';
import { FeatureWriter } from './features.ts';
import type { LinearModel } from './model.ts';
import { findNames } from './names.ts';
import { askRoles, type Candidate, confidenceOf, findCues } from './passes.ts';
import type { TokenRange } from './role-features.ts';
import { rangeOf, type Sequence, sequencesOf } from './sequence.ts';
import { wordLookup } from './vocabulary.ts';

export { type LinearModel, unpackModel } from './model.ts';

/** Below this confidence a candidate is dropped: the best linked F1 on PolNeAR dev (docs/decisions/0006-the-linear-tagger.md). */
export const LEAST_CONFIDENCE = 0.35;

/**
 * The linear tagger: a first pass marks cues, a second asks each cue who and what, a last step keeps or drops the answer
 * and says how sure it is; a third marks names. Everything stays in one block.
 */
export function linearTagger(model: LinearModel, leastConfidence = LEAST_CONFIDENCE): Tagger {
  const lookup = wordLookup(model.vocabulary);
  const writer = new FeatureWriter();
  return {
    name: model.name,
    tag: async (layouts, part) =>
      layouts.map((layout) => {
        const sequences = sequencesOf(layout, lookup);
        return {
          attributions: sequences.flatMap((sequence) => attributionsIn(sequence, part)),
          names:
            part === 'contents'
              ? []
              : sequences.flatMap((sequence) => findNames(model.names, sequence, model.vocabulary, writer)),
        };
      }),
  };

  function attributionsIn(sequence: Sequence, part: Part): Attribution[] {
    if (!mayAttribute(sequence, part)) return [];
    const pass = findCues(model.cues, sequence, writer);
    if (pass === null) return [];
    return pass.cues
      .map((cue) =>
        askRoles(model.roles, { sequence, cue, cues: pass.cues, labels: pass.labels }, pass, writer),
      )
      .map((candidate) => ({ candidate, confidence: confidenceOf(model.keep, candidate) }))
      .filter(({ candidate, confidence }) => candidate.content.length > 0 && confidence >= leastConfidence)
      .map(({ candidate, confidence }) => toAttribution(sequence, candidate, confidence));
  }
}

/** Words of this bucket and above are cues in at least one case of seven; hardly any attribution has none of them and no colon. */
const POSSIBLE_CUE = 3;

function mayAttribute({ cue, block }: Sequence, part: Part): boolean {
  return (
    cue.some((bucket) => bucket >= POSSIBLE_CUE) ||
    (part === 'text' && block.tokens.some(({ text }) => text === ':'))
  );
}

function toAttribution(
  sequence: Sequence,
  { cue, source, content }: Candidate,
  confidence: number,
): Attribution {
  const ranges = (spans: readonly TokenRange[]) => spans.map((span) => rangeOf(sequence, span));
  return { cue: ranges([cue]), source: ranges(source), content: ranges(content), confidence };
}
