import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { RULES } from '../src/check/index.ts';
import { LINKED_FLAG_KINDS } from '../src/record/index.ts';
import { commandsPage } from '../tools/docs/commands.ts';
import { formatPages } from '../tools/docs/format.ts';

const ROOT = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const { scripts, engines, devDependencies } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  engines: { node: string };
  devDependencies: Record<string, string>;
};
const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'GLOSSARY.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'examples/README.md',
  'lexicons/README.md',
  ...markdown('docs'),
];

function markdown(folder: string): string[] {
  return readdirSync(new URL(`${folder}/`, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `${folder}/${path}`);
}

describe('documentation', () => {
  test.each(Object.entries(formatPages()))(
    'docs/format/%s is what the schema says (npm run docs)',
    (name, page) => {
      expect(read(`docs/format/${name}`)).toBe(page);
    },
  );

  test('docs/guide/commands.md is what --help prints (npm run docs)', () => {
    expect(read('docs/guide/commands.md')).toBe(commandsPage());
  });

  test.each(pages)('%s links to files that exist, and names scripts that exist', (path) => {
    const page = read(path);
    for (const [, target = ''] of page.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g))
      expect(existsSync(new URL(target, new URL(path, ROOT))), `${path} → ${target}`).toBe(true);
    for (const [, script = ''] of page.matchAll(/npm run ([a-z]+)/g))
      expect(Object.keys(scripts), path).toContain(script);
    for (const [, file = ''] of page.matchAll(
      /`((?:src|test|tools|docs|evals|bench|lexicons|examples)\/[\w./-]+)`/g,
    ))
      expect(existsSync(new URL(file, ROOT)), `${path} names ${file}`).toBe(true);
  });

  test('the README gives the two commands, and CI calls the second one exactly', () => {
    expect(read('README.md')).toContain('\nnpm ci && npm start\n');
    expect(read('README.md')).toContain('\nnpm ci && npm test\n');
    expect(read('.ci/run').trim().split('\n').at(-1)).toBe('npm ci && npm test');
  });

  test('every folder of src stands in ARCHITECTURE.md, and every decision has its number once', () => {
    const architecture = read('ARCHITECTURE.md');
    for (const entry of readdirSync(new URL('src/', ROOT), { withFileTypes: true }))
      expect(architecture).toContain(entry.isDirectory() ? `${entry.name}/` : entry.name);
    const numbers = readdirSync(new URL('docs/decisions/', ROOT)).map((name) => name.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('the Node that is brought along is one that the project takes', () => {
    expect(engines.node).toBe('>=24');
    expect(Number(devDependencies.node?.split('.')[0])).toBeGreaterThanOrEqual(24);
  });

  test('no file holds a path of one machine', () => {
    const home = fileURLToPath(ROOT);
    for (const path of [...pages, 'package.json', '.ci/run']) expect(read(path), path).not.toContain(home);
  });

  test('every rule of check and of linking has its page', () => {
    const rules = readdirSync(new URL('docs/flags/', ROOT)).map((name) => name.replace('.md', ''));
    expect(rules.toSorted()).toEqual([...RULES, ...LINKED_FLAG_KINDS].toSorted());
  });

  test('every example report says that it is fiction', () => {
    for (const folder of ['reports', 'bridge'])
      for (const name of readdirSync(new URL(`examples/${folder}/`, ROOT)).filter(
        (file) => !file.endsWith('.json'),
      ))
        expect(read(`examples/${folder}/${name}`)).toContain(
          'This report is fiction. Its places, people and outlets are invented.',
        );
  });
});
