import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeIn, fileOf, importsOf, product, textOf } from './source-code.ts';

/** Which folders of src a folder may import. `analyse` and the rest know text and record, and nothing of another stage. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  text: [],
  record: ['text'],
  read: ['text', 'record'],
  analyse: ['text', 'record'],
  verify: ['text', 'record'],
  check: ['text', 'record'],
  ingest: ['text', 'record'],
  ledger: ['text', 'record', 'home.ts'],
  load: ['text', 'record', 'read', 'analyse', 'link', 'verify', 'home.ts'],
  lanes: ['text', 'record', 'read', 'analyse', 'load'],
  compare: ['text', 'record'],
  link: ['text', 'record'],
  export: ['text', 'record'],
  serve: ['text', 'record', 'ledger', 'check', 'compare', 'export', 'home.ts'],
  'home.ts': [],
  'stop.ts': [],
  'index.ts': ['text', 'record', 'read', 'analyse', 'verify'],
  pipeline: [
    'text',
    'record',
    'ingest',
    'read',
    'analyse',
    'link',
    'verify',
    'check',
    'ledger',
    'lanes',
    'compare',
    'stop.ts',
  ],
  node: [
    'text',
    'record',
    'ingest',
    'analyse',
    'load',
    'lanes',
    'ledger',
    'verify',
    'check',
    'compare',
    'pipeline',
    'stop.ts',
  ],
  mcp: ['text', 'record', 'ledger', 'pipeline', 'verify'],
  watch: ['text', 'record', 'ingest', 'lanes', 'ledger', 'pipeline', 'stop.ts'],
  alerts: ['text', 'record', 'ingest', 'ledger', 'link', 'pipeline'],
  cli: [
    'alerts',
    'mcp',
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
    'pipeline',
    'compare',
    'export',
    'home.ts',
    'stop.ts',
  ],
};
const PURE = [
  'text',
  'record',
  'read',
  'analyse',
  'verify',
  'check',
  'compare',
  'link',
  'export',
  'index.ts',
];
const PURE_PACKAGES = [
  'zod',
  '@noble/hashes',
  'markdown-it',
  'stemmer',
  'parse5',
  'entities',
  'linkedom',
  '@mozilla/readability',
  'hyparquet',
  'hyparquet-writer',
];
const REFUSED = /^(?:utils?|helpers?|common|shared|misc|managers?|services?|base)$/i;
const LONGEST = 400;
const FOLDERS = ['src', 'test', 'evals', 'bench', 'training', 'tools'];

/** Which parts of analyse a part may import; `index.ts` is where they meet. A statement knows nothing of actors, and nothing knows flags. */
const WITHIN_ANALYSE: Readonly<Record<string, readonly string[]>> = {
  'named-rule.ts': [],
  tokens: [],
  sentences: ['tokens'],
  quotations: [],
  'layout.ts': ['tokens', 'sentences', 'quotations'],
  tag: ['tokens', 'quotations', 'layout.ts', 'time'],
  similar: ['tokens', 'tag'],
  stance: ['tokens', 'tag'],
  attribution: ['named-rule.ts', 'quotations', 'layout.ts', 'tag'],
  time: ['named-rule.ts'],
  syntax: ['tag'],
  actors: ['named-rule.ts', 'tag', 'syntax'],
  events: ['named-rule.ts', 'tokens', 'layout.ts', 'time', 'actors', 'tag'],
  flags: ['named-rule.ts', 'quotations'],
  'register.ts': ['named-rule.ts', 'attribution', 'time', 'actors', 'events', 'flags'],
  'index.ts': [
    'sentences',
    'quotations',
    'layout.ts',
    'tag',
    'similar',
    'stance',
    'attribution',
    'time',
    'actors',
    'events',
    'flags',
  ],
};

const folderOf = (path: string) => path.split('/')[0] ?? path;
const linesOf = (path: string) => textOf(path).split('\n').length;
const partOf = (path: string) => path.split('/')[1] ?? path;
const targets = (path: string) => importsOf(path).flatMap((one) => fileOf(path, one) ?? []);

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
      const packages = importsOf(path).flatMap(({ name }) => (name.startsWith('.') ? [] : [name]));
      for (const name of packages)
        expect(
          PURE_PACKAGES.some((known) => name === known || name.startsWith(`${known}/`)),
          `${path} imports ${name}`,
        ).toBe(true);
      expect(textOf(join('src', path))).not.toMatch(
        /\b(?:process|Date\.now|new Date\(\)|Math\.random|globalThis|performance|fetch)\b/,
      );
    },
  );

  const analyse = product.filter((path) => folderOf(path) === 'analyse');

  test('every part of analyse has its rule, and no rule is for a part that is gone', () => {
    expect([...new Set(analyse.map(partOf))].toSorted()).toEqual(Object.keys(WITHIN_ANALYSE).toSorted());
  });

  test.each(analyse)('%s imports only the parts of analyse that its own may', (path) => {
    const allowed = [partOf(path), ...(WITHIN_ANALYSE[partOf(path)] ?? [])];
    for (const target of targets(path).filter((one) => folderOf(one) === 'analyse'))
      expect(allowed, `${path} imports ${target}`).toContain(partOf(target));
  });

  // An import within a function may lead back: by then all is loaded. Types may not, or nobody could read one file first.
  test('there is no circle', () => {
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]): void => {
      expect(trail, [...trail, path].join(' → ')).not.toContain(path);
      if (done.has(path)) return;
      for (const one of importsOf(path)) {
        const target = fileOf(path, one);
        if (target !== null && one.when !== 'later') visit(target, [...trail, path]);
      }
      done.add(path);
    };
    for (const path of product) visit(path, []);
  });

  test('no name says nothing', () => {
    for (const path of FOLDERS.flatMap(codeIn))
      for (const part of path.replace(/(?:\.\w+)+$/, '').split('/')) expect(part, path).not.toMatch(REFUSED);
  });

  test.each(FOLDERS)(`no file of %s is above ${LONGEST} lines`, (folder) => {
    for (const path of codeIn(folder)) expect(linesOf(join(folder, path)), path).toBeLessThanOrEqual(LONGEST);
  });

  test('the median of the product is near 60 lines', () => {
    const lengths = product.map((path) => linesOf(join('src', path))).toSorted((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(75);
  });
});
