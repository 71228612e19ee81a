import { fold, foldedWords } from '../../text/index.ts';
import { type Draft, type FlagRule, flagAt } from './flag.ts';

const NAME = String.raw`\p{Lu}[\p{L}\p{M}’'-]*(?: (?:(?:of|the|de|van|von|al|bin) )?\p{Lu}[\p{L}\p{M}’'-]*){0,3}`;
const SAYS = 'says|say|said|warns|claims|denies|vows|insists|admits|confirms|announces|tells';

/** How headlines name a speaker: "X: …", "… – X", "…, says X", "X says …", "via X". */
const NAMED: readonly RegExp[] = [
  new RegExp(`^(?<name>${NAME}): `, 'u'),
  new RegExp(`[,–—:-] (?:${SAYS}) (?<name>${NAME})$`, 'u'),
  new RegExp(`[,–—] (?<name>${NAME}) (?:${SAYS})$`, 'u'),
  new RegExp(`^(?<name>${NAME}) (?:${SAYS})(?= |$)`, 'u'),
  new RegExp(` [–—] (?<name>${NAME})$`, 'u'),
  new RegExp(`\\b(?:via|according to) (?<name>${NAME})$`, 'u'),
];

/** So alike a statement below must be to what the headline says, to be taken for the same words. */
const LEAST_ALIKE = 0.25;

/** The headline gives words to somebody who says nothing in the text below, or to whom the text gives others. */
export const headlineNamesAnotherSpeaker: FlagRule = ({ report, statements, actors }) => {
  const headline = report.blocks.find(({ kind }) => kind === 'headline');
  if (headline === undefined) return [];
  const text = report.text.slice(headline.start, headline.end);
  const match = NAMED.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  const name = match?.groups?.name;
  if (match === undefined || match === null || name === undefined) return [];
  const below = statements.filter(
    ({ content, mode }) => (content[0]?.start ?? 0) >= headline.end && mode !== 'held',
  );
  const own = below.filter((statement) => speaks(name, statement));
  // Nobody speaks below, or the name is of nobody that the text speaks of: then there is nothing to compare.
  const known = actors.some((actor) => shareWord(name, actor.name));
  if (below.length === 0 || !known) return [];
  const others = below.filter(
    (statement) => !own.includes(statement) && statement.speaker.kind !== 'unknown',
  );
  const said = stems(text.replace(match[0], ' '));
  const best = (all: typeof below) =>
    Math.max(0, ...all.map((statement) => alike(said, contentOf(statement))));
  const given = best(others);
  const isAnothers = given >= LEAST_ALIKE && given > 2 * best(own);
  if (own.length > 0 && !isAnothers) return [];
  const start = headline.start + match.index + match[0].indexOf(name);
  return [
    flagAt(report, 'headline-names-another-speaker', {
      at: [{ start, end: start + name.length }],
      message: `The headline names ${name} as the speaker; the text gives these words to others.`,
    }),
  ];
};

function speaks(name: string, { speaker, source }: Draft['statements'][number]): boolean {
  const names = speaker.kind === 'named' ? [speaker.name, speaker.affiliation ?? ''] : [];
  return [...names, ...source.map((span) => span.text)].some((other) => shareWord(name, other));
}

const contentOf = ({ content }: Draft['statements'][number]) =>
  stems(content.map((span) => span.text).join(' '));

/** Words of four letters and more by their first five letters, so that "talks" is "talk". */
function stems(text: string): Set<string> {
  return new Set(
    foldedWords(text)
      .map(({ form }) => form)
      .filter((form) => form.length > 3)
      .map((form) => form.slice(0, 5)),
  );
}

/** The share of the headline's words that a statement has. */
function alike(headline: ReadonlySet<string>, content: ReadonlySet<string>): number {
  const shared = [...headline].filter((stem) => content.has(stem)).length;
  return headline.size === 0 ? 0 : shared / headline.size;
}

function shareWord(a: string, b: string): boolean {
  const words = new Set(b.split(/[\s’']+/).map(fold));
  return a.split(' ').some((word) => word.length > 2 && words.has(fold(word)));
}
