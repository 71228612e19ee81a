import { fold, foldedWords, type Range } from '../../text/index.ts';
import { type Draft, type FlagRule, flagAt } from './flag.ts';
import { headlineOf } from './headline.ts';

type Statement = Draft['statements'][number];

/** A mark, or a verb that gives somebody's words: other verbs of a headline tell what was done. */
const SPEAKS =
  /^(?:[:–—-]|(?:say|state|warn|claim|vow|insist|admit|confirm|announce|tell|argue|suggest|pledge|promise|declare)s?|den(?:y|ies)|said)$/i;

/** So alike a statement below must be to what the headline says, to be taken for the same words. */
const LEAST_ALIKE = 0.25;

/**
 * The headline gives words to somebody, itself or as a go-between, who says nothing in the text below, while others speak
 * there; or to whom the text does not give these words, but to others. An office or a country speaks through many mouths
 * and is not asked.
 */
export const headlineNamesAnotherSpeaker: FlagRule = ({ report, statements, actors }) => {
  const headline = headlineOf(report);
  if (headline === null) return [];
  const below = statements.filter(
    ({ content, mode }) => (content[0]?.start ?? 0) >= headline.end && mode !== 'held',
  );
  const known = below.filter(({ speaker }) => speaker.kind !== 'unknown');
  if (known.length === 0) return [];
  return statements
    .filter(
      ({ content, cue, within }) =>
        (content[0]?.end ?? 0) <= headline.end &&
        within === null &&
        SPEAKS.test(cue.map(({ text }) => text).join(' ')),
    )
    .flatMap((statement) => {
      const claimed = claimedSpeaker(statement, actors);
      if (claimed === null) return [];
      const own = new Set(below.filter((other) => speaks(claimed.name, other)));
      const others = known.filter((other) => !own.has(other));
      const said = stems(contentOf(statement));
      const best = (all: Iterable<Statement>) => {
        let most = 0;
        for (const other of all) most = Math.max(most, alike(said, stems(contentOf(other))));
        return most;
      };
      const given = best(others);
      const isAnothers = given >= LEAST_ALIKE && given > 2 * best(own);
      if (own.size > 0 && !isAnothers) return [];
      return [
        flagAt(report, 'headline-names-another-speaker', {
          at: [claimed.at],
          message: `The headline names ${claimed.name} as the speaker; the text gives these words to others.`,
        }),
      ];
    });
};

/** The person by whose mouth the headline has it: a go-between, else the speaker. */
function claimedSpeaker(
  { chain, speaker, source }: Statement,
  actors: Draft['actors'],
): { name: string; at: Range } | null {
  const through = chain.find(({ relation, span }) => relation === 'through' && span !== null);
  if (through?.span != null) return { name: through.name, at: through.span };
  const [at] = source;
  if (speaker.kind !== 'named' || at === undefined) return null;
  // A single word that the text never makes a full name of may be anything.
  const isPerson = actors.some(
    ({ actor, kind, name, sector }) =>
      actor === speaker.actor && kind === 'person' && (name.includes(' ') || sector !== null),
  );
  const isWhole = fold(at.text).endsWith(fold(speaker.name.split(' ').at(-1) ?? ''));
  return isPerson && isWhole ? { name: speaker.name, at } : null;
}

function speaks(name: string, { speaker, source, chain }: Statement): boolean {
  const names = speaker.kind === 'named' ? [speaker.name, speaker.affiliation ?? ''] : [];
  const through = chain.filter(({ relation }) => relation === 'through').map((link) => link.name);
  return [...names, ...through, ...source.map((span) => span.text)].some((other) => shareWord(name, other));
}

const contentOf = ({ content }: Statement) => content.map((span) => span.text).join(' ');

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
