import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const FOLDER = new URL('../lexicons/', import.meta.url);
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.tsv'),
);

describe('lexicons', () => {
  test.each(files)('%s has a header with source and licence, and sorted rows without doubles', (path) => {
    const lines = readFileSync(new URL(path, FOLDER), 'utf8').split('\n');
    expect(lines.pop()).toBe('');
    const header = lines.filter((line) => line.startsWith('#')).join('\n');
    for (const said of ['Source:', 'Licence:', 'Belongs in:', 'Does not belong in:'])
      expect(header).toContain(said);
    const rows = lines.filter((line) => !line.startsWith('#'));
    expect(rows).toEqual(rows.toSorted((a, b) => (a < b ? -1 : 1)));
    const forms = rows.map((row) => row.split('\t')[0]);
    expect(new Set(forms).size).toBe(forms.length);
    const width = rows[0]?.split('\t').length;
    for (const row of rows) expect(row.split('\t'), row).toHaveLength(width ?? 0);
  });

  test('a given name goes with he or she', () => {
    const lines = readFileSync(new URL('en/given-names.tsv', FOLDER), 'utf8').trim().split('\n');
    const rows = lines.filter((line) => !line.startsWith('#'));
    expect(rows.length).toBeGreaterThan(1000);
    expect(rows.filter((row) => !/^\S+\t(?:he|she)$/.test(row))).toEqual([]);
  });
});
