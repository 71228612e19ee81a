import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { HOME } from '../home.ts';

/** The version of Onrecord, by its manifest. */
export function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('package.json', HOME), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}
