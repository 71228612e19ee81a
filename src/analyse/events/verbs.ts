import type { Range } from '../../text/index.ts';
import type { Token } from '../tokens/index.ts';
import { isAhead } from './ahead.ts';
import { type Clauses, isBreak } from './clause.ts';
import type { EventWords } from './lexicon.ts';
import { type Mention, MOST_BEHIND, topicOf } from './mention.ts';
import { stemOf } from './stem.ts';
import type { VerbGroup } from './verb-groups.ts';
import { isAdverb, isClosed } from './words.ts';

/** Verbs that say nothing of what is done. */
const EMPTY = new Set(
  'be am is are was were been being has have had having do does did say said says told tell add added'.split(
    ' ',
  ),
);
/** What will be, or will be had, is told by what stands behind. */
const STATE = new Set('be have'.split(' '));

/** The verb of a group with its object, as what is done; null where the verb says nothing. */
export function verbMention(
  group: VerbGroup,
  { tokens, groups, times, place }: Pick<Clauses, 'tokens' | 'groups' | 'times' | 'place'>,
  words: EventWords,
): Mention | null {
  const { form } = tokens[group.verb] as Token;
  // "there will be no meeting": the meeting is the event.
  const isThere = tokens[group.first - 1]?.form === 'there';
  if (EMPTY.has(form) && !(!isThere && STATE.has(form) && isAhead(group, tokens))) return null;
  const stem = stemOf(form, words.irregular);
  const known = words.occasionVerbs.get(stem);
  let last = group.verb + 1;
  for (let at = last; at < tokens.length && at < group.verb + MOST_BEHIND; at++) {
    const token = tokens[at] as Token;
    const isEnd =
      token.kind === 'mark' ||
      groups.some(({ first }) => first === at) ||
      times.some(({ span }) => token.start >= span.start && token.start < span.end) ||
      /^(?:that|which|who|when|while|because|but|if|after|before|until|till|since|as|for|said)$/.test(
        token.form,
      );
    if (isEnd) break;
    if (!isClosed(token.form) && !isAdverb(token.form)) {
      last = at + 1;
      // One object is enough: "visit the province" of "visit the province in boots".
      const after = tokens[at + 1];
      if (after === undefined || isClosed(after.form)) break;
    }
  }
  const subject = tokens.slice(Math.max(0, group.first - 8), group.first);
  return {
    start: group.start,
    end: Math.max(group.end, (tokens[last - 1] as Token).end),
    sentence: place,
    first: group.first,
    head: group.verb,
    isVerb: true,
    isAhead: isAhead(group, tokens),
    also: isAhead(group, tokens) ? furtherVerbs(group, { tokens, groups }) : [],
    family: known?.family ?? `to ${stem}`,
    type: known?.type ?? null,
    what: { start: (tokens[group.verb] as Token).start, end: (tokens[last - 1] as Token).end },
    ordinal: null,
    further: null,
    definite: false,
    article: null,
    topic: topicOf([...subject, ...tokens.slice(group.verb + 1, last + 4)], words),
  };
}

const MOST_BETWEEN = 10;

/** The verbs with "to" that hang on a verb, one behind the other, in its clause. */
function furtherVerbs(group: VerbGroup, { tokens, groups }: Pick<Clauses, 'tokens' | 'groups'>): Range[] {
  const found: Range[] = [];
  let before = group;
  for (const next of groups.filter(({ first }) => first >= group.last)) {
    const between = tokens.slice(before.last, next.first);
    const isBroken =
      between.length > MOST_BETWEEN ||
      between.some((token, at) => token.form === ',' || isBreak(tokens, before.last + at));
    if (next.tense !== 'infinitive' || isBroken || !isAhead(next, tokens)) break;
    found.push({ start: next.start, end: next.end });
    before = next;
  }
  return found;
}
