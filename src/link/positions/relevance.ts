import type { Report, Statement } from '../../record/index.ts';
import { type Likeness, type LinkWords, stemsOf } from '../words.ts';
import { courseOf, type Question } from './question.ts';

/** A statement with no word of a question may still be of it, where it is so like the question. */
const LIKE = 0.85;

/** How a statement is on a question: by its own words or its likeness, or by its paragraph or the one before alone. */
export type On = 'words' | 'likeness' | 'paragraph' | 'before';

/** What somebody holds is a stance where the holding is one. */
const HELD: ReadonlySet<Statement['act']> = new Set(['support', 'oppose', 'want', 'plan']);

export async function howOn(
  { mode, act, content, refers, speaker }: Statement,
  {
    question,
    report,
    words,
    likeness,
  }: { question: Question; report: Report; words: LinkWords; likeness: Likeness },
): Promise<On | null> {
  if ((mode === 'held' && !HELD.has(act)) || speaker.kind === 'unknown') return null;
  const spans = refers?.spans ?? content;
  const text = spans.map((span) => span.text).join(' ');
  const stems = stemsOf(text, words);
  if (stems.length === 0) return null;
  if (stems.some((stem) => question.matter.has(stem) || question.deed.has(stem))) return 'words';
  if (stems.some((stem) => question.names.has(stem)) && stems.some((stem) => courseOf(stem, words) !== null))
    return 'words';
  if (likeness !== null && (await likeness(text, question.issue.proposition)) >= LIKE) return 'likeness';
  return mode === 'held' ? null : beforeIt(spans[0]?.start ?? 0, { question, report, words });
}

/** Whether what stands before the statement in its paragraph, or in the one before, names the matter. */
function beforeIt(
  at: number,
  {
    question: { matter },
    report: { blocks, text },
    words,
  }: { question: Question; report: Report; words: LinkWords },
): 'paragraph' | 'before' | null {
  const nth = blocks.findIndex(({ start, end }) => start <= at && at < end);
  const names = (from: number | undefined) =>
    from !== undefined && stemsOf(text.slice(from, at), words).some((stem) => matter.has(stem));
  if (names(blocks[nth]?.start)) return 'paragraph';
  return names(blocks[nth - 1]?.start) ? 'before' : null;
}
