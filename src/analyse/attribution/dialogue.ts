import { foldedWords, type Range, trimmed } from '../../text/index.ts';
import type { Layout, TokenBlock } from '../layout.ts';
import type { Found } from './found.ts';
import type { AttributionWords } from './mode.ts';
import { withinTurns } from './transcript.ts';

/** A dash of any kind at the beginning of a line, or between two spaces. */
const OPENS = /^[\p{Pd}]\s+/u;
const PARTS = /\s[\p{Pd}]\s/gu;
const FEWEST_TURNS = 3;
const CONFIDENCE = 0.9;

/** The rule that finds a turn of a dialogue; turns without a source are taken by turns. */
export const DIALOGUE = 'turn-of-dialogue';

/** "— Why did you stay? — asks our reporter.": each dash at the beginning of a line opens a turn; who speaks may stand behind a second one. */
export function dialogues(
  found: readonly Found[],
  { text, blocks }: Layout,
  words: AttributionWords,
): Found[] {
  const lines = blocks.filter(({ start, end }) => OPENS.test(text.slice(start, end)));
  const isTalk =
    lines.length >= FEWEST_TURNS && lines.some(({ start, end }) => text.slice(start, end).includes('?'));
  if (!isTalk) return [...found];
  const turns = lines.map((line) => turnOf(text, line, words));
  const said = turns.flatMap(({ content }) => content);
  return [...withinTurns(found, lines, said), ...turns];
}

/** The parts of a line between its dashes: what is said, and behind the first who says it, where that begins or ends with a verb of saying. */
function turnOf(text: string, { start, end }: Range, words: AttributionWords): Found {
  const line = text.slice(start, end);
  const opening = OPENS.exec(line)?.[0].length ?? 0;
  const breaks = [...line.matchAll(PARTS)].flatMap(({ index, 0: dash }) => [
    start + index,
    start + index + dash.length,
  ]);
  const bounds = [start + opening, ...breaks, end];
  const pieces = bounds.flatMap((from, at) =>
    at % 2 === 0 ? [withoutStop(text, trimmed(text, { start: from, end: bounds[at + 1] ?? end }))] : [],
  );
  const [first, second, ...more] = pieces;
  const told = second === undefined ? null : toldIn(text, second, words);
  const content = told === null ? pieces : [first, ...more].filter((piece) => piece !== undefined);
  return { cue: [], source: [], ...told, content, confidence: CONFIDENCE, turn: true };
}

const MOST_TOLD = 8;
const FEW = 5;

/** "asks our reporter", "Josip Marn says": a verb of saying and who says it. */
function toldIn(
  text: string,
  piece: Range,
  { cues }: AttributionWords,
): Pick<Found, 'cue' | 'source'> | null {
  const comma = text.slice(piece.start, piece.end).indexOf(',');
  const words = foldedWords(text, comma < 0 ? piece : { start: piece.start, end: piece.start + comma });
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length < 2 || words.length > MOST_TOLD) return null;
  const isSaid = (form: string) => cues.get(form)?.mode === 'said';
  if (isSaid(first.form))
    return { cue: [first], source: [{ start: (words[1] ?? last).start, end: last.end }] };
  // "Domnic laughs": whatever is done stands last.
  const isDone = words.length <= FEW && /^\p{Ll}+(?:s|ed)$/u.test(text.slice(last.start, last.end));
  if (isSaid(last.form) || isDone)
    return { cue: [last], source: [{ start: first.start, end: (words.at(-2) ?? first).end }] };
  return null;
}

/** So much of an interview is questions to "you" and answers by "I" and "we". */
const ADDRESSED = new Set(['you', 'your', 'yours', 'yourself']);
const ANSWERED = new Set([
  'i',
  'we',
  'my',
  'our',
  'me',
  'us',
  "i'm",
  "we're",
  "i've",
  "we've",
  "i'd",
  "we'd",
]);
const LONGEST_QUESTION = 500;

/** The rules that find the turns of an interview without labels. */
export const QUESTION = 'question-of-an-interview';
export const ANSWER = 'answer-of-an-interview';

/**
 * An interview without labels: lines that end with a question mark, and behind each the lines that answer it. Both are told
 * by whom they speak of: most questions of "you", most answers of "I" or "we".
 */
export function interviewOf({
  text,
  blocks,
}: Layout): { questions: TokenBlock[]; answers: TokenBlock[][] } | null {
  const isQuestion = ({ start, end }: Range) =>
    end - start <= LONGEST_QUESTION && /\?["”»]?$/.test(text.slice(start, end));
  const asked = blocks.map((block, at) => (at > 0 && isQuestion(block) ? at : -1)).filter((at) => at > 0);
  const answers = asked.map((at, number) => blocks.slice(at + 1, asked[number + 1] ?? blocks.length));
  const questions = asked.map((at) => blocks[at] as TokenBlock);
  const has = (some: readonly TokenBlock[], words: ReadonlySet<string>) =>
    some.some(({ tokens }) => tokens.some((token) => words.has(token.text.toLowerCase().replace('’', "'"))));
  const you = questions.filter((one) => has([one], ADDRESSED)).length;
  const own = answers.filter((some) => some.length > 0 && has(some, ANSWERED)).length;
  const isInterview = asked.length >= FEWEST_TURNS && 2 * you >= asked.length && 2 * own > asked.length;
  return isInterview ? { questions, answers } : null;
}

/** The turns of an interview without labels, each whole. What the tagger found in a line stays, within the turn. */
export function interviews(found: readonly Found[], layout: Layout): Found[] {
  const talk = interviewOf(layout);
  const hasLabels = found.some(({ turn }) => turn === true);
  if (talk === null || hasLabels) return [...found];
  const turns = talk.questions.flatMap((question, number) => [
    turnIn(layout.text, [question], QUESTION),
    turnIn(layout.text, talk.answers[number] ?? [], ANSWER),
  ]);
  const lines = [...talk.questions, ...talk.answers.flat()].toSorted((a, b) => a.start - b.start);
  return [...withinTurns(found, lines, lines), ...turns.filter(({ content }) => content.length > 0)];
}

const turnIn = (text: string, blocks: readonly Range[], by: string): Found => ({
  cue: [],
  source: [],
  content: blocks.map((block) => withoutStop(text, block)),
  confidence: CONFIDENCE,
  turn: true,
  by: [by],
});

const withoutStop = (text: string, { start, end }: Range): Range => ({
  start,
  end: /[.,]/.test(text.charAt(end - 1)) ? end - 1 : end,
});
