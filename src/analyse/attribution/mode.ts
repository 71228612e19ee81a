import type { Statement } from '../../record/index.ts';
import { fold } from '../../text/index.ts';

/** The words that tell how something is attributed. */
export interface AttributionWords {
  /** Form of a verb, of one or two words → its mode. */
  readonly cues: ReadonlyMap<string, { readonly mode: Statement['mode'] }>;
  /** Nouns for documents and data. */
  readonly documents: ReadonlySet<string>;
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

function modeOfCue(
  cue: readonly string[],
  { cues }: Pick<AttributionWords, 'cues'>,
): Statement['mode'] | null {
  if (cue.length === 0) return 'said';
  for (let last = cue.length - 1; last >= 0; last--) {
    const word = cue[last] ?? '';
    const pair = cues.get(`${word} ${cue[last + 1] ?? ''}`);
    const found = pair ?? cues.get(word);
    if (found !== undefined) return found.mode;
    if (SAYS.has(word)) return 'said';
  }
  return null;
}

/** A source without what follows its head: "a poll by the institute" is a poll, "the head of the survey" is not. */
function headOf(source: string): string {
  return source.split(/\s(?:of|by|from|in|on|for|at|with|who|which|that)\s|,/)[0] ?? source;
}

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}'’-]+/gu) ?? []).map(fold);
}
