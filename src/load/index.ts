import { type CueForm, type Kit, ruleTagger } from '../analyse/index.ts';
import { MODES } from '../record/index.ts';
import { readTable } from './table.ts';

const LEXICONS = new URL('../../lexicons/', import.meta.url);
const FRAMES = ['clause', 'object', 'infinitive'] as const;

/** Reads the words and models from disk. Gives the kit that `analyse` is handed. */
export async function loadKit(language = 'en'): Promise<Kit> {
  const [cues, abbreviations] = await Promise.all(
    ['cues', 'abbreviations'].map((name) => readTable(new URL(`${language}/${name}.tsv`, LEXICONS))),
  );
  return {
    tagger: ruleTagger(new Map((cues ?? []).map(cueForm))),
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
