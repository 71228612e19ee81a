import { parseArgs } from 'node:util';

/** The options that the steps share: where the data are, where steps leave their work, where the model goes. */
export function stepOptions(): { data: string; work: string; out: string } {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      work: { type: 'string', default: 'training/linear/work' },
      out: { type: 'string', default: 'models/en-linear' },
    },
  });
  if (values.data === undefined) {
    console.error('expected --data DIR, the folder that holds polnear/ and gum/');
    process.exit(2);
  }
  return { data: values.data, work: values.work, out: values.out };
}

const started = performance.now();

/** Tells what was done, and after how many seconds. */
export function log(what: string): void {
  console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${what}`);
}
