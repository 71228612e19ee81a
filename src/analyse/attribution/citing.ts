import { overlapping, overlaps, type Range, trimmed } from '../../text/index.ts';
import type { Layout } from '../layout.ts';
import { type Found, groupRanges, hullOf } from './found.ts';
import type { AttributionWords } from './mode.ts';

/** What introduces whom a medium relies on, and their words up to a mark or a clause. */
const CITING =
  /\b(?<cue>citing|quoting|referring to|with (?:a )?reference to) (?<source>[^,;:“”"«».!?\n]{3,120}?)(?=[,;:“”"«».!?\n]| that |$)/du;
const CONFIDENCE = 0.7;
const PEOPLE = new Set(['people', 'person', 'persons', 'man', 'woman', 'those']);
/** Words that name nobody: "citing security reasons", "citing the cold". */
const isSomebody = (words: string, { roles, bodies, documents }: AttributionWords): boolean =>
  /(?<=\s)\p{Lu}|^\p{Lu}/u.test(words) ||
  words
    .toLowerCase()
    .split(/\s+/)
    .some((word) => {
      const one = word.replace(/s$/, '');
      return [word, one].some(
        (form) => roles.has(form) || bodies.has(form) || documents.has(form) || PEOPLE.has(form),
      );
    });

/** "Norne reports, citing the minister": the minister said it, as Norne has it; the words behind "citing" are a source and nothing that is said. */
export function citing(found: readonly Found[], { text, blocks }: Layout, words: AttributionWords): Found[] {
  return blocks
    .flatMap(({ sentences }) => sentences)
    .reduce<Found[]>(
      (all, sentence) => {
        const match = CITING.exec(text.slice(sentence.start, sentence.end));
        if (match === null || !isSomebody(match.groups?.source ?? '', words)) return all;
        const range = groupRanges(match, sentence.start);
        const parts = { cue: range('cue'), source: trimmed(text, range('source')) };
        return withCited(all, { ...parts, sentence }, text);
      },
      [...found],
    );
}

function withCited(
  all: Found[],
  { cue, source, sentence }: { cue: Range; source: Range; sentence: Range },
  text: string,
): Found[] {
  const known = all.find((one) => one.cue.some((part) => overlaps(part, cue)));
  // Where the tagger has whom it cites, it has what they say.
  if (known?.source.some((part) => overlaps(part, source)) === true) return all;
  const citer = citerIn(all, sentence, cue);
  const around = { start: cue.start, end: source.end };
  const content = citer?.content.flatMap((piece) => without(text, piece, around)) ?? [];
  if (citer === null || content.length === 0) return all;
  const own = citer.source.flatMap((piece) => without(text, piece, around).slice(0, 1));
  const cited: Found = { cue: [cue], source: [source], content, confidence: known?.confidence ?? CONFIDENCE };
  return [
    ...all.flatMap((one) =>
      one === known ? [] : one === citer ? [{ ...citer, content, source: own }] : [one],
    ),
    cited,
  ];
}

/** Whose statement in a sentence relies on another: the one whose verb stands nearest to "citing", and says something else than whom it cites. */
function citerIn(found: readonly Found[], sentence: Range, cue: Range): Found | null {
  const others = found.filter((one) => {
    const verb = hullOf(one.cue);
    return (
      verb !== null &&
      one.source.length > 0 &&
      sentence.start <= verb.start &&
      verb.end <= sentence.end &&
      !overlaps(verb, cue) &&
      !one.content.some((piece) => piece.start >= cue.start && overlapping([piece], cue).length > 0)
    );
  });
  const far = (one: Found) => Math.abs((hullOf(one.cue)?.start ?? 0) - cue.start);
  return others.toSorted((a, b) => far(a) - far(b))[0] ?? null;
}

/** What is left of a piece on the two sides of a range. */
function without(text: string, piece: Range, taken: Range): Range[] {
  if (!overlaps(piece, taken)) return [piece];
  return [
    { start: piece.start, end: Math.min(piece.end, taken.start) },
    { start: Math.max(piece.start, taken.end), end: piece.end },
  ]
    .map((part) => trimmed(text, part))
    .filter(({ start, end }) => end - start > 1);
}
