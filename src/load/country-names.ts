import { HOME } from '../home.ts';
import { countryNames } from './codes.ts';
import { readTable } from './table.ts';

/** The names of countries by their codes, for people to read. */
export async function loadCountryNames(language = 'en'): Promise<ReadonlyMap<string, string>> {
  const rows = await readTable(new URL(`lexicons/${language}/places.tsv`, HOME));
  return new Map([
    // Of a country with several names that no people's name tells apart, the first.
    ...rows
      .filter(([, , sort]) => sort === 'name')
      .map(([form = '', code = '']) => [code, form] as const)
      .toReversed(),
    ...countryNames(rows),
  ]);
}
