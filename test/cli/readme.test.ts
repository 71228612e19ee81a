import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { exampleIssues } from '../../src/cli/example-issues.ts';
import { BRIDGE_REPORTS, EXAMPLE_REPORTS } from '../examples.ts';
import { newFolder, onrecord } from './onrecord.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
/** What asks the record, and needs neither an id of somebody's own ledger nor the web. */
const ASKS = /^npx onrecord ((?:find|who|issue suggest|positions|calendar|export|verify)\b.*?)\s*(?:#.*)?$/gm;
const asked = [...README.matchAll(ASKS)].flatMap(([, words]) => words ?? []);

let cwd = '';
beforeAll(async () => {
  cwd = await newFolder();
  await onrecord(['add', EXAMPLE_REPORTS, BRIDGE_REPORTS], { cwd });
  for (const one of exampleIssues(new Date('2034-08-01T08:00:00Z')))
    if (one.kind === 'issue')
      await onrecord(['issue', 'add', one.issue.proposition, '--terms', one.issue.terms.join(', ')], { cwd });
}, 60_000);

test('the README shows commands that ask the record', () => {
  expect(asked.length).toBeGreaterThan(7);
});

test.each(asked)('over the examples, onrecord %s answers', { timeout: 30_000 }, async (words) => {
  const args = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  const { status, out, err } = await onrecord(args, { cwd });
  expect(status).toBe(0);
  expect(out + err).not.toMatch(/^0 /m);
  expect((out + err).length).toBeGreaterThan(40);
});
