import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportOf } from '../../../../test/reports.ts';
import { loadAbbreviations } from '../../../load/index.ts';
import { layOut } from '../../layout.ts';
import { MARKED, windowsOf } from './windows.ts';
import { wordPieces } from './word-pieces.ts';

const abbreviations = await loadAbbreviations();
const pieces = wordPieces(['[PAD]', '[UNK]', '[CLS]', '[SEP]']);
const windows = (text: string) => windowsOf(layOut(reportOf(text), abbreviations), pieces);

test('every word of every block stands in one window, once and in order', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 400 }), { maxLength: 12 }), (blocks) => {
      const layout = layOut(reportOf(['The bridge is shut.', ...blocks].join('\n\n')), abbreviations);
      const read = windowsOf(layout, pieces).flatMap(({ stretches }) =>
        stretches.flatMap(({ block, first, last }) => block.tokens.slice(first, last)),
      );
      expect(read).toEqual(layout.blocks.flatMap(({ tokens }) => tokens));
    }),
  );
});

test('a window has a piece, a shape and a mark for each place, and its words their first pieces', () => {
  for (const { ids, shapes, marks, heads, sentences } of windows('He said: “We will not pay.” She left.')) {
    expect([shapes.length, marks.length, sentences.length]).toEqual([ids.length, ids.length, heads.length]);
    expect(heads.map((place) => marks[place])).toContain(MARKED.opening);
    expect(heads.map((place) => marks[place])).toContain(MARKED.closing);
  }
});

test('a very long block is cut between sentences', () => {
  const [first] = windows('The bridge is closed to lorries until May. '.repeat(60)).flatMap(
    ({ stretches }) => stretches,
  );
  expect(first?.block.tokens[(first?.last ?? 1) - 1]?.text).toBe('.');
});

test('no window outgrows the places of the encoder, whatever its words are', () => {
  const long = `${'a.b-'.repeat(600)} said so. `;
  for (const { ids } of windows(`${long.repeat(40)}\n\nHe said:\n\n“${'x-'.repeat(3000)}”`))
    expect(ids.length).toBeLessThan(512);
});

test('a line that introduces a quotation is read with it', () => {
  const [first] = windows('The mayor said this to them:\n\n“We will not pay.”').flatMap(
    ({ stretches }) => stretches,
  );
  expect(first?.block.tokens.map(({ text }) => text)).toContain('pay');
});
