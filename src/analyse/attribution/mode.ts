import type { Statement } from '../../record/index.ts';
import { fold } from '../../text/index.ts';
import type { NamedRule } from '../named-rule.ts';

/** What a verb usually is: its mode, and what is done by saying it. */
export type CueEntry = Pick<Statement, 'mode' | 'act'>;

/** The words that tell how something is attributed. */
export interface AttributionWords {
  /** Form of a word that attributes, of up to three words → what it usually is. */
  readonly cues: ReadonlyMap<string, CueEntry>;
  /** Nouns for documents and data. */
  readonly documents: ReadonlySet<string>;
  /** Nouns for offices, trades and relations, singular. */
  readonly roles: ReadonlySet<string>;
  /** Last words of names of bodies. */
  readonly bodies: ReadonlyMap<string, string>;
  /** Nouns that point back to something said: "the claim". */
  readonly pointers: ReadonlySet<string>;
}

/** What is asked of a statement to tell its mode. */
interface Asked {
  /** What its cue is: no words at all, what the lexicon has it for, a word for quoting, or none of these. */
  readonly cue: Statement['mode'] | 'none' | 'quoting' | 'unknown';
  /** Whether a document or data is the source. */
  readonly shows: boolean;
  /** Whether it stands in quotation marks. */
  readonly quoted: boolean;
}

export interface ModeRule extends NamedRule {
  readonly mode: Statement['mode'];
  readonly fits: (asked: Asked) => boolean;
}

const UNKNOWN_CUE: ModeRule = {
  name: 'unknown-cue',
  mode: 'held',
  example: 'The mayor is of the mind that the bridge is unsafe.',
  fits: () => true,
};

/**
 * Said, shown or held, by the first that fits. The cue's last verb decides; a document or data as the source shows what a
 * person would say. A cue that no list knows is said of a quotation, and most often a noun or an adjective of attitude.
 */
export const MODE_RULES: readonly ModeRule[] = [
  {
    name: 'a-document-says',
    mode: 'shown',
    example: 'The report says that the bridge is unsafe.',
    fits: ({ cue, shows, quoted }) => shows && !quoted && cue !== 'shown' && cue !== 'held',
  },
  {
    name: 'no-cue',
    mode: 'said',
    example: 'Long queues formed. “It is chaos out here on the bridge.” The rain went on.',
    fits: ({ cue }) => cue === 'none',
  },
  {
    name: 'cue-of-saying',
    mode: 'said',
    example: 'The mayor said that the bridge was unsafe.',
    fits: ({ cue }) => cue === 'said',
  },
  {
    name: 'cue-of-quoting',
    mode: 'said',
    example: 'According to the mayor, the bridge is unsafe.',
    fits: ({ cue }) => cue === 'quoting',
  },
  {
    name: 'cue-of-showing',
    mode: 'shown',
    example: 'The figures show that the bridge is unsafe.',
    fits: ({ cue, shows }) => cue === 'shown' && shows,
  },
  {
    name: 'cue-of-showing-by-somebody',
    mode: 'said',
    example: 'Mayor Edda Bream proved that the bridge was unsafe.',
    fits: ({ cue }) => cue === 'shown',
  },
  {
    name: 'cue-of-an-attitude',
    mode: 'held',
    example: 'The mayor believes that the bridge is unsafe.',
    fits: ({ cue }) => cue === 'held',
  },
  {
    name: 'unknown-cue-of-a-quotation',
    mode: 'said',
    example: '“The bridge is unsafe,” the motto of Mayor Edda Bream goes.',
    fits: ({ quoted }) => quoted,
  },
  UNKNOWN_CUE,
];

/** The rule that tells how something is attributed. */
export function modeOf(
  { source, cue, quoted }: { source: readonly string[]; cue: readonly string[]; quoted: boolean },
  words: Pick<AttributionWords, 'cues' | 'documents'>,
): ModeRule {
  const shows = source.some((text) => wordsOf(headOf(text)).some((word) => words.documents.has(word)));
  const asked = { cue: cueKind(cue.flatMap(wordsOf), words), shows, quoted };
  return MODE_RULES.find(({ fits }) => fits(asked)) ?? UNKNOWN_CUE;
}

const SAYS = new Set([
  'according',
  'per',
  'via',
  'cited',
  'citing',
  'quoted',
  'quoting',
  'reference',
  'referring',
]);

function cueKind(cue: readonly string[], words: Pick<AttributionWords, 'cues'>): Asked['cue'] {
  if (cue.length === 0) return 'none';
  return entryOf(cue, words)?.mode ?? (cue.some((word) => SAYS.has(word)) ? 'quoting' : 'unknown');
}

/** The longest entries of the lexicon: "hit back at". */
const LONGEST = 3;

/** What the lexicon says of the last words of a cue that it knows, the longest first. */
export function entryOf(cue: readonly string[], { cues }: Pick<AttributionWords, 'cues'>): CueEntry | null {
  for (let end = cue.length; end > 0; end--) {
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const found = cues.get(cue.slice(start, end).join(' '));
      if (found !== undefined) return found;
    }
    if (SAYS.has(cue[end - 1] ?? '')) return null;
  }
  return null;
}

/** A source without what follows its head: "a poll by the institute" is a poll, "the head of the survey" is not. */
function headOf(source: string): string {
  return source.split(/\s(?:of|by|from|in|on|for|at|with|who|which|that)\s|,/)[0] ?? source;
}

export function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}'’-]+/gu) ?? []).map(fold);
}
