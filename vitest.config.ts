import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'evals/**/*.test.ts', 'training/**/*.test.ts'],
    setupFiles: ['test/contract.setup.ts'],
    testTimeout: 60_000,
    // Tests of what stands around the taggers read thousands of texts: the fast one reads them.
    env: { ONRECORD_TAGGER: 'linear' },
    // Two machine cores: browser, process and crash tests would starve each other otherwise.
    maxWorkers: 2,
    reporters: process.env.CI ? ['verbose'] : ['default'],
  },
});
