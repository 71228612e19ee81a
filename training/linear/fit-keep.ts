import type { ChainModel } from '../../src/analyse/tag/linear/chain-model.ts';
import type { FeatureWriter } from '../../src/analyse/tag/linear/features.ts';
import { askRoles, type CuePass, EVIDENCE } from '../../src/analyse/tag/linear/passes.ts';
import type { TokenRange } from '../../src/analyse/tag/linear/role-features.ts';
import type { GoldSequence } from './corpus.ts';

const EPOCHS = 60;
const RATE = 0.3;
const DECAY = 1e-4;

/** Fits the last step, which keeps or drops a candidate: right when cue, source and content each touch a gold attribution's. */
export function fitKeep(
  items: readonly { item: GoldSequence; pass: CuePass | null }[],
  roles: ChainModel,
  writer: FeatureWriter,
): Float64Array {
  const examples: { evidence: Float64Array; right: number }[] = [];
  for (const { item, pass } of items) {
    if (pass === null) continue;
    for (const cue of pass.cues) {
      const candidate = askRoles(
        roles,
        { sequence: item.sequence, cue, cues: pass.cues, labels: pass.labels },
        pass,
        writer,
      );
      const right = item.attributions.some(
        (gold) =>
          touch(gold.cue, [cue]) &&
          agree(gold.source, candidate.source) &&
          agree(gold.content, candidate.content),
      );
      examples.push({ evidence: candidate.evidence, right: right ? 1 : 0 });
    }
  }
  const weights = new Float64Array(EVIDENCE);
  const squares = new Float64Array(EVIDENCE).fill(1e-8);
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const { evidence, right } of examples) {
      let sum = 0;
      for (let at = 0; at < EVIDENCE; at++) sum += (weights[at] as number) * (evidence[at] as number);
      const error = 1 / (1 + Math.exp(-sum)) - right;
      for (let at = 0; at < EVIDENCE; at++) {
        const slope = error * (evidence[at] as number) + DECAY * (weights[at] as number);
        squares[at] = (squares[at] as number) + slope * slope;
        weights[at] = (weights[at] as number) - (RATE * slope) / Math.sqrt(squares[at] as number);
      }
    }
  return weights;
}

function touch(a: readonly TokenRange[], b: readonly TokenRange[]): boolean {
  return a.some((one) => b.some((other) => one.first < other.last && other.first < one.last));
}

function agree(a: readonly TokenRange[], b: readonly TokenRange[]): boolean {
  return a.length === 0 || b.length === 0 ? a.length === b.length : touch(a, b);
}
