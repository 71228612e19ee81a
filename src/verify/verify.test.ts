import { describe, expect, test } from 'vitest';
import { reportOf } from '../../test/reports.ts';
import { analyse, findQuotations } from '../analyse/index.ts';
import { loadKit } from '../load/index.ts';
import { holds } from '../text/index.ts';
import { type Difference, refuseQuotation, verifyQuotation } from './index.ts';
import { CASES, REPORTS } from './verify.cases.ts';

const kit = await loadKit({ tagger: 'linear' });
const reports = REPORTS.map(({ text, outlet, published }) => reportOf(text, { outlet, published }));
const searched = (await analyse(reports, kit)).map(({ report, statements }) => ({
  report,
  statements,
  quotations: findQuotations(report.text, report.blocks),
  added: '2031-03-01T00:00:00Z',
}));
const verify = (quotation: string, by: string | null = null) =>
  verifyQuotation(quotation, searched, { by, reports: searched.length });

const SIGNS = { same: ['', ''], asked: ['[-', '-]'], told: ['{+', '+}'] } as const;
const written = (difference: readonly Difference[]) =>
  difference.map(({ kind, text }) => SIGNS[kind][0] + text + SIGNS[kind][1]).join(' ');

describe('a quotation', () => {
  test.each(CASES)('$quotation → $verdict', ({ quotation, verdict, but, difference, reports: places }) => {
    const found = verify(quotation);
    const [best] = found.places;
    expect({
      verdict: found.verdict,
      but: best?.but.toSorted() ?? [],
      difference: written(best?.difference ?? []),
    }).toEqual({
      verdict,
      but: but?.toSorted() ?? [],
      difference: difference ?? '',
    });
    expect(found.places.filter((place) => place.verdict === verdict)).toHaveLength(places ?? 0);
    for (const { report, span } of found.places) expect(holds(report.text, span)).toBe(true);
  });

  test('without words, or longer than any, is refused', () => {
    expect(refuseQuotation(' “…” ')).toMatch(/expected a quotation with words/);
    expect(refuseQuotation('[all in brackets]')).toMatch(/expected a quotation with words/);
    expect(refuseQuotation('word '.repeat(401))).toMatch(/at most 400 words/);
    expect(refuseQuotation('one')).toBeNull();
  });

  test('is found in a long report without a table of its whole length', () => {
    const long = reportOf(
      `${'The weather was as it is in spring. '.repeat(8000)}“We have all the time that the treaty gives us.”`,
    );
    const place = verifyQuotation(
      'all the time that the treaty gives us',
      [{ report: long, statements: [], quotations: findQuotations(long.text, long.blocks), added: null }],
      { reports: 1 },
    );
    expect(place.verdict).toBe('exact');
  });
});
