import { overlaps, type Range } from '../../text/index.ts';
import type { Layout } from '../layout.ts';
import { type Found, groupRanges } from './found.ts';
import { type AttributionWords, wordsOf } from './mode.ts';

interface Construction {
  /** With groups for content, cue and, where there is one, source. */
  readonly pattern: RegExp;
  /** Who can be the source: anybody; somebody whom the text below speaks of, or a role; a role alone. */
  readonly who: 'anybody' | 'known' | 'role' | 'nobody';
}

/** How headlines attribute. The first construction that fits counts. */
const CONSTRUCTIONS: readonly Construction[] = [
  // "Boat was unsafe, inquest hears": told before somebody, by whom is not said.
  {
    pattern:
      /^(?<content>.+), (?:court|inquiry|inquest|jury|tribunal|MPs|hearing|trial|committee) (?<cue>hears?|heard|told)$/diu,
    who: 'nobody',
  },
  // "No toll, minister says", "No toll, Ordania states via Kolb"
  {
    pattern: /^(?<content>.+), (?<source>[^,:;]{2,50}?) (?<cue>(?:ha(?:s|ve) )?\p{Ll}+)(?:,? via .+)?$/du,
    who: 'anybody',
  },
  // "No toll, says the minister"
  { pattern: /^(?<content>.+?) ?[,:–—-] ?(?<cue>\p{Ll}+) (?<source>[^,:;]{2,50})$/du, who: 'anybody' },
  // "Kolb: no toll"
  { pattern: /^(?<source>[^:"“‘'«]{2,50})(?<cue>:) (?<content>.{8,})$/du, who: 'known' },
  // "No toll – Foreign Minister"
  { pattern: /^(?<content>.{8,}) (?<cue>[–—-]) (?<source>[^–—:;,]{2,50})$/du, who: 'known' },
  // "No toll: minister"
  { pattern: /^(?<content>.{8,}?)(?<cue>:) (?<source>\p{Ll}[\p{L} ]{2,40})$/du, who: 'role' },
];
const CONFIDENCE = 0.8;
const MOST_WORDS = 6;
/** A longer one does not speak as headlines do. */
const LONGEST = 1000;

/** Statements that a headline makes by its grammar; the tagger, which knows prose, often takes them amiss. */
export function headlines(found: readonly Found[], layout: Layout, words: AttributionWords): Found[] {
  const [block] = layout.blocks;
  if (block?.kind !== 'headline') return [...found];
  if (block.end - block.start > LONGEST) return [...found];
  const headline = layout.text.slice(block.start, block.end);
  const match = CONSTRUCTIONS.map((one) =>
    matched(one, { headline, body: layout.text.slice(block.end) }, words),
  ).find((one) => one !== null);
  if (match == null) return [...found];
  const rangeOf = groupRanges(match, block.start);
  const range = (name: string): Range[] => [rangeOf(name)].filter(({ start, end }) => start < end);
  const made = {
    content: range('content'),
    cue: range('cue'),
    source: range('source'),
    confidence: CONFIDENCE,
  };
  const parts = [...made.cue, ...made.source];
  const isOld = ({ cue, source, content }: Found) =>
    content.every(({ end }) => end <= block.end) &&
    (cue.length === 0 || [...cue, ...source].some((old) => parts.some((part) => overlaps(part, old))));
  return [made, ...found.filter((one) => !isOld(one))];
}

/** A construction's match with a headline, or null where it is none of this kind. */
function matched(
  { pattern, who }: Construction,
  { headline, body }: { headline: string; body: string },
  words: AttributionWords,
): RegExpExecArray | null {
  const match = pattern.exec(headline);
  const { cue = '', source = '' } = match?.groups ?? {};
  if (match === null || (who !== 'nobody' && /^\p{L}/u.test(cue) && !saysNow(cue, words))) return null;
  if (source.split(' ').length > MOST_WORDS || !isWho(source, { who, body }, words)) return null;
  return match;
}

/** Headlines say it in the present tense: "says", "have warned". */
function saysNow(cue: string, { cues }: AttributionWords): boolean {
  const form = cue.split(' ').at(-1) ?? '';
  const mode = cues.get(form)?.mode;
  return (mode === 'said' || mode === 'shown') && !form.endsWith('ing');
}

/** Labels before a colon that are nobody. */
const LABEL =
  /^(?:the )?(?:live|latest|video|watch|analysis|opinion|exclusive|breaking|updated?|reviews?|explainer|explained|interview|editorial|comment|letters?|obituary|fact check|q&a|profile|timeline|listen|recap|as it happened|in pictures|photos?|correction|column|podcast|quiz|preview|feature|insight|briefing|read|news)\b/i;

function isWho(
  source: string,
  { who, body }: { who: Construction['who']; body: string },
  words: AttributionWords,
): boolean {
  if (who === 'nobody') return true;
  const last = source.split(' ').at(-1) ?? '';
  const isRole = wordsOf(last).some(
    (word) => words.documents.has(word) || words.roles.has(word.replace(/s$/, '')) || words.bodies.has(word),
  );
  if (who === 'anybody') return isRole || /^\p{Lu}/u.test(source);
  if (LABEL.test(source)) return false;
  if (isRole || who === 'role') return isRole;
  return source.split(' ').every((word) => /^\p{Lu}/u.test(word)) && namesSomebody(last, body);
}

/** Whether the text below speaks of somebody of this name: with a name before it, or with a verb of saying beside it. */
function namesSomebody(name: string, body: string): boolean {
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `(?<=\\p{Lu}[\\p{L}.’'-]+) ${word}(?![\\p{L}\\p{N}])|${word} (?:said|says|told|added|wrote|argued|insisted|announced|denied)|(?:said|says) ${word}(?![\\p{L}\\p{N}])`,
    'u',
  ).test(body);
}
