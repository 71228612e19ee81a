/**
 * Packs the dictionaries of PETRARCH2 (names in capitals, other forms, CAMEO code, from, until; one office a line) into a
 * lexicon that is looked up without being read: `node tools/pack-political-actors.ts phoenix.tsv`. Writes
 * `lexicons/en/political-actors.tsv`: names as they are looked up, in order, with country, sector and terms of office.
 * Names of one word are left out, since most are words or others' names too; and what says nothing of whom it is.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { plain } from '../src/analyse/index.ts';

/** The last year that the dictionaries know: who was in office then has a term until its end, as far as they tell. */
const LAST = '2015-12';
const MOST_WORDS = 6;
/** CAMEO's roles as PLOVER's sectors, the first that a code has. */
const SECTORS: readonly (readonly [role: string, sector: string])[] = [
  ['GOVJUD', 'JUD'],
  ['GOVLEG', 'LEG'],
  ['GOVCOP', 'COP'],
  ['GOV', 'GOV'],
  ['MIL', 'MIL'],
  ['LEG', 'LEG'],
  ['JUD', 'JUD'],
  ['COP', 'COP'],
  ['SPY', 'SPY'],
  ['REB', 'REB'],
  ['OPP', 'OPP'],
  ['PTY', 'PTY'],
  ['ELI', 'ELI'],
  ['MED', 'JRN'],
  ['EDU', 'EDU'],
  ['BUS', 'BUS'],
];
/** Codes of domains, which stand where a country's would, and what they are a sector of. */
const DOMAINS: Readonly<Record<string, string>> = { NGO: 'NGO', NGM: 'NGO', MNC: 'BUS', IGO: '', IMG: 'REB' };

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('expected the table of the dictionaries');
  process.exit(2);
}
const folder = new URL('../lexicons/en/', import.meta.url);
const rowsOf = async (file: string | URL) =>
  (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

const places = await rowsOf(new URL('places.tsv', folder));
const countries = new Set(places.map(([, country = '']) => country));
const taken = new Set(
  [...places, ...(await rowsOf(new URL('known-actors.tsv', folder)))].map(([name = '']) => plain(name)),
);
const generic = new Set(
  (
    await Promise.all(
      ['bodies.tsv', 'roles.tsv', 'documents.tsv'].map((name) => rowsOf(new URL(name, folder))),
    )
  )
    .flat()
    .map(([word = '']) => word),
);
for (const word of 'the of and for national state federal supreme central foreign defense defence security city united international public general royal interior finance justice health education people peoples'.split(
  ' ',
))
  generic.add(word);

const actors = new Map<string, { country: string; sector: string; terms: string[] } | null>();
for (const [name = '', others = '', code = '', from = '', until = ''] of await rowsOf(path)) {
  const { country, sector } = readCode(code);
  if (country === '' && sector === '') continue;
  const term = from === '' ? [] : [`${from}/${until || LAST}`];
  for (const form of [name, ...others.split('|')]) {
    const key = plain(form.trim());
    const words = key.split(' ');
    if (!isTelling(key, words)) continue;
    const known = actors.get(key);
    // Two of one name are nobody's.
    if (known === null || (known !== undefined && known.country !== country)) actors.set(key, null);
    else if (known === undefined) actors.set(key, { country, sector, terms: term });
    else {
      known.terms.push(...term);
      if (known.sector !== sector && sector === 'GOV') known.sector = sector;
    }
  }
}

function isTelling(key: string, words: readonly string[]): boolean {
  return (
    words.length > 1 &&
    words.length <= MOST_WORDS &&
    /^[a-z][a-z' -]+$/.test(key) &&
    !taken.has(key) &&
    words.some((word) => !generic.has(word))
  );
}

function readCode(code: string): { country: string; sector: string } {
  const [first, rest] = [code.slice(0, 3), code.slice(3)];
  const domain = DOMAINS[first];
  if (domain !== undefined) {
    const inner = rest.match(/.{3}/g) ?? [];
    const own = inner.find((part) => countries.has(part)) ?? (first === 'IGO' ? 'IGO' : '');
    return { country: own, sector: domain };
  }
  if (!countries.has(first)) return { country: '', sector: '' };
  return { country: first, sector: SECTORS.find(([role]) => rest.startsWith(role))?.[1] ?? '' };
}

const lines = [...actors]
  .flatMap(([key, actor]) =>
    actor === null
      ? []
      : [[key, actor.country, actor.sector, [...new Set(actor.terms)].toSorted().join(' ')].join('\t')],
  )
  .toSorted((a, b) => (a.slice(0, a.indexOf('\t')) < b.slice(0, b.indexOf('\t')) ? -1 : 1));
const head = [
  '# Actors of political news until 2014: name as it is looked up, country, sector (PLOVER), terms of office (months).',
  '# Source: PETRARCH2 dictionaries (Countries, International, MilNonState), Open Event Data Alliance, by tools/pack-political-actors.ts. Licence: MIT, (c) 2014 Open Event Data.',
  '# Belongs in: what the dictionaries name in two words or more. Does not belong in: anything by hand; known-actors.tsv wins over it.',
];
await writeFile(new URL('political-actors.tsv', folder), `${[...head, ...lines].join('\n')}\n`);
console.log(`${lines.length} names`);
