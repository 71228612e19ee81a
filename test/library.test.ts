import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { examplesIn, libraryPage, printed, withInstalled } from '../tools/docs/library.ts';
import { fileOf, importsOf, product, ROOT } from './source-code.ts';

const page = await libraryPage();

describe('docs/guide/library.md', () => {
  test('every example prints what stands there (npm run docs)', { timeout: 120_000 }, async () => {
    expect(examplesIn(page).length).toBeGreaterThan(8);
    expect(await printed(page)).toBe(page);
  });

  test('every example is as the package’s types have it', { timeout: 120_000 }, async () => {
    await withInstalled(async (folder) => {
      mkdirSync(join(folder, 'node_modules/@types'));
      for (const name of ['@types/node', 'undici-types', 'zod'])
        symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
      const files = examplesIn(page).map((code, nth) => {
        writeFileSync(join(folder, `example-${nth + 1}.ts`), code);
        return `example-${nth + 1}.ts`;
      });
      const options = [
        '--noEmit',
        '--strict',
        '--module',
        'nodenext',
        '--target',
        'esnext',
        '--types',
        'node',
      ];
      const { stdout } = spawnSync(
        process.execPath,
        [join(ROOT, 'node_modules/typescript/bin/tsc'), ...options, ...files],
        { cwd: folder, encoding: 'utf8' },
      );
      expect(stdout).toBe('');
    });
  });

  test('it names every function and method of the entry', () => {
    for (const name of ['read', 'readAll', 'open', 'verify', 'check']) expect(page).toContain(`${name}(`);
    for (const name of ['add', 'find', 'who', 'positions', 'calendar', 'report', 'close', 'addIssue'])
      expect(page).toContain(`ledger.${name}(`);
  });
});

test('the entry loads words, models, readers and the ledger only when they are asked for', () => {
  const loaded = new Set<string>();
  const visit = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const one of importsOf(path)) {
      const target = fileOf(path, one);
      if (one.when === 'at once' && target !== null) visit(target);
    }
  };
  visit('node/index.ts');
  const others = [...loaded].filter((path) => !/^(?:node|record|text)\//.test(path));
  expect(others.toSorted()).toEqual(['ingest/given.ts', 'ledger/search/asks.ts']);
});

const manifest = z
  .object({ exports: z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())])) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
const packed = z.array(z.object({ files: z.array(z.object({ path: z.string() })) }));

test('the packed package has every file that its entries name, and all that onrecord/node loads', () => {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const [own] = packed.parse(JSON.parse(stdout));
  const paths = new Set(own?.files.map(({ path }) => path));
  const named = Object.values(manifest.exports).flatMap((one) =>
    typeof one === 'string' ? [one] : Object.values(one),
  );
  const compiled = product.map((path) => `./dist/${path.replace(/\.ts$/, '.js')}`);
  const data = [
    './lexicons/en/cues.tsv',
    './models/en-linear/linear.bin.zst',
    './examples/reports/11-growers.txt',
  ];
  for (const path of [...named, ...compiled, ...data]) expect(paths, path).toContain(path.slice(2));
});
