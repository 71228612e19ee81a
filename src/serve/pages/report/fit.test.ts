import { describe, expect, test } from 'vitest';
import { fitNotes, type RowSize } from './fit.ts';

const row = (characters: number, notes: number[] = [], flags: number[] = []): RowSize => ({
  kind: 'paragraph',
  characters,
  notes,
  flags,
});

describe('notes beside a paragraph', () => {
  test('are whole where they fit', () => {
    expect(fitNotes([row(180, [3])])).toEqual([{ flags: [], notes: [true], shown: 1, hangs: false }]);
  });

  test('are folded from the last on where they do not', () => {
    const [fit] = fitNotes([row(180, [2, 2, 2])]);
    expect(fit?.notes).toEqual([true, false, false]);
  });

  test('reach beside what follows without notes, and no further', () => {
    const [first] = fitNotes([row(60, [3, 3]), row(200), row(100, [2])]);
    expect(first).toEqual({ flags: [], notes: [true, true], shown: 2, hangs: true });
    const [alone] = fitNotes([row(60, [3, 3]), row(200, [2])]);
    expect(alone?.notes).toEqual([false, false]);
  });

  test('that are too many even as lines are gathered behind one', () => {
    const [fit] = fitNotes([
      row(
        60,
        Array.from({ length: 60 }, () => 3),
      ),
    ]);
    expect(fit?.shown).toBe(1);
    expect(fit?.hangs).toBe(false);
    expect(fit?.notes.every((one) => !one)).toBe(true);
  });

  test('give way to a flag, which is folded last', () => {
    const [fit] = fitNotes([row(240, [3, 3], [3])]);
    expect(fit?.flags).toEqual([true]);
    expect(fit?.notes.at(-1)).toBe(false);
  });

  test('of nothing are none', () => {
    expect(fitNotes([])).toEqual([]);
    expect(fitNotes([row(0)])).toEqual([{ flags: [], notes: [], shown: 0, hangs: false }]);
  });
});
