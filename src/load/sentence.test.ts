import { expect, test } from 'vitest';
import { likeness, sentenceVector } from '../analyse/index.ts';
import { loadSentenceModel } from './encoder.ts';

/** Pairs that say the same in other words. */
const PAIRS = [
  ['The bridge will be closed in May, the mayor said.', 'Mayor: bridge to shut next May'],
  [
    'Growers want the ferry toll cut by a third.',
    'The ferry fee should fall by 30 per cent, farmers demand.',
  ],
  ['The minister denied that the talks had failed.', 'Talks have not collapsed, according to the minister.'],
] as const;

/** The runtime is optional. */
const RUNTIME: string = 'onnxruntime-node';
const hasRuntime = await import(RUNTIME).then(
  () => true,
  () => false,
);

test.skipIf(!hasRuntime)(
  'what says the same is more alike than what does not, and every vector has length 1',
  async () => {
    const model = await loadSentenceModel('en');
    const vectors = await Promise.all(PAIRS.flat().map((text) => sentenceVector(model, text)));
    for (const [index, vector] of vectors.entries()) {
      expect(likeness(vector, vector)).toBeCloseTo(1, 4);
      const twin = index % 2 === 0 ? index + 1 : index - 1;
      const all = vectors.map((other) => (other === vector ? 0 : likeness(vector, other)));
      expect(all.indexOf(Math.max(...all))).toBe(twin);
    }
  },
);

test.skipIf(!hasRuntime)('a text of any length has a vector', async () => {
  const model = await loadSentenceModel('en');
  for (const text of ['', '…', 'toll '.repeat(5000)])
    expect((await sentenceVector(model, text)).every(Number.isFinite)).toBe(true);
});
