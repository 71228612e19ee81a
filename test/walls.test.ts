import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'rolldown/utils';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SRC = join(ROOT, 'src');

/** Which folders of src a folder may import. `analyse` and the rest know text and record, and nothing of another stage. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  text: [],
  record: ['text'],
  read: ['text', 'record'],
  analyse: ['text', 'record'],
  verify: ['text', 'record'],
  check: ['text', 'record'],
  ingest: ['text', 'record'],
  ledger: ['text', 'record'],
  load: ['text', 'record', 'read', 'analyse'],
  lanes: ['text', 'record', 'read', 'analyse', 'load'],
  compare: ['text', 'record'],
  serve: ['text', 'record', 'ledger', 'check', 'compare'],
  'stop.ts': [],
  'index.ts': ['text', 'record', 'read', 'analyse', 'verify'],
  'pipeline.ts': [
    'text',
    'record',
    'ingest',
    'read',
    'analyse',
    'verify',
    'check',
    'ledger',
    'lanes',
    'compare',
    'stop.ts',
  ],
  watch: ['text', 'record', 'ingest', 'lanes', 'ledger', 'pipeline.ts', 'stop.ts'],
  cli: [
    'text',
    'record',
    'ingest',
    'load',
    'ledger',
    'verify',
    'check',
    'serve',
    'lanes',
    'watch',
    'pipeline.ts',
    'compare',
    'stop.ts',
  ],
};
const PURE = ['text', 'record', 'read', 'analyse', 'verify', 'check', 'compare', 'index.ts'];
const PURE_PACKAGES = [
  'zod',
  '@noble/hashes',
  'markdown-it',
  'stemmer',
  'parse5',
  'entities',
  'linkedom',
  '@mozilla/readability',
];
const REFUSED = /^(?:utils?|helpers?|common|shared|misc|managers?|services?|base)$/i;
const LONGEST = 400;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .toSorted();
const product = files.filter((path) => !/\.(?:test|cases|contract)\.ts$/.test(path));

/** What a file imports, types included, read by a parser. */
function importsOf(path: string): string[] {
  const { program, errors } = parseSync(path, readFileSync(join(SRC, path), 'utf8'));
  expect(errors).toEqual([]);
  return program.body.flatMap((node) =>
    (node.type === 'ImportDeclaration' ||
      node.type === 'ExportNamedDeclaration' ||
      node.type === 'ExportAllDeclaration') &&
    node.source
      ? [node.source.value]
      : [],
  );
}

const folderOf = (path: string) => path.split('/')[0] ?? path;
const targets = (path: string) =>
  importsOf(path)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(SRC, join(SRC, dirname(path), name)));

describe('the walls', () => {
  test('every folder of src has its rule, and no rule is for a folder that is gone', () => {
    expect([...new Set(product.map(folderOf))].toSorted()).toEqual(Object.keys(ALLOWED).toSorted());
  });

  test.each(product)('%s imports only what its folder may', (path) => {
    const allowed = [folderOf(path), ...(ALLOWED[folderOf(path)] ?? [])];
    for (const target of targets(path))
      expect(allowed, `${path} imports ${target}`).toContain(folderOf(target));
  });

  test.each(product.filter((path) => PURE.includes(folderOf(path))))(
    '%s is pure: no Node, no other package',
    (path) => {
      const packages = importsOf(path).filter((name) => !name.startsWith('.'));
      for (const name of packages)
        expect(
          PURE_PACKAGES.some((known) => name === known || name.startsWith(`${known}/`)),
          `${path} imports ${name}`,
        ).toBe(true);
      expect(readFileSync(join(SRC, path), 'utf8')).not.toMatch(
        /\b(?:process|Date\.now|new Date\(\)|Math\.random|globalThis|performance|fetch)\b/,
      );
    },
  );

  test('there is no cycle', () => {
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]): void => {
      expect(trail, [...trail, path].join(' → ')).not.toContain(path);
      if (done.has(path)) return;
      for (const target of typeless(path)) visit(target, [...trail, path]);
      done.add(path);
    };
    for (const path of product) visit(path, []);
  });

  test('no name says nothing', () => {
    for (const path of files)
      for (const part of path.replace(/(?:\.\w+)+$/, '').split('/')) expect(part, path).not.toMatch(REFUSED);
  });

  test(`no file is above ${LONGEST} lines, and the median is near 60`, () => {
    const lengths = product
      .map((path) => readFileSync(join(SRC, path), 'utf8').split('\n').length)
      .toSorted((a, b) => a - b);
    expect(lengths.at(-1)).toBeLessThanOrEqual(LONGEST);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(75);
  });
});

/** Imports that are there at run time: types may point both ways between a port and what implements it. */
function typeless(path: string): string[] {
  const { program } = parseSync(path, readFileSync(join(SRC, path), 'utf8'));
  return program.body.flatMap((node) => {
    if (
      node.type !== 'ImportDeclaration' &&
      node.type !== 'ExportNamedDeclaration' &&
      node.type !== 'ExportAllDeclaration'
    )
      return [];
    const typed =
      ('importKind' in node && node.importKind === 'type') ||
      ('exportKind' in node && node.exportKind === 'type') ||
      ('specifiers' in node &&
        node.specifiers.length > 0 &&
        node.specifiers.every(
          (one) =>
            ('importKind' in one && one.importKind === 'type') ||
            ('exportKind' in one && one.exportKind === 'type'),
        ));
    const source = node.source?.value;
    return typed || source === undefined || !source.startsWith('.')
      ? []
      : [relative(SRC, join(SRC, dirname(path), source))];
  });
}
