/** All steps in order: `npm run train -- --data DIR`. Each can be run by itself, on what the one before left. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { log } from './options.ts';

const STEPS = ['prepare', 'fit', 'pack', 'report'] as const;
/** Megabytes that a step may take. */
const MEMORY = 12_000;

for (const step of STEPS) {
  log(step);
  const script = fileURLToPath(new URL(`${step}.ts`, import.meta.url));
  const { status } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${MEMORY}`, script, ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exit(status ?? 1);
}
log('done');
