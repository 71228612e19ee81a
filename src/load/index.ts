import { type Abbreviations, type AttributionWords, type Kit, linearTagger } from '../analyse/index.ts';
import { MODES } from '../record/index.ts';
import { loadLinearModel } from './model.ts';
import { readTable } from './table.ts';

const LEXICONS = new URL('../../lexicons/', import.meta.url);

export interface KitOptions {
  readonly language?: string;
  /** Statements that the tagger is less sure of are left out: precision for recall. */
  readonly leastConfidence?: number | undefined;
}

/** Reads the words and models from disk. Gives the kit that `analyse` is handed. */
export async function loadKit({ language = 'en', leastConfidence }: KitOptions = {}): Promise<Kit> {
  const [words, model] = await Promise.all([loadWords(language), loadLinearModel(language)]);
  const tagger = linearTagger(model, leastConfidence);
  return leastConfidence === undefined ? { ...words, tagger } : { ...words, tagger, leastConfidence };
}

/** The kit without its model. */
export async function loadWords(language = 'en'): Promise<Omit<Kit, 'tagger'>> {
  const rows = (name: string) => readTable(new URL(`${language}/${name}.tsv`, LEXICONS));
  const [cues, documents, pointers, abbreviations] = await Promise.all([
    rows('cues'),
    rows('documents'),
    rows('pointers'),
    loadAbbreviations(language),
  ]);
  return {
    abbreviations,
    words: { cues: new Map(cues.map(cueForm)), documents: setOf(documents), pointers: setOf(pointers) },
  };
}

const setOf = (rows: readonly string[][]) => new Set(rows.map(([word = '']) => word));

/** Words that end in a full stop within a sentence. */
export async function loadAbbreviations(language = 'en'): Promise<Abbreviations> {
  const rows = await readTable(new URL(`${language}/abbreviations.tsv`, LEXICONS));
  return new Map(rows.map(([word = '', followed]) => [word, followed === 'number' ? 'number' : 'name']));
}

type CueForm = AttributionWords['cues'] extends ReadonlyMap<string, infer Form> ? Form : never;

function cueForm([form = '', , mode = '']: string[]): [string, CueForm] {
  const known = MODES.find((name) => name === mode);
  if (known === undefined)
    throw new Error(`cues.tsv: expected a mode (${MODES.join(', ')}), found "${mode}" for "${form}"`);
  return [form, { mode: known }];
}
