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
  const [{ setFlagsFromString }, { enableCompileCache }, { homedir }, { join }] = await Promise.all([
    import('node:v8'),
    import('node:module'),
    import('node:os'),
    import('node:path'),
  ]);
  // What was compiled once is compiled for the next start too: a fifth of its time. It lies with what is this user's alone,
  // since whoever can write there decides what runs; where it cannot be kept, nothing else changes.
  enableCompileCache(join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'onrecord'));
  // The trees of thousands of pages are garbage soon: cleared away before the heap doubles, they take half the memory and no more time.
  setFlagsFromString('--heap-growing-percent=30');
  const { run, faultLines } = await import('./index.ts');
  const args = process.argv.slice(2);
  process.on('uncaughtException', (error) => {
    process.stderr.write(faultLines(error, args.includes('--debug') ? { debug: true } : {}));
    process.exit(1);
  });
  process.exitCode = await run(args);
  for (const stream of [process.stdout, process.stderr])
    await new Promise<void>((written) => stream.write('', () => written()));
  // A server that is slow to answer and a standard input that nobody closes are not waited for.
  process.exit();
}
