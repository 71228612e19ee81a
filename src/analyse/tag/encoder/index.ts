import { confidenceOf } from '../evidence.ts';
import type { Attribution, Name, Part, Tagger, Tagging, TreeWord } from '../index.ts';
import type { TokenRange } from '../token-range.ts';
import { eventsOf } from './events.ts';
import type { EncoderModel } from './model.ts';
import { hasWord, type Reading, rangeOf, readingsOf } from './reading.ts';
import type { Candidate } from './roles.ts';
import type { Stretch } from './windows.ts';

export type { EncoderModel, Graph } from './model.ts';
export { type EncoderFiles, openEncoder, openGraph, type Runtime } from './open.ts';
export { type PieceTable, pieceTable, vectorsOf, WIDTH } from './piece-table.ts';
export { type WordPieces, wordPieces } from './word-pieces.ts';

/** Below this confidence a candidate is dropped: the best linked F1 on PolNeAR dev (docs/decisions/0025-the-encoder.md). */
const LEAST_CONFIDENCE = 0.35;

/**
 * The encoder: reads a window of paragraphs once; chains mark the cues in it, those within what others say, and the names;
 * then each cue is asked who and what over the paragraph it stands in, and a last step keeps or drops the answer and says
 * how sure it is.
 */
export function encoderTagger(model: EncoderModel, leastConfidence = LEAST_CONFIDENCE): Tagger {
  return {
    name: model.name,
    async tag(layouts, part) {
      const taggings: Tagging[] = [];
      // One after the other: memory holds the numbers of one window at a time.
      for (const layout of layouts) {
        const readings = await readingsOf(model, layout, part);
        const events = part === 'text' ? await eventsOf(model, layout, readings) : null;
        taggings.push({ ...taggingOf(readings, part), events });
      }
      return taggings;
    },
  };

  function taggingOf(readings: readonly Reading[], part: Part): Omit<Tagging, 'events'> {
    const kept = (candidates: readonly Candidate[], stretch: Stretch) =>
      attributionsOf(candidates, stretch, { keep: model.keep, leastConfidence });
    return {
      attributions: readings.flatMap(({ candidates, stretch }) => kept(candidates, stretch)),
      within: readings.flatMap(({ nested, stretch }) => kept(nested, stretch)),
      names: part === 'text' ? readings.flatMap(namesIn) : [],
      trees: readings.flatMap(treesIn),
    };
  }
}

function attributionsOf(
  candidates: readonly Candidate[],
  stretch: Stretch,
  { keep, leastConfidence }: { keep: Float64Array; leastConfidence: number },
): Attribution[] {
  const ranges = (spans: readonly TokenRange[]) => spans.map((span) => rangeOf(stretch, span));
  const worded = (spans: readonly TokenRange[]) => ranges(spans.filter((span) => hasWord(stretch, span)));
  return candidates
    .map(({ cue, source, content, evidence }) => ({
      cue: ranges([cue]),
      source: worded(source),
      content: worded(content),
      confidence: confidenceOf(keep, evidence),
    }))
    .filter(({ content, confidence }) => content.length > 0 && confidence >= leastConfidence);
}

function namesIn({ stretch, names }: Reading): Name[] {
  return names.map(({ kind, ...span }) => ({ kind, ...rangeOf(stretch, span) }));
}

function treesIn({ stretch, sentences, trees }: Reading): TreeWord[][] {
  return trees.map((nodes, index) =>
    nodes.map((node, word) => {
      const first = (sentences[index]?.first ?? 0) + word;
      return { ...node, ...rangeOf(stretch, { first, last: first + 1 }) };
    }),
  );
}
