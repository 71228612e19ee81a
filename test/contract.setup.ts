import { vi } from 'vitest';

/** Every record that a test makes in this process keeps the contract: `analyse` is looked at wherever it is called from. */
vi.mock(import('../src/analyse/index.ts'), async (original) => {
  const [analysis, { keptBy }] = await Promise.all([original(), import('./contract.ts')]);
  return { ...analysis, analyse: keptBy(analysis.analyse) };
});
