import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { analyserOf } from '../src/analyse/index.ts';
import { loadKit } from '../src/load/index.ts';
import { KNOWN, type NamedRecords, namedRecords } from './analyser-name.ts';

test('where records move, the analyser has another name', async () => {
  const known = JSON.parse(await readFile(KNOWN, 'utf8')) as NamedRecords;
  const now = await namedRecords();
  if (now.analyser === known.analyser)
    expect(now.records, 'records moved: raise RULES in src/analyse/index.ts').toBe(known.records);
  expect(now, 'run node tools/name-analyser.ts').toEqual(known);
});

test('whatever decides a record is in the name: how sure a statement must be, the tagger and a user’s actors', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-'));
  const actors = join(folder, 'actors.tsv');
  const names: string[] = [];
  const note = async (options: Parameters<typeof loadKit>[0]) =>
    names.push(analyserOf(await loadKit(options)));
  try {
    await note({ tagger: 'linear' });
    await note({ tagger: 'linear', leastConfidence: 0.95 });
    await writeFile(actors, 'Norrfalk\torganization\t\tBUS\n');
    await note({ tagger: 'linear', actors });
    await writeFile(actors, 'Norrfalk\torganization\t\tGOV\n');
    await note({ tagger: 'linear', actors });
    expect(new Set(names).size).toBe(names.length);
    expect(analyserOf(await loadKit({ tagger: 'linear' }))).toBe(names[0]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
