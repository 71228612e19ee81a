import { type Clauses, hangs, isAside, objectOf, subjectFrom, subjectOf } from './clause.ts';
import type { Mention } from './mention.ts';
import type { predicatesOf } from './predicate.ts';
import type { VerbGroup } from './verb-groups.ts';
import { isAdverb } from './words.ts';

/** The event that a group speaks of: its subject, its object, or what the verb itself does. */
export function eventOf(
  clauses: Clauses,
  group: VerbGroup,
  predicates: ReturnType<typeof predicatesOf>,
  focus: Mention | null,
): Mention | null {
  const own = clauses.mentions.find(({ isVerb, head }) => isVerb && head === group.verb) ?? null;
  const plan = plannedBehind(clauses, group);
  if (plan !== null && predicates.some((name) => name === 'cancel' || name === 'suspend' || name === 'move'))
    return plan;
  if (clauses.tokens[group.verb]?.form === 'do' && clauses.tokens[group.verb + 1]?.form === 'so')
    return clauses.mentions.findLast(({ isVerb, head }) => isVerb && head < group.first) ?? focus;
  if (predicates.length === 0) return own;
  const last = predicates.at(-1);
  const object = objectOf(clauses, group);
  const subject = subjectOf(clauses, group);
  // "there will be a meeting"
  if (last === 'copula' && clauses.tokens[group.first - 1]?.form === 'there' && object !== null)
    return object;
  if (last === 'exclude' || last === 'intend') return object;
  if (last === 'light') {
    const isReturn = /^(?:return|go|goes|come|comes|came|went|returns|returned)$/.test(
      group.chain.at(-1) ?? '',
    );
    const isIt = /^(?:it|them)$/.test(clauses.tokens[group.last]?.form ?? '');
    const before = clauses.mentions.findLast(({ isVerb, head }) => !isVerb && head < group.first) ?? focus;
    const direct = object !== null && isAside(clauses, group, object) ? null : object;
    return direct ?? (isReturn ? subject : null) ?? (isIt ? before : null) ?? own;
  }
  const isActive = !group.passive && group.tense !== 'participle';
  if (isActive && object !== null && !hangs(clauses.tokens, object) && last !== 'copula') return object;
  if (subject !== null) return subject;
  if (
    isActive &&
    object !== null &&
    last !== 'copula' &&
    /^(?:move|cancel|suspend|confirm)$/.test(last ?? '')
  )
    return object;
  const from = subjectFrom(clauses, group);
  const words = clauses.tokens.slice(from, group.first).map(({ form }) => form);
  const subjectWord = words.findLast((form) => !isAdverb(form)) ?? '';
  // "We will be there on May 2" is of the event, "we have postponed" need not be of this one.
  const isPronoun =
    /^(?:it|they|this|that)$/.test(subjectWord) || (subjectWord === 'we' && last === 'copula');
  const isDate = words.some((form) => /^dates?$/.test(form));
  // "a new date has been set for the trial"
  if (isDate && object !== null) return object;
  const here = clauses.mentions.findLast(({ isVerb, head }) => !isVerb && head < group.first);
  const near = here ?? focus;
  const next = clauses.tokens[group.last]?.form ?? '';
  if (
    isActive &&
    near !== null &&
    /^(?:it|them)$/.test(next) &&
    (last === 'hold' || last === 'move' || last === 'cancel')
  )
    return near;
  const isOfDate = predicates.some((name) => /^(?:plan|move|cancel|suspend|confirm)$/.test(name));
  const isOccasion = near !== null && !near.family.startsWith('to ');
  const isAbout = isOfDate || (isOccasion && /^(?:hold|copula|begin|end)$/.test(last ?? ''));
  if (isAbout && (isPronoun || isDate || (isOfDate && words.length === 0) || last === 'confirm')) return near;
  return own;
}

/** "has scrapped plans to reopen the line": what was planned is what is given up. */
function plannedBehind({ groups, mentions, tokens }: Clauses, group: VerbGroup): Mention | null {
  const next = groups.find(({ first }) => first >= group.last);
  if (next?.tense !== 'infinitive' || !/^(?:plans?|proposals?|bid)$/.test(tokens[next.first - 1]?.form ?? ''))
    return null;
  return mentions.find(({ isVerb, head }) => isVerb && head === next.verb) ?? null;
}
