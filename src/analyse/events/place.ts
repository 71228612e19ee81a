import type { Event } from '../../record/index.ts';
import { matchesOf, type Range, spanOf } from '../../text/index.ts';
import type { CodeWords } from '../actors/codes/index.ts';
import { plain } from '../actors/codes/plain.ts';
import { type Clauses, reachOf, subjectFrom } from './clause.ts';
import type { Joined } from './joining.ts';
import type { VerbGroup } from './verb-groups.ts';

const NAME = String.raw`\p{Lu}[\p{L}\p{M}’'-]*(?: (?:(?:of|the|de|la|al) )?\p{Lu}[\p{L}\p{M}’'-]*){0,4}`;
const PLACE = new RegExp(
  String.raw`\b(?<lead>in|at|off|near|to|from) (?<name>(?:the )?(?:(?!(?:second|first|night|half|end|middle|early|late)\b)(?:\p{Ll}+ ){1,3}(?:of|in|at) )?${NAME}(?:['’]s)?(?: (?:town |city )?(?:hall|cathedral|church|airport|harbour|port|court|stadium|square|park|palace|castle|university|bridge|station|valley|island|centre|center|hospital|prison|museum|theatre|theater|festival|province|region|district|city|school|library))?|(?:the )(?:\p{Ll}+ ){0,2}\p{Ll}+ in ${NAME})`,
  'gu',
);
const NO_PLACE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|English|Parliament|Congress|I|It|He|She|half|second)\b/;

/** Where an event takes place: the first place in the clauses that name it, behind the noun before one behind the verb. */
export function placeOf(
  { mentions }: Joined,
  { text, sentences, words }: { text: string; sentences: readonly Clauses[]; words: CodeWords },
): Event['place'] {
  const ordered = mentions.toSorted(
    (a, b) => Number(sentences[a.sentence]?.isHeadline) - Number(sentences[b.sentence]?.isHeadline),
  );
  for (const mention of ordered) {
    const clauses = sentences[mention.sentence];
    if (clauses === undefined) continue;
    const { tokens, groups } = clauses;
    const next = groups.find(({ first, last }) =>
      mention.isVerb ? last > mention.head : first > mention.head,
    );
    const own = {
      start: mention.isVerb ? mention.what.start : (tokens[mention.head]?.end ?? mention.start),
      end: next === undefined ? clauses.end : mention.isVerb ? next.end : next.start,
    };
    const reach = next === undefined ? undefined : tokens[reachOf(clauses, next) - 1];
    const isGoing = GOING.test(mention.family);
    const behind = reach === undefined || next === undefined ? null : { start: next.end, end: reach.end };
    const found =
      ownPlace(text, own, isGoing) ??
      (behind === null ? null : placeIn(text, behind, isGoing)) ??
      (isGoing && mention.isVerb ? visited(text, mention.what) : null) ??
      subjectPlace(clauses, text, next);
    const there =
      found ?? (isThere(clauses, mention.head) ? lastPlace(text, sentences, mention.sentence) : null);
    if (there !== null) return placeAt(text, there, words);
  }
  return null;
}

/** The place that some words name. */
export function placeAt(text: string, range: Range, words: CodeWords): NonNullable<Event['place']> {
  const name = text.slice(range.start, range.end).replace(/^the /, '');
  const country = words.places.get(plain(name.replace(/^.* (?:of|in|at) /, '')))?.country ?? null;
  return { name, country, span: spanOf(text, range) };
}

/** Events that are on the way to a place, or from one. */
const GOING = /^(?:visit|tour|arrival|departure|launch|to (?:travel|go|return|fly|come|leav|move|head))$/;

/** The place that a noun's own phrase names; of "talks on the war in Ukraine" the war is there, the talks need not be. */
function ownPlace(text: string, range: Range, isGoing: boolean): Range | null {
  const found = placeIn(text, range, isGoing);
  if (found === null) return null;
  const between = text.slice(range.start, found.start);
  // The last words without a mark between them, and the character before, by which a word is told from the end of one.
  const words = between.slice(Math.max(0, between.search(/(?<![\p{L} -])[\p{L} -]*$/u) - 1));
  return /\b(?:on|about|over|against|for|into) (?:\p{Ll}+ing )?(?:the|an?|its|their|his|her) /u.test(words)
    ? null
    : found;
}

/** "visited Norhaven": the name right behind the verb. */
function visited(text: string, what: Range): Range | null {
  const words = text.slice(what.start, what.end);
  const name = /^\p{Ll}+ (?:the )?(\p{Lu}.*)$/u.exec(words)?.[1];
  return name === undefined ? null : { start: what.end - name.length, end: what.end };
}

/** "Nurses in Dunmore will strike": where those are who do it. */
function subjectPlace(clauses: Clauses, text: string, group: VerbGroup | undefined): Range | null {
  if (group === undefined) return null;
  const from = clauses.tokens[subjectFrom(clauses, group)];
  return from === undefined || from.start >= group.start
    ? null
    : ownPlace(text, { start: from.start, end: group.start }, false);
}

/** "a meeting was held there" */
function isThere({ tokens }: Clauses, head: number): boolean {
  return tokens
    .slice(head + 1, head + 8)
    .some(({ form }, at, all) => form === 'there' && all[at - 1]?.kind === 'word');
}

/** The last place that the sentence before names. */
function lastPlace(text: string, sentences: readonly Clauses[], sentence: number): Range | null {
  const before = sentences[sentence - 1];
  return before === undefined ? null : placeIn(text, before, false);
}

function placeIn(text: string, { start, end }: Range, isGoing: boolean): Range | null {
  for (const match of matchesOf(text.slice(start, end), PLACE)) {
    const { lead = '', name = '' } = match.groups ?? {};
    if (!isGoing && (lead === 'to' || lead === 'from')) continue;
    if (/\bnot $/.test(text.slice(start, start + match.index))) continue;
    if (NO_PLACE.test(name.replace(/^the /, ''))) continue;
    const at = start + match.index + match[0].indexOf(name);
    return { start: at, end: at + name.length };
  }
  return null;
}
