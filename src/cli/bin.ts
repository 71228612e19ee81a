#!/usr/bin/env node
// This file must load on any Node: whatever needs a new one is imported behind the guard.
const OLDEST = 24;
const found = process.versions.node;

if (Number(found.split('.')[0]) < OLDEST) {
  console.error(
    `onrecord: expected Node ${OLDEST} or newer, found ${found}: run it as npx onrecord inside the project, or install Node ${OLDEST}`,
  );
  process.exitCode = 2;
} else {
  const { setFlagsFromString } = await import('node:v8');
  // The trees of thousands of pages are garbage soon: cleared away before the heap doubles, they take half the memory and no more time.
  setFlagsFromString('--heap-growing-percent=30');
  const { run } = await import('./index.ts');
  process.exitCode = await run(process.argv.slice(2));
}
