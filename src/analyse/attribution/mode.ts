import type { Statement } from '../../record/index.ts';
import { fold } from '../../text/index.ts';

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

/**
 * Said, shown or held. A quotation in marks is said. Else the cue's last verb decides; a document or data as the source
 * shows what a person would say. A cue that no list knows is most often a noun or an adjective of attitude: held.
 */
export function modeOf(
  { source, cue, quoted }: { source: readonly string[]; cue: readonly string[]; quoted: boolean },
  words: Pick<AttributionWords, 'cues' | 'documents'>,
): Statement['mode'] {
  const shows = source.some((text) => wordsOf(headOf(text)).some((word) => words.documents.has(word)));
  const mode = modeOfCue(cue.flatMap(wordsOf), words);
  if (mode === 'said' || mode === null) {
    if (shows && !quoted) return 'shown';
    return mode ?? (quoted || cue.length === 0 ? 'said' : 'held');
  }
  return mode === 'shown' && !shows ? 'said' : mode;
}

const SAYS = new Set(['according', 'per', 'via', 'cited', 'citing', 'quoted', 'quoting']);

function modeOfCue(cue: readonly string[], words: Pick<AttributionWords, 'cues'>): Statement['mode'] | null {
  if (cue.length === 0) return 'said';
  return entryOf(cue, words)?.mode ?? (cue.some((word) => SAYS.has(word)) ? 'said' : null);
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
