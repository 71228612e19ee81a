/**
 * Writes which records the analyser gives under its name, for `test/analyser-name.test.ts`: `node tools/name-analyser.ts`.
 * Refuses where records moved and the name did not: a ledger would not read its reports again.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { KNOWN, type NamedRecords, namedRecords } from '../test/analyser-name.ts';

const known = await readFile(KNOWN, 'utf8').then(
  (text) => JSON.parse(text) as NamedRecords,
  () => null,
);
const now = await namedRecords();
if (now.analyser === known?.analyser && now.records !== known.records) {
  console.error('expected another name, since records moved: raise RULES in src/analyse/index.ts');
  process.exitCode = 1;
} else await writeFile(KNOWN, `${JSON.stringify(now, null, 2)}\n`);
