/** Last step: writes the model's file and its SHA-256. `node training/linear/pack.ts --data DIR [--work DIR] [--out DIR]` */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { log, stepOptions } from './options.ts';
import { packed } from './packed.ts';
import { take } from './workplace.ts';

const FILE = 'linear.bin.zst';

const { work, out } = stepOptions();
const bytes = packed(await take(work, 'fitted'));
await mkdir(out, { recursive: true });
await writeFile(join(out, FILE), bytes);
await writeFile(
  join(out, `${FILE}.sha256`),
  `${createHash('sha256').update(bytes).digest('hex')}  ${FILE}\n`,
);
log(`packed: ${bytes.length} bytes`);
