import { expect, test } from 'vitest';
import { answered, guides } from '../../tools/docs/guides.ts';

const all = await guides();

test('there is a guide for each of the five who use it', () => {
  expect([...all.keys()]).toEqual([
    'analyst.md',
    'desk-editor.md',
    'developer.md',
    'fact-checker.md',
    'political-scientist.md',
  ]);
});

test.each([...all])(
  'every command of docs/guide/for/%s answers what stands there (npm run docs)',
  {
    timeout: 120_000,
  },
  async (_, guide) => {
    expect(guide.match(/^\$ onrecord /gm)?.length).toBeGreaterThan(2);
    expect(await answered(guide)).toBe(guide);
  },
);
