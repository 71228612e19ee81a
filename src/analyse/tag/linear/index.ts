import { confidenceOf } from '../evidence.ts';
import type { Attribution, Name, Tagger, TreeWord } from '../index.ts';
import { SharedRoom } from '../room.ts';
import type { TokenRange } from '../token-range.ts';
import { FeatureWriter } from './features.ts';
import type { LinearModel } from './model.ts';
import { findNames } from './names.ts';
import { askRoles, type Candidate, type CuePass, findCues, MOST_CUES, surest } from './passes.ts';
import { countsOf } from './role-features.ts';
import { cueScorer, roleScorer } from './scorers.ts';
import { rangeOf, type Sequence, sequencesOf, shorter } from './sequence.ts';
import { KnownWords } from './vocabulary.ts';

export { type LinearModel, unpackModel } from './model.ts';
export { type ParserModel, parserOf, unpackParser } from './parser/index.ts';

/** Below this confidence a candidate is dropped: the best linked F1 on PolNeAR dev (docs/decisions/0006-the-linear-tagger.md). */
export const LEAST_CONFIDENCE = 0.35;

/**
 * The linear tagger: a first pass marks cues, a second asks each cue who and what, a last step keeps or drops the answer
 * and says how sure it is; a third marks names; where it was given a parser, that gives trees. Everything stays in one block.
 */
export function linearTagger(model: LinearModel, leastConfidence = LEAST_CONFIDENCE): Tagger {
  const writer = new FeatureWriter();
  const room = new SharedRoom();
  let memory = memoryOf(model);
  return {
    name: model.name,
    tag: async (layouts, part) =>
      layouts.map((layout) => {
        if (memory.words.size > MOST_KNOWN) memory = memoryOf(model);
        const attributions: Attribution[] = [];
        const names: Name[] = [];
        const trees: TreeWord[][] = [];
        for (const sequence of sequencesOf(layout, memory.words, room)) {
          attributions.push(...attributionsIn(sequence));
          if (part === 'text') {
            names.push(...findNames(model.names, sequence, model.vocabulary, { writer, room }));
            trees.push(...(memory.parse?.(sequence, room) ?? []));
          }
          room.clear();
        }
        return { attributions, within: null, names, trees, events: null };
      }),
  };

  function attributionsIn(sequence: Sequence): Attribution[] {
    const pass = cuesOf(sequence);
    if (pass === null) return [];
    if (pass.cues.length <= MOST_CUES) return answersOf(sequence, pass);
    return shorter(sequence, CROWDED.tokens, { words: memory.words, room }).flatMap((piece) => {
      const own = cuesOf(piece);
      return own === null ? [] : answersOf(piece, { ...own, cues: surest(own, CROWDED.cues) });
    });
  }

  function cuesOf(sequence: Sequence): CuePass | null {
    return findCues(model.cues, sequence, memory.scoreCues(sequence, room), room);
  }

  function answersOf(sequence: Sequence, pass: CuePass): Attribution[] {
    const { cues, labels } = pass;
    const counts = countsOf(sequence, labels, room);
    return cues
      .map((cue) => {
        const question = { sequence, cue, cues, labels, counts };
        return askRoles(model.roles, question, pass, { scores: memory.scoreRoles(question, room), room });
      })
      .map((candidate) => ({ candidate, confidence: confidenceOf(model.keep, candidate.evidence) }))
      .filter(({ candidate, confidence }) => candidate.content.length > 0 && confidence >= leastConfidence)
      .map(({ candidate, confidence }) => toAttribution(sequence, candidate, confidence));
  }
}

/** A text that is made of cues alone is read in pieces of so many tokens, and of each piece so many are asked: to ask each about all takes long. */
const CROWDED = { tokens: 60, cues: 4 };

/** With more words than this the tagger forgets them all and begins anew: it may run for weeks. */
const MOST_KNOWN = 100_000;

/** The words that a tagger has seen, and what they weigh. */
function memoryOf(model: LinearModel) {
  const words = new KnownWords(model.vocabulary);
  return {
    words,
    scoreCues: cueScorer(model.cues, words),
    scoreRoles: roleScorer(model.roles, words),
    parse: model.parser?.(words),
  };
}

function toAttribution(
  sequence: Sequence,
  { cue, source, content }: Candidate,
  confidence: number,
): Attribution {
  const ranges = (spans: readonly TokenRange[]) => spans.map((span) => rangeOf(sequence, span));
  return { cue: ranges([cue]), source: ranges(source), content: ranges(content), confidence };
}
