import { type Clauses, hangs, isAside, objectOf, subjectFrom, subjectOf } from './clause.ts';
import type { Mention } from './mention.ts';
import type { predicatesOf } from './predicate.ts';
import type { VerbGroup } from './verb-groups.ts';
import { isAdverb } from './words.ts';

/** A verb group with what it says of a date, and what may be the event that it says it of. */
interface Asked {
  readonly clauses: Clauses;
  readonly group: VerbGroup;
  readonly predicates: ReturnType<typeof predicatesOf>;
  /** What the verb itself does, where that is an event. */
  readonly own: Mention | null;
  readonly subject: Mention | null;
  readonly object: Mention | null;
  /** The noun before the verb in its sentence, else what was dated last. */
  readonly near: Mention | null;
}

/** The event that a group speaks of: what the construction names, the object, the subject, what a pronoun points back to, or what the verb itself does. */
export function eventOf(
  clauses: Clauses,
  group: VerbGroup,
  predicates: ReturnType<typeof predicatesOf>,
  focus: Mention | null,
): Mention | null {
  const { mentions, tokens } = clauses;
  const own = mentions.find(({ isVerb, head }) => isVerb && head === group.verb) ?? null;
  // "it will do so on May 2"
  if (tokens[group.verb]?.form === 'do' && tokens[group.verb + 1]?.form === 'so')
    return mentions.findLast(({ isVerb, head }) => isVerb && head < group.first) ?? focus;
  if (predicates.length === 0) return own;
  const near = mentions.findLast(({ isVerb, head }) => !isVerb && head < group.first) ?? focus;
  const object = objectOf(clauses, group);
  const asked = { clauses, group, predicates, own, subject: subjectOf(clauses, group), object, near };
  const last = predicates.at(-1);
  if (last === 'exclude' || last === 'intend') return object;
  if (last === 'light') return ofLight(asked);
  return plannedBehind(asked) ?? named(asked) ?? pointedAt(asked) ?? own;
}

/** "will hold talks", "will travel there for talks": the object is what is done, the verb only where there is none. */
function ofLight({ clauses, group, own, subject, object, near }: Asked): Mention | null {
  if (object !== null && !isAside(clauses, group, object)) return object;
  // "The fair will return in July"
  const isReturn = /^(?:return|go|come|came|went)(?:s|es|ed)?$/.test(group.chain.at(-1) ?? '');
  if (isReturn && subject !== null) return subject;
  return isIt(clauses, group) ? (near ?? own) : own;
}

/** "has scrapped plans to reopen the line": what was planned is what is given up. */
function plannedBehind({ clauses: { groups, mentions, tokens }, group, predicates }: Asked): Mention | null {
  const next = groups.find(({ first }) => first >= group.last);
  const isPlan = /^(?:plans?|proposals?|bid)$/.test(tokens[(next?.first ?? 0) - 1]?.form ?? '');
  if (next?.tense !== 'infinitive' || !isPlan || !predicates.some((name) => GIVEN_UP.has(name))) return null;
  return mentions.find(({ isVerb, head }) => isVerb && head === next.verb) ?? null;
}

const GIVEN_UP = new Set('cancel suspend move'.split(' '));

/** The object of an active verb, the subject of any other; "there will be a meeting". */
function named({ clauses, group, predicates, subject, object }: Asked): Mention | null {
  const last = predicates.at(-1) ?? 'hold';
  const isActive = !group.passive && group.tense !== 'participle';
  if (last === 'copula') {
    const isThere = clauses.tokens[group.first - 1]?.form === 'there';
    return isThere && object !== null ? object : subject;
  }
  if (isActive && object !== null && !hangs(clauses.tokens, object)) return object;
  if (subject !== null) return subject;
  return isActive && (GIVEN_UP.has(last) || last === 'confirm') ? object : null;
}

/** What "it", "the date" or nothing at all points back to, where the verb is one of dates. */
function pointedAt({ clauses, group, predicates, object, near }: Asked): Mention | null {
  const last = predicates.at(-1) ?? 'hold';
  const from = subjectFrom(clauses, group);
  const words = clauses.tokens.slice(from, group.first).map(({ form }) => form);
  const isDate = words.some((form) => /^dates?$/.test(form));
  // "a new date has been set for the trial"
  if (isDate && object !== null) return object;
  const isActive = !group.passive && group.tense !== 'participle';
  if (isActive && isIt(clauses, group) && /^(?:hold|move|cancel)$/.test(last)) return near;
  const subject = words.findLast((form) => !isAdverb(form)) ?? '';
  // "We will be there on May 2" is of the event, "we have postponed" need not be of this one.
  const isPronoun = /^(?:it|they|this|that)$/.test(subject) || (subject === 'we' && last === 'copula');
  const isOfDate = predicates.some((name) => /^(?:plan|move|cancel|suspend|confirm)$/.test(name));
  const isOccasion = near !== null && !near.family.startsWith('to ');
  if (!isOfDate && !(isOccasion && /^(?:hold|copula|begin|end)$/.test(last))) return null;
  return isPronoun || isDate || (isOfDate && words.length === 0) || last === 'confirm' ? near : null;
}

/** "will hold it on May 2" */
const isIt = ({ tokens }: Clauses, { last }: VerbGroup) => /^(?:it|them)$/.test(tokens[last]?.form ?? '');
