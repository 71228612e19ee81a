import { expect, test } from 'vitest';
import { type StanceOdds, stanceOdds } from '../analyse/index.ts';
import { loadStanceModel } from './encoder.ts';

const FERRY = 'The night ferry to Issel should be sold';

/** The runtime is optional. */
const RUNTIME: string = 'onnxruntime-node';
const hasRuntime = await import(RUNTIME).then(
  () => true,
  () => false,
);

const likeliest = (odds: StanceOdds) => Object.entries(odds).toSorted(([, a], [, b]) => b - a)[0]?.[0];

test.skipIf(!hasRuntime)(
  'what is plainly said is told apart, and the odds of each are together 1',
  async () => {
    const model = await loadStanceModel('en');
    const told = async (said: string) => await stanceOdds(model, FERRY, said);
    const odds = await told('“I am against selling it.”');
    expect(Object.values(odds).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 3);
    expect(likeliest(odds)).toBe('against');
    expect(likeliest(await told('“We can live with it if the crew keeps its wages.”'))).toBe('conditional');
    expect(likeliest(await told('“It is too early to say what becomes of the night ferry.”'))).toBe(
      'unclear',
    );
    expect(likeliest(await told('“The night ferry carried forty thousand people last year.”'))).toBe('none');
  },
);
