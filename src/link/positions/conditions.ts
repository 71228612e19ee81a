import { anyOf, foldedWords, remembered, type Span, spanOf } from '../../text/index.ts';
import type { LinkWords } from '../words.ts';

const patterns = remembered(({ phrases }: LinkWords) => ({
  /** What makes of an "if" a question, or what holds whatever comes of it. */
  idle: new RegExp(`\\b${anyOf(phrases['before-idle-if'])} $`, 'iu'),
  /** A date bars nothing: "not before 12 May". */
  date: new RegExp(`^\\s*(?:the )?(?:\\d|${anyOf(phrases['date-word'])})`, 'iu'),
  /** Where a condition ends: its sentence, or what it is the condition of. */
  end: new RegExp(
    [
      `[.;!?"”]|,['’]$`,
      `(?<=\\p{L}{3} \\p{L}+ \\p{L}+ )(?=${anyOf(phrases['consequence-subject'])} ${anyOf(phrases['consequence-verb'])})`,
      `, (?=${anyOf(phrases['consequence-opening'])}\\b)`,
      `,? ${anyOf(phrases.and)} (?=${anyOf(phrases['consequence-turn'])}\\b)`,
      '$',
    ].join('|'),
    'iu',
  ),
}));
const OR_NOT = /^(?:[^.;]{0,80}) or not\b/iu;

interface Opening {
  readonly at: number;
  readonly words: string;
}

export interface Condition {
  readonly span: Span;
  /** Whether it is told by a denial: "not until …". */
  readonly isBar: boolean;
}

/** The condition on which something is said, in its words; null where there is none, or one that changes nothing ("even if"). */
export function conditionIn(report: string, content: readonly Span[], words: LinkWords): Condition | null {
  const { idle: idlePhrases, conditions, bars } = words.stance;
  for (const { start, end } of content) {
    const text = report.slice(start, end);
    const idle = idlePhrases.flatMap((phrase) =>
      placesOf(text, phrase).map((at) => [at, at + phrase.length]),
    );
    const openings = [
      ...conditions.flatMap((opening) => placesOf(text, opening).map((at) => ({ at, words: opening }))),
      ...bars.flatMap((opening) =>
        placesOf(text, opening).flatMap((at) =>
          isBarred(text, at, opening, words) ? [{ at, words: opening }] : [],
        ),
      ),
    ].toSorted((a, b) => a.at - b.at || b.words.length - a.words.length);
    for (const opening of openings) {
      if (idle.some(([from = 0, to = 0]) => from <= opening.at && opening.at < to)) continue;
      const length = lengthOf(text, opening, words);
      if (length > opening.words.length + 4)
        return {
          span: spanOf(report, { start: start + opening.at, end: start + opening.at + length }),
          isBar: bars.includes(opening.words),
        };
    }
  }
  return null;
}

function placesOf(text: string, phrase: string): number[] {
  const found = text.matchAll(new RegExp(String.raw`(?<![\p{L}])${phrase}(?![\p{L}])`, 'giu'));
  return [...found].map(({ index }) => index);
}

/** "Not until …", "no talks without …": a denial stands before in the sentence, and no date behind. */
function isBarred(text: string, at: number, opening: string, words: LinkWords): boolean {
  const sentence =
    text
      .slice(0, at)
      .split(/[.;!?:]/u)
      .at(-1) ?? '';
  if (patterns(words).date.test(text.slice(at + opening.length))) return false;
  return foldedWords(sentence).some(({ form }) => words.stance.denial.has(form.replace('’', "'")));
}

/** The length of a condition with its opening; 0 where it is none. */
function lengthOf(text: string, { at, words: { length } }: Opening, words: LinkWords): number {
  const { idle, end } = patterns(words);
  if (idle.test(text.slice(0, at)) || OR_NOT.test(text.slice(at))) return 0;
  return length + (end.exec(text.slice(at + length))?.index ?? 0);
}
