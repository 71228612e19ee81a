import {
  type Abbreviations,
  type CueEntry,
  encoderTagger,
  type Kit,
  linearTagger,
  OFFICE_LISTS,
} from '../analyse/index.ts';
import { HOME } from '../home.ts';
import { ACTS, Fault, MODES } from '../record/index.ts';
import { loadCodes } from './codes.ts';
import { loadDeeds } from './deeds.ts';
import { encoderFiles, loadEncoderModel } from './encoder.ts';
import { fingerprintOf } from './fingerprint.ts';
import { checksumOf, linearFiles, loadLinearModel } from './model.ts';
import { loadPhrases } from './phrases.ts';
import { type Lookup, sortedTable } from './sorted-table.ts';
import { readLines, readTable } from './table.ts';
import type { TaggerName } from './taggers.ts';

const LEXICONS = new URL('lexicons/', HOME);

export interface KitOptions {
  readonly language?: string;
  /** Statements that the tagger is less sure of are left out: precision for recall. */
  readonly leastConfidence?: number | undefined;
  /** What reads the text; where none is named, the first that can be had. */
  readonly tagger?: TaggerName | undefined;
  /** A user's own table of actors: docs/format/actors.md. */
  readonly actors?: string | undefined;
}

/**
 * Reads the words and models from disk. Gives the kit that `analyse` is handed. Where no tagger is named the encoder reads,
 * or where its runtime or its model cannot be had the linear tagger, which `tell` hears of in one line.
 */
export async function loadKit(
  options: KitOptions = {},
  tell: (line: string) => void = () => {},
): Promise<Kit> {
  if (options.tagger !== undefined) return await kitWith(options.tagger, options);
  try {
    return await kitWith('encoder', options);
  } catch (error) {
    if (!(error instanceof Fault && NOT_TO_BE_HAD.includes(error.code))) throw error;
    tell(`the linear tagger reads in place of the encoder: ${error.message}`);
    return await kitWith('linear', options);
  }
}

const NOT_TO_BE_HAD = ['no-runtime', 'no-model', 'damaged-model'];

async function kitWith(
  name: TaggerName,
  { language = 'en', leastConfidence, actors }: KitOptions,
): Promise<Kit> {
  const lexicons = new URL(`${language}/`, LEXICONS);
  const [{ tagger, files }, words] = await Promise.all([
    LOADED[name](language, leastConfidence),
    loadWords(language, actors),
  ]);
  const models = [...files, deedWeights(language)].map(checksumOf);
  const fingerprint = await fingerprintOf({ lexicons, models, actors, leastConfidence });
  const kit = { ...words, tagger, fingerprint };
  return leastConfidence === undefined ? kit : { ...kit, leastConfidence };
}

/** How each tagger is loaded, and the files that decide what it finds. */
const LOADED = {
  encoder: async (language: string, leastConfidence: number | undefined) => ({
    tagger: encoderTagger(await loadEncoderModel(language), leastConfidence),
    files: encoderFiles(language),
  }),
  linear: async (language: string, leastConfidence: number | undefined) => ({
    tagger: linearTagger(await loadLinearModel(language), leastConfidence),
    files: linearFiles(language),
  }),
};

export const deedWeights = (language: string) => `${language}-plover/weights.tsv`;

/** The kit without its model. */
export async function loadWords(
  language = 'en',
  actors?: string,
): Promise<Omit<Kit, 'tagger' | 'fingerprint'>> {
  const rows = (name: string) => readTable(new URL(`${language}/${name}.tsv`, LEXICONS));
  const [
    cues,
    documents,
    pointers,
    roles,
    offices,
    epithets,
    bodies,
    givenNames,
    abbreviations,
    officePhrases,
    codes,
    deeds,
  ] = await Promise.all([
    rows('cues'),
    rows('documents'),
    rows('pointers'),
    rows('roles'),
    rows('offices'),
    rows('epithets'),
    rows('bodies'),
    givenNamesOf(language),
    loadAbbreviations(language),
    loadPhrases(new URL(`${language}/office-phrases.tsv`, LEXICONS), OFFICE_LISTS),
    loadCodes(new URL(`${language}/`, LEXICONS), actors),
    loadDeeds(new URL(`${language}/`, LEXICONS), deedWeights(language)),
  ]);
  return {
    abbreviations,
    words: {
      cues: new Map(cues.map(cueForm)),
      documents: setOf(documents),
      pointers: setOf(pointers),
      roles: setOf(roles),
      offices: new Map(offices.map(officeSort)),
      epithets: setOf(epithets),
      bodies: new Map(bodies.map(bodyKind)),
      givenNames,
      officePhrases,
      ...codes,
      ...deeds,
    },
  };
}

/** The large list of given names, and the frequent ones that it lacks. */
async function givenNamesOf(language: string): Promise<Lookup<'he' | 'she'>> {
  const read = async (name: string) =>
    sortedTable<'he' | 'she'>(await readLines(new URL(`${language}/${name}.tsv`, LEXICONS)));
  const [names, frequent] = await Promise.all([read('given-names'), read('given-names-frequent')]);
  const get = (name: string) => frequent.get(name) ?? names.get(name);
  return { get, has: (name) => get(name) !== undefined };
}

const setOf = (rows: readonly string[][]) => new Set(rows.map(([word = '']) => word));

/** Words that end in a full stop within a sentence. */
export async function loadAbbreviations(language = 'en'): Promise<Abbreviations> {
  const rows = await readTable(new URL(`${language}/abbreviations.tsv`, LEXICONS));
  return new Map(rows.map(([word = '', followed]) => [word, followed === 'number' ? 'number' : 'name']));
}

function cueForm([form = '', , mode = '', act = '']: string[]): [string, CueEntry] {
  const known = MODES.find((name) => name === mode);
  if (known === undefined)
    throw new Error(`cues.tsv: expected a mode (${MODES.join(', ')}), found "${mode}" for "${form}"`);
  const does = ACTS.find((name) => name === act);
  if (does === undefined)
    throw new Error(`cues.tsv: expected an act (${ACTS.join(', ')}), found "${act}" for "${form}"`);
  return [form, { mode: known, act: does }];
}

const OFFICE_SORTS = ['government', 'any', 'body', 'place'] as const;

function officeSort([office = '', sort = '']: string[]): [string, (typeof OFFICE_SORTS)[number]] {
  const known = OFFICE_SORTS.find((name) => name === sort);
  if (known === undefined)
    throw new Error(
      `offices.tsv: expected a sort (${OFFICE_SORTS.join(', ')}), found "${sort}" for "${office}"`,
    );
  return [office, known];
}

const BODY_KINDS = ['government', 'organization', 'outlet'] as const;

function bodyKind([word = '', kind = '']: string[]): [string, (typeof BODY_KINDS)[number]] {
  const known = BODY_KINDS.find((name) => name === kind);
  if (known === undefined)
    throw new Error(`bodies.tsv: expected a kind (${BODY_KINDS.join(', ')}), found "${kind}" for "${word}"`);
  return [word, known];
}
