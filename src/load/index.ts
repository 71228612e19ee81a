import { type CueForm, type Kit, linearTagger, ruleTagger } from '../analyse/index.ts';
import { MODES } from '../record/index.ts';
import { loadLinearModel } from './model.ts';
import { readTable } from './table.ts';

const LEXICONS = new URL('../../lexicons/', import.meta.url);
const FRAMES = ['clause', 'object', 'infinitive'] as const;

export interface KitOptions {
  readonly language?: string;
  readonly tagger?: 'linear' | 'rules';
  /** Statements that the tagger is less sure of are left out: precision for recall. */
  readonly leastConfidence?: number | undefined;
}

/** Reads the words and models from disk. Gives the kit that `analyse` is handed. */
export async function loadKit({
  language = 'en',
  tagger = 'linear',
  leastConfidence,
}: KitOptions = {}): Promise<Kit> {
  const [cueRows, abbreviations, documents] = await Promise.all(
    ['cues', 'abbreviations', 'documents'].map((name) =>
      readTable(new URL(`${language}/${name}.tsv`, LEXICONS)),
    ),
  );
  const cues = new Map((cueRows ?? []).map(cueForm));
  return {
    tagger:
      tagger === 'rules' ? ruleTagger(cues) : linearTagger(await loadLinearModel(language), leastConfidence),
    modes: { cues, documents: new Set((documents ?? []).map(([word = '']) => word)) },
    abbreviations: new Map(
      (abbreviations ?? []).map(([word = '', followed]) => [word, followed === 'number' ? 'number' : 'name']),
    ),
  };
}

function cueForm([form = '', lemma = '', mode = '', takes = '']: string[]): [string, CueForm] {
  const known = MODES.find((name) => name === mode);
  if (known === undefined)
    throw new Error(`cues.tsv: expected a mode (${MODES.join(', ')}), found "${mode}" for "${form}"`);
  const words = takes.split(' ');
  return [form, { lemma, mode: known, takes: new Set(FRAMES.filter((frame) => words.includes(frame))) }];
}
