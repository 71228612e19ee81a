import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reportOf } from '../../../test/reports.ts';
import { loadKit } from '../../load/index.ts';
import { analyse } from '../index.ts';
import { flagged } from './flags.cases.ts';

const kit = await loadKit({ tagger: 'linear' });

test.each(flagged)('$draft', async ({ draft, published, kinds }) => {
  const [record] = await analyse([reportOf(draft, { published: published ?? null })], kit);
  expect([...new Set(record?.flags.map(({ kind }) => kind))]).toEqual(kinds);
});

const PAGES = new URL('../../../docs/flags/', import.meta.url);

/** The drafts of a rule's page, and whether it says that they are flagged. */
const documented = readdirSync(PAGES).flatMap((file) =>
  [
    ...readFileSync(new URL(file, PAGES), 'utf8').matchAll(
      /\n(Flagged|Not flagged)[^\n]*\n\n```\n([\s\S]*?)\n```/g,
    ),
  ].map(([, said, draft = '']) => ({ rule: file.replace('.md', ''), said, draft })),
);

test.each(documented)('docs/flags: $rule, $said', async ({ rule, said, draft }) => {
  const [record] = await analyse([reportOf(draft)], kit);
  const kinds = record?.flags.map(({ kind }) => kind as string);
  if (said === 'Flagged') expect(kinds).toContain(rule);
  else expect(kinds).not.toContain(rule);
});
