import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXAMPLE_REPORTS } from '../../test/examples.ts';
import { reportOf } from '../../test/reports.ts';
import { rulesIn } from '../../test/rules-in.ts';
import { loadKit } from '../load/index.ts';
import type { Report } from '../record/index.ts';
import { scheduled, spoken } from './events/events.cases.ts';
import { analyse } from './index.ts';
import { REGISTER } from './register.ts';
import { timed } from './time/time.cases.ts';

const kit = await loadKit({ tagger: 'linear' });
/** Reads events too. */
const encoder = await loadKit({ tagger: 'encoder' });
const key = (family: string, name: string) => `${family} ${name}`;

async function namesIn(report: Report, own = kit): Promise<string[]> {
  const [record] = await analyse([report], own);
  return record === undefined ? [] : [...rulesIn(record)].map(([family, name]) => key(family, name));
}

describe('every rule decides in its own example', () => {
  test.each(REGISTER)('$family $name', async ({ family, name, example }) => {
    const report = reportOf(example, { published: '2031-02-26', outlet: 'The Sannow Echo' });
    const reader = name.startsWith('read-') ? encoder : kit;
    expect(await namesIn(report, reader)).toContain(key(family, name));
  });
});

test('a name stands once in its family, in words with hyphens', () => {
  const names = REGISTER.map(({ family, name }) => key(family, name));
  expect(names).toEqual([...new Set(names)]);
  for (const { name } of REGISTER) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
});

test('whatever decides in the example reports and in the cases is in the register', async () => {
  const texts = [
    ...readdirSync(EXAMPLE_REPORTS)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(join(EXAMPLE_REPORTS, name), 'utf8')),
    ...[...scheduled, ...spoken].map(([text]) => text),
    ...timed.map((marked) => marked.replaceAll(/\{([^}]+)\}=\S+?(?=[.,;]?(?:\s|$))/g, '$1')),
  ];
  const known = new Set(REGISTER.map(({ family, name }) => key(family, name)));
  const found = new Set<string>();
  for (const text of texts)
    for (const name of await namesIn(reportOf(text, { published: '2031-02-26' }))) found.add(name);
  expect([...found].filter((name) => !known.has(name))).toEqual([]);
  expect(found.size).toBeGreaterThan(known.size / 2);
});
