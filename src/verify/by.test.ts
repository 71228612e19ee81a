import { describe, expect, test } from 'vitest';
import { reportOf } from '../../test/reports.ts';
import { analyse, findQuotations } from '../analyse/index.ts';
import { loadKit } from '../load/index.ts';
import { hadByAnother, verifyQuotation } from './index.ts';

const kit = await loadKit({ tagger: 'linear' });

interface Told {
  readonly text: string;
  readonly published?: string;
  readonly added?: string;
}

async function verify(quotation: string, by: string | null, told: readonly Told[]) {
  const reports = told.map(({ text, published }) =>
    reportOf(text, { published: published ?? null, outlet: null }),
  );
  const searched = (await analyse(reports, kit)).map(({ report, statements }, index) => ({
    report,
    statements,
    quotations: findQuotations(report.text, report.blocks),
    added: told[index]?.added ?? null,
  }));
  return verifyQuotation(quotation, searched, { by, reports: told.length });
}

const TOLLS = '“The tolls are a tax on patience,”';

describe('who says the words of a place', () => {
  const by = async (name: string, text: string) =>
    (await verify('The tolls are a tax on patience', name, [{ text: `Tolls\n\n${text}` }])).places[0]?.by;

  test('differs from whom is asked for where the text itself names another', async () => {
    expect(await by('Beck', `Tomas Beck listened. ${TOLLS} Greta Lindqvist said.`)).toEqual({
      answer: 'differs',
      source: 'Greta Lindqvist',
      how: 'stated',
      rule: 'name-in-source',
      others: [],
    });
    expect(await by('Greta Lindqvist', `${TOLLS} Ms Lindqvist said.`)).toMatchObject({ answer: 'matches' });
  });

  test('contradicts nobody where a rule inferred it, and tells the rule', async () => {
    const text = `Greta Lindqvist opened the meeting. ${TOLLS} she said.`;
    const inferred = {
      source: 'Greta Lindqvist',
      how: 'inferred',
      rule: expect.stringMatching(/^pronoun-of-/),
    };
    expect(await by('Tomas Beck', text)).toMatchObject({ answer: 'unclear', ...inferred });
    expect(await by('Lindqvist', text)).toMatchObject({ answer: 'matches', ...inferred });
  });

  test('tells who came second', async () => {
    const text = `Greta Lindqvist opened the meeting with Anna Rane. ${TOLLS} she said.`;
    expect(await by('Beck', text)).toMatchObject({
      answer: 'unclear',
      source: 'Greta Lindqvist',
      others: [{ name: 'Anna Rane', why: 'was named last' }],
    });
  });

  test('is nobody else where the text only describes somebody, or is silent', async () => {
    expect(await by('Beck', `${TOLLS} the minister said.`)).toMatchObject({
      answer: 'unclear',
      source: 'the minister',
      how: 'stated',
    });
    expect(await by('Beck', `${TOLLS} a spokesman for Beck said.`)).not.toMatchObject({ answer: 'matches' });
    expect(await by('the minister', `${TOLLS} a minister said.`)).toMatchObject({ answer: 'matches' });
    expect(await by('Beck', 'A wall of the hall bears the words “The tolls are a tax on patience”.')).toEqual(
      {
        answer: 'unclear',
        source: null,
        how: null,
        rule: null,
        others: [],
      },
    );
  });
});

describe('the earliest', () => {
  const named = (name: string, day = '') => `Tolls\n\n${TOLLS} ${name} said${day}.`;
  const earliest = async (told: readonly Told[], name: string | null = null) => {
    const verdict = await verify('The tolls are a tax on patience', name, told);
    const at = (place: (typeof verdict)['earliest']) =>
      told.findIndex(
        ({ text, published }) =>
          place?.report.text === text && place.report.published === (published ?? null),
      );
    return { earliest: at(verdict.earliest), first: at(verdict.first), another: at(hadByAnother(verdict)) };
  };

  test('is by the day of saying before the day of publication', async () => {
    const told = [
      { text: named('Greta Lindqvist', ' on Thursday'), published: '2031-05-16' },
      { text: named('Greta Lindqvist', ' on Tuesday'), published: '2031-05-17' },
    ];
    expect(await earliest(told)).toMatchObject({ earliest: 1 });
  });

  test('is by the day of publication where both or neither are dated, at whichever hour and zone', async () => {
    const told = [
      { text: named('Greta Lindqvist'), published: '2031-05-16T01:00:00+02:00' },
      { text: `${named('Greta Lindqvist')} It rained.`, published: '2031-05-16T00:30:00Z' },
      { text: `${named('Greta Lindqvist')} It snowed.`, published: '2031-05' },
      { text: `${named('Greta Lindqvist')} It blew.` },
    ];
    expect(await earliest(told)).toMatchObject({ earliest: 0 });
    expect(await earliest(told.toReversed())).toMatchObject({ earliest: 3 });
  });

  test('is by the moment of adding where no day is known', async () => {
    const told = [
      { text: named('Greta Lindqvist'), added: '2031-05-16T10:00:00.000Z' },
      { text: `${named('Greta Lindqvist')} It rained.`, added: '2031-05-16T09:00:00.000Z' },
    ];
    expect(await earliest(told)).toMatchObject({ earliest: 1 });
  });

  test('counts exact and near words alike', async () => {
    const told = [
      { text: named('Greta Lindqvist'), published: '2031-05-17' },
      { text: named('Greta Lindqvist').replace('tolls are', 'tolls, are'), published: '2031-05-16' },
    ];
    expect(await earliest(told)).toMatchObject({ earliest: 1, first: 1 });
  });

  test('is of the person asked for, and whoever had the words before is told where the text names another', async () => {
    const told = [
      { text: named('Greta Lindqvist'), published: '2031-05-12' },
      { text: named('Tomas Beck'), published: '2031-05-17' },
      { text: `${named('Tomas Beck')} It rained.`, published: '2031-05-16' },
    ];
    expect(await earliest(told, 'Beck')).toEqual({ earliest: 2, first: 0, another: 0 });
    expect(await earliest(told)).toEqual({ earliest: 0, first: 0, another: -1 });
    expect(await earliest(told, 'Lindqvist')).toEqual({ earliest: 0, first: 0, another: -1 });
  });

  test('accuses nobody on an inferred name', async () => {
    const told = [
      { text: `Tolls\n\nGreta Lindqvist opened the meeting. ${TOLLS} she said.`, published: '2031-05-12' },
      { text: named('Tomas Beck'), published: '2031-05-17' },
    ];
    expect(await earliest(told, 'Beck')).toEqual({ earliest: 1, first: 0, another: -1 });
  });
});
