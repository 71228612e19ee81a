import { describe, expect, test } from 'vitest';
import { entryOf } from '../ledger/ledger.contract.ts';
import { citationsOf } from './citation.ts';
import { cslItem } from './csl.ts';
import type { Cited } from './told.ts';

const TEXT = 'Pier “stays” & {tolls} 5% up\n\nMayor Mina Pell came. “The pier will stay,” she said.';

async function cited(given: Parameters<typeof entryOf>[1] = {}): Promise<Cited> {
  const { record } = await entryOf(TEXT, given);
  const statement = record.statements.find(({ kind }) => kind === 'direct');
  if (statement === undefined) throw new Error('expected a quotation');
  return { statement, report: record.report };
}

const GIVEN = { url: 'https://a.example/pier', outlet: 'The Echo', published: '2031-02-06' };
const styles = (one: Cited) => Object.fromEntries(citationsOf(one).map(({ id, text }) => [id, text]));

describe('a citation', () => {
  test('says in every style who, where and when, and never gives an inferred speaker for a stated one', async () => {
    const { plain, note, reference, bibtex } = styles(await cited(GIVEN));
    expect(plain).toContain('Mina Pell (inferred; the text has “she”): “The pier will stay,”. Pier “stays”');
    expect(plain).toMatch(/sha256:[0-9a-f]{64}$/);
    expect(note).toBe(
      'Mina Pell (inferred; the text has “she”), quoted in “Pier ‘stays’ & {tolls} 5% up,” The Echo, February 6, 2031, https://a.example/pier: “The pier will stay,”',
    );
    expect(reference).toBe(
      'The Echo. (2031, February 6). Pier “stays” & {tolls} 5% up. https://a.example/pier',
    );
    expect(bibtex).toContain('title = {Pier “stays” \\& \\{tolls\\} 5\\% up}');
    expect(bibtex).toContain('date = {2031-02-06}');
  });

  test('of a report without outlet, date or address says so and leaves out what is not known', async () => {
    const one = await cited();
    const { note, reference, bibtex } = styles(one);
    expect(note).toContain('outlet not known, date not known');
    expect(reference).toContain('Author not known. (n.d.)');
    expect(bibtex).not.toContain('date =');
    expect(Object.keys(cslItem(one))).toEqual(['id', 'type', 'title', 'note']);
  });

  test('for programs is an item of CSL-JSON', async () => {
    expect(cslItem(await cited(GIVEN))).toMatchObject({
      type: 'article-newspaper',
      'container-title': 'The Echo',
      issued: { 'date-parts': [[2031, 2, 6]] },
      URL: 'https://a.example/pier',
    });
  });
});
