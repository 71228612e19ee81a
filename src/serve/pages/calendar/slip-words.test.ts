import { expect, test } from 'vitest';
import { slipWords } from './slip-words.ts';

/** Its words, with what is struck out between tildes. */
const shown = async (dates: readonly (string | null)[], now: string | null) =>
  String(
    await slipWords(
      dates.map((when) => ({ when })),
      now,
    ),
  )
    .replaceAll(/<\/?s>/g, '~')
    .replaceAll(/<[^>]+>/g, '');

test('former dates are struck out in their order, and the one that stands comes last', async () => {
  expect(await shown(['2031-05-02', '2031-05-16', '2031-06-10'], '2031-06-10')).toBe(
    '~2 May~ → ~16 May~ → Tue, 10 June 2031',
  );
  expect(await shown(['2031-06-10'], '2031-06-10')).toBe('Tue, 10 June 2031');
});

test('a date that another confirms is told once, and one that was none not at all', async () => {
  expect(await shown(['2031-05-02', '2031-05-02', null, '2031-06-10'], '2031-06-10')).toBe(
    '~2 May~ → Tue, 10 June 2031',
  );
});

test('where no date stands, it is open, and a former year is told', async () => {
  expect(await shown(['2031-05-02', '2031-06-10', null], null)).toBe(
    '~2 May~ → ~Tue, 10 June 2031~ → date open',
  );
  expect(await shown(['2030-12-30', '2031-01-02'], '2031-01-02')).toBe(
    '~Mon, 30 December 2030~ → Thu, 2 January 2031',
  );
  expect(await shown([], null)).toBe('date open');
});
