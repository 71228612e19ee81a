import { readFile } from 'node:fs/promises';
import { type CodeWords, type KnownActor, type Place, plain } from '../analyse/index.ts';
import { ACTOR_KINDS, Fault, type Interval, parseWhen } from '../record/index.ts';
import { sortedTable } from './sorted-table.ts';
import { readLines, readTable } from './table.ts';

const SORTS = ['name', 'demonym', 'capital', 'place'] as const;

/** Reads what actors are coded by; `own` is a user's file of the same columns as `known-actors.tsv`, and wins over it. */
export async function loadCodes(folder: URL, own?: string): Promise<CodeWords> {
  const [places, known, sectors, seats, political, owned] = await Promise.all([
    readTable(new URL('places.tsv', folder)),
    readTable(new URL('known-actors.tsv', folder)),
    readTable(new URL('sectors.tsv', folder)),
    readTable(new URL('seats.tsv', folder)),
    readLines(new URL('political-actors.tsv', folder)),
    own === undefined ? [] : readOwn(own),
  ]);
  const table = new Map(known.map(knownActor));
  for (const [name, actor] of bySurname(table)) table.set(name, actor);
  for (const [name, actor] of owned) table.set(name, actor);
  const dictionary = sortedTable(political);
  return {
    places: new Map(places.map(place)),
    known: { get: (name) => table.get(name) ?? politicalActor(dictionary.get(name)) },
    sectors: new Map(sectors.map(([word = '', sector = '']) => [word, sector])),
    countries: countryNames(places),
    seats: new Map(seats.map(([name = '', country = '']) => [plain(name), country])),
  };
}

function place([form = '', country = '', sort = '']: string[]): [string, Place] {
  const known = SORTS.find((name) => name === sort);
  if (known === undefined)
    throw new Error(`places.tsv: expected a sort (${SORTS.join(', ')}), found "${sort}" for "${form}"`);
  return [plain(form), { country, sort: known }];
}

/** Of a country's names the only one, or the one that its people's name is made of for the most part: "Russia", "Germany". */
export function countryNames(rows: readonly string[][]): Map<string, string> {
  const of = (wanted: string) =>
    Map.groupBy(
      rows.filter(([, , sort]) => sort === wanted).map(([form = '', country = '']) => ({ form, country })),
      ({ country }) => country,
    );
  const peoples = of('demonym');
  const chief = (country: string, names: readonly { form: string }[]): string | null => {
    if (names.length === 1) return names[0]?.form ?? null;
    const share = (name: string) =>
      Math.max(0, ...(peoples.get(country) ?? []).map(({ form }) => inCommon(name, form))) / name.length;
    const [most] = names.map(({ form }) => form).toSorted((a, b) => share(b) - share(a));
    return most === undefined || share(most) === 0 ? null : most;
  };
  return new Map(
    [...of('name')].flatMap(([country, names]) => {
      const name = chief(country, names);
      return name === null ? [] : [[country, name] as const];
    }),
  );
}

/** How many letters two names begin with alike. */
function inCommon(one: string, other: string): number {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count++;
  return count;
}

function knownActor([name = '', kind = '', country = '', sector = '', inOffice = '']: string[]): [
  string,
  KnownActor,
] {
  const known = ACTOR_KINDS.find((one) => one === kind);
  if (known === undefined)
    throw new Fault(
      'bad-actors',
      `expected a kind (${ACTOR_KINDS.join(', ')}) for "${name}", found "${kind}"`,
    );
  const terms = inOffice
    .split(' ')
    .filter((term) => term !== '')
    .map((term) => termOf(term) ?? noTerm(name, term));
  return [plain(name), { kind: known, country: country || null, sector: sector || null, inOffice: terms }];
}

/** What the dictionaries of political news have: whether a person or a body they do not say. */
function politicalActor(line: string | undefined): KnownActor | undefined {
  if (line === undefined) return undefined;
  const [country = '', sector = '', terms = ''] = line.split('\t');
  const inOffice = terms.split(' ').flatMap((term) => termOf(term) ?? []);
  return { kind: null, country: country || null, sector: sector || null, inOffice };
}

/** `2017-01/2021-01`, or `2017-01/` for who is in office. */
function termOf(text: string): Interval | null {
  const term = parseWhen(text.replace(/\/$/, '/..'));
  if (term?.kind !== 'interval' || term.from?.kind !== 'month') return null;
  return term.to === null || term.to.kind === 'month' ? term : null;
}

function noTerm(name: string, found: string): never {
  throw new Fault('bad-actors', `expected months such as 2017-01/2021-01 for "${name}", found "${found}"`);
}

/** A surname that only one known person has stands for that person, where it is long enough to be no word. */
function bySurname(table: ReadonlyMap<string, KnownActor>): Map<string, KnownActor> {
  const found = new Map<string, KnownActor | null>();
  for (const [name, actor] of table) {
    const surname = name.split(' ').at(-1) ?? '';
    if (actor.kind !== 'person' || !name.includes(' ') || surname.length < SHORTEST || COMMON.has(surname))
      continue;
    const other = found.get(surname);
    found.set(surname, other === undefined || other?.country === actor.country ? actor : null);
  }
  return new Map([...found].filter((entry): entry is [string, KnownActor] => entry[1] !== null));
}

const SHORTEST = 5;
/** Surnames of known persons that many others have. */
const COMMON = new Set(
  'johnson brown cameron clinton johnson carney martin castro gandhi singh sharif ahmed hassan hussein santos costa sanchez morales fernandez hernandez henry graham warren austin sullivan rice harris castillo correa moreno arce solberg conte salvini kishida banerjee shah ibrahim stubb andersson wallace kerry pence vance wilders'.split(
    ' ',
  ),
);

/** A user's table of actors: the columns of `known-actors.tsv`, tabs between, `#` before remarks. */
async function readOwn(path: string): Promise<[string, KnownActor][]> {
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new Fault('no-actors', `expected a table of actors at ${path}, found: ${cause.message}`, { cause });
  });
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const cells = line.split('\t').map((cell) => cell.trim());
    if (cells.length < 2 || cells.length > 5 || cells[0] === '')
      throw new Fault(
        'bad-actors',
        `${path}:${index + 1}: expected name, kind, country, sector and terms of office with tabs between, found ${cells.length} columns`,
      );
    try {
      return [knownActor(cells)];
    } catch (error) {
      if (error instanceof Fault) throw new Fault('bad-actors', `${path}:${index + 1}: ${error.message}`);
      throw error;
    }
  });
}
