import type { Utterance } from '../record/index.ts';
import type { Likely, Verdict } from '../verify/index.ts';

/** How a quotation is looked for. */
export interface VerifyOptions {
  /** Who is supposed to have said it: a surname is enough. */
  readonly by?: string | undefined;
}

/**
 * What the record has of a quotation. `verdict` is `exact`, `near` (exact but for case, punctuation, an ellipsis or an
 * editor’s bracket), `altered`, `indirect` or `absent`; `places` are all reports that have it, the best first, each with the
 * whole sentence, the difference word by word and a permalink.
 */
export interface Verified extends Verdict {
  /** The act of saying that the words were found in, with all reports that render it; null over records. */
  readonly utterance: Utterance | null;
  /** Passages of the ledger that most likely say the same in other words, the likeliest first, where the words are absent. */
  readonly likely: readonly Likely[];
}
