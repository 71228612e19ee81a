import { isBehind, type When } from '../../record/index.ts';
import { isAhead } from './ahead.ts';
import type { Assertion, Known, Setting } from './assertion.ts';
import { type AssertionRule, saysOf } from './assertion-rules.ts';
import { type Clauses, subjectFrom } from './clause.ts';
import {
  ahead,
  behind,
  besideYear,
  type Dated,
  datesFor,
  datesOf,
  datesOfMention,
  isContrasted,
  isLed,
  LENGTH_AHEAD,
} from './dates.ts';
import { eventOf } from './event-of.ts';
import type { Mention } from './mention.ts';
import { ofMention } from './of-nouns.ts';
import { lastPredicate, predicatesOf } from './predicate.ts';
import { laterThanPlanned, shiftOf } from './shifts.ts';
import type { VerbGroup } from './verb-groups.ts';

/** Takes a sentence with its groups, mentions and times. Gives what it says of when events are. */
export function assertionsIn(clauses: Clauses, known: Known): Assertion[] {
  const dates = datesOf(clauses, known.day);
  const taken = new Set<Dated>();
  return [
    ...clauses.groups.flatMap((group) => ofGroup(clauses, group, { dates, taken, known })),
    ...clauses.mentions.flatMap((mention) => ofMention(clauses, mention, { dates, taken, known })),
  ].toSorted((a, b) => a.span.start - b.span.start);
}

function ofGroup(clauses: Clauses, group: VerbGroup, setting: Setting): Assertion[] {
  const predicates = predicatesOf(group, clauses.tokens);
  const has = (name: (typeof predicates)[number]) => predicates.includes(name);
  const mention = eventOf(clauses, group, predicates, setting.known.focus);
  if (mention === null) return [];
  // "There will be no meeting"
  const isNo = isNone(clauses, mention);
  if (isNo && !(predicates.includes('copula') && group.tense === 'future')) return [];
  const { known } = setting;
  const edge = has('begin') ? ('begin' as const) : has('end') ? ('end' as const) : null;
  const base = { mention, isHeadline: clauses.isHeadline, edge };
  const put: Put = (by, date, when = date?.time.when ?? null) => ({
    ...base,
    says: saysOf(by),
    by,
    when,
    span: {
      start: Math.min(group.start, date?.time.span.start ?? group.start),
      end: Math.max(group.end, date?.time.span.end ?? group.end),
    },
  });
  const take = (dates: readonly Dated[]) => {
    for (const date of dates) setting.taken.add(date);
    return dates;
  };
  const before = take(
    datesOfMention(clauses, mention, setting).filter(
      (date) =>
        (date.at < group.first || (date.at >= group.last && date.at < mention.head)) &&
        !isLed(clauses.tokens, mention, date),
    ),
  );
  const own = datesFor(clauses, group, mention, setting).filter(
    (date) => !before.includes(date) && (date.time.by !== LENGTH_AHEAD || isAhead(group, clauses.tokens)),
  );
  const denied = known.isDenied(group) || isDeniedBefore(clauses, group);
  if (has('cancel') || has('suspend') || has('move')) {
    // Who asks for a delay has none.
    if (group.tense === 'infinitive' && !clauses.isHeadline) return [];
    if (denied)
      return [before[0] ?? null, ...before.slice(1)].map((date) => put('giving-up-is-denied', date));
    const formerly = before.map((date) => put('date-of-what-is-given-up', date));
    // "has not been cancelled"
    if (group.negated && group.modal === null) return [put('not-given-up', before[0] ?? null)];
    if (group.modal !== null || group.negated) return formerly;
    if (has('cancel')) return [...formerly, put('given-up', null)];
    if (has('suspend')) return [...formerly, put('suspended', null)];
    return [...formerly, ...moved(clauses, group, take(own), { known, put })];
  }
  if (isNo) return [...before.map((date) => put('date-of-none', date)), put('there-will-be-none', null)];
  const positive = own.filter((date) => !isContrasted(clauses, date));
  const contrasted = own
    .filter((date) => isContrasted(clauses, date))
    .map((date) => put('contrasted-date', date));
  take(own);
  const later = laterThanPlanned(clauses, group, positive[0]?.time.when ?? null);
  const formerly = [...contrasted, ...(later === null ? [] : [put('day-that-was-planned', null, later)])];
  const isUnchanged = group.negated && /^changed?$/.test(group.chain.at(-1) ?? '');
  if (isUnchanged || (has('confirm') && !group.negated))
    return [...before, ...positive].map((date) => put('confirmed', date));
  if (group.negated && !has('exclude'))
    return negated(clauses, group, { mention, predicates, positive, before, put, formerly });
  if (has('exclude')) return group.negated ? [put('not-ruled-out', null)] : [];
  const all = [...before, ...positive];
  const told = sayingOf(group, predicates, clauses);
  // "is travelling on Wednesday": with a day, what is going on is a plan.
  const isNow = told !== null && saysOf(told) === 'under way' && group.tense === 'present';
  const rule = isNow && all.length > 0 ? 'going-on-with-a-day' : told;
  if (rule === null) {
    // "whether the talks on May 19 were in danger": the date is the noun's own.
    for (const date of before) setting.taken.delete(date);
    return formerly;
  }
  const saying = saysOf(rule);
  const isComing = saying === 'planned' || saying === 'possible';
  if (saying === 'held' || saying === 'under way') {
    const whenOf = ({ time }: Dated) => (group.tense === 'past' ? behind(time, known.day) : time.when);
    const past = all.filter((date) => known.day === null || !isBehind(whenOf(date), known.day));
    if (past.length === 0 && all.length > 0)
      return [...formerly, ...all.map((date) => put('past-with-a-day-ahead', date))];
    if (past.length === 0) return [...formerly, put(rule, null)];
    return [...formerly, ...past.map((date) => put(rule, date, whenOf(date)))];
  }
  if (all.length === 0) {
    const open = saying === 'planned' && group.modal === 'would' ? 'would-without-a-date' : rule;
    return isComing ? [...formerly, put(open, null)] : formerly;
  }
  // "is on May 2 as planned", "a day later than planned"
  const whole =
    later !== null
      ? 'another-day-than-planned'
      : saying === 'planned' && isAsPlanned(clauses, group, known)
        ? 'as-planned'
        : rule;
  return [
    ...formerly,
    ...all.map((date) => put(whole, date, isComing ? ahead(date.time, known.day) : date.time.when)),
  ];
}

/** "no new meeting has been planned" */
function isNone({ tokens }: Clauses, { first, head, isVerb }: Mention): boolean {
  return !isVerb && tokens.slice(first, head).some(({ form }) => form === 'no');
}

/** "denied reports that the vote had been cancelled" */
function isDeniedBefore({ groups, tokens }: Clauses, group: VerbGroup): boolean {
  const before = groups.findLast(({ last }) => last <= group.first);
  if (before === undefined || before.negated) return false;
  const between = tokens.slice(before.last, group.first).map(({ form }) => form);
  const isDenial =
    /^(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed)?|refut(?:es|ed)|rebut(?:s|ted))$/.test(
      before.chain.at(-1) ?? '',
    );
  return (
    isDenial &&
    between.some((form) => /^(?:that|reports?|rumou?rs?|claims?|suggestions?|speculation)$/.test(form))
  );
}

/** "whether she would travel": nobody says so. */
function isAsked(clauses: Clauses, group: VerbGroup): boolean {
  const from = subjectFrom(clauses, group);
  return /^(?:whether|if)$/.test(clauses.tokens[from - 1]?.form ?? '');
}

function isAsPlanned({ tokens }: Clauses, group: VerbGroup, { isConfirmed }: Known): boolean {
  const words = tokens
    .slice(group.last)
    .map(({ form }) => form)
    .join(' ');
  return (
    isConfirmed(group) ||
    /\bas (?:originally |first )?(?:planned|scheduled|announced|agreed)\b|\bafter all\b/.test(words)
  );
}

type Put = (by: AssertionRule, date: Dated | null, when?: When | null) => Assertion;

/** The rule by which a group says something of the dates that it governs, by its tense. */
function sayingOf(
  group: VerbGroup,
  predicates: ReturnType<typeof predicatesOf>,
  clauses: Clauses,
): AssertionRule | null {
  const { isHeadline, tokens, groups } = clauses;
  const isPlan = predicates.includes('plan') || group.arranged;
  if (group.modal === 'may') return 'may';
  if (isAsked(clauses, group)) return 'asked-whether';
  // "should have opened"
  if (group.modal === 'would' && group.perfect) return 'would-have-been';
  if (predicates.at(-1) === 'intend') return 'intended';

  if (isPlan && group.tense === 'participle') return 'planned-aside';
  if (isPlan) return group.tense === 'past' ? 'was-planned' : 'verb-of-planning';
  if (isAhead(group, tokens) && group.tense !== 'infinitive') return 'lies-ahead';
  if (group.tense === 'infinitive') {
    const before = groups.findLast(({ last }) => last <= group.first);
    const governor = before?.chain.at(-1) ?? '';
    const isGivenUp =
      before !== undefined && /^(?:cancel|suspend|move)$/.test(lastPredicate(before, tokens) ?? '');
    if (isGivenUp) return 'to-be-given-up';
    return isHeadline || /^expect/.test(governor) ? 'to-be' : 'may-come-to-be';
  }
  const isGoingOn = /ing$|^under/.test(group.chain.at(-1) ?? '');
  const isOn = group.tense === 'present' && !group.perfect && (predicates.length > 0 || isGoingOn);
  if (isOn) return isGoingOn ? 'going-on' : 'present-tense';
  if (predicates.includes('copula')) return null;
  if (predicates.includes('begin')) return group.perfect && group.tense === 'past' ? null : 'has-begun';
  return 'told-as-past';
}

/** "will not be on May 2 but on May 9", "will not take place", "did not take place". */
function negated(
  clauses: Clauses,
  group: VerbGroup,
  {
    mention,
    predicates,
    positive,
    before,
    put,
    formerly,
  }: {
    mention: Mention;
    predicates: ReturnType<typeof predicatesOf>;
    positive: readonly Dated[];
    before: readonly Dated[];
    put: Put;
    formerly: Assertion[];
  },
): Assertion[] {
  const behindBut = positive.filter(({ at }) =>
    clauses.tokens.slice(group.last, at).some(({ form }) => form === 'but'),
  );
  const given = [...before, ...positive.filter((date) => !behindBut.includes(date))].map((date) =>
    put('negated-date', date),
  );
  if (behindBut.length > 0)
    return [...formerly, ...given, ...behindBut.map((date) => put('behind-but', date))];
  const isOfEvent = predicates.some(
    (name) => name === 'hold' || name === 'begin' || name === 'light' || name === 'copula',
  );
  // "will not resume until May", "until after the holidays"
  const until = clauses.tokens.findIndex(
    ({ form }, at) => at >= group.last && /^(?:until|till|before)$/.test(form),
  );
  if (until >= 0 && group.tense === 'future' && isOfEvent) {
    const behind = positive.filter(({ at }) => at > until);
    return [
      ...formerly,
      ...(behind.length > 0 ? behind.map((date) => put('not-until-a-date', date)) : [put('not-until', null)]),
    ];
  }
  // Who will not attend stays away; the meeting stands.
  const isOfWho =
    !mention.isVerb &&
    predicates.includes('light') &&
    !/^(?:hold|give|stage|host|have|make)/.test(group.chain.at(-1) ?? '');
  if (isOfWho) return [...formerly, ...[...before, ...positive].map((date) => put('who-stays-away', date))];
  const isTold =
    group.tense === 'future' || group.arranged || (group.tense === 'past' && predicates.includes('hold'));
  // "will never sign it" cancels nothing, "will not meet on May 2" does.
  const isOccasion = !mention.isVerb || (given.length > 0 && !mention.family.startsWith('to '));
  return isTold && isOccasion && (isOfEvent || predicates.length === 0)
    ? [...formerly, ...given, put('not-held', null)]
    : [...formerly, ...given];
}

/** "has been moved from Lodra to Haven": to a place, and not to a day. */
function isToPlace(tokens: Clauses['tokens'], group: VerbGroup): boolean {
  if (!/^(?:mov|shift|transferr?|relocat|switch)/.test(group.chain.at(-1) ?? '')) return false;
  const behind = tokens.slice(group.last, group.last + 8);
  return behind.some(
    ({ form }, at) => /^(?:to|into)$/.test(form) && /^\p{Lu}/u.test(behind[at + 1]?.text ?? ''),
  );
}

/** The dates of a verb of moving: from one, to another; a shift alone gives none. */
function moved(
  { tokens }: Clauses,
  group: VerbGroup,
  dates: readonly Dated[],
  { known, put }: { known: Known; put: Put },
): Assertion[] {
  const found = dates.flatMap((date): Assertion[] => {
    const { when, span } = date.time;
    // "moved from June 8 to June 1", but "put back from March 3–5".
    if (when.kind === 'interval' && when.to !== null && /^from .* (?:to|until|till) /i.test(span.text))
      return [put('moved-from', date, when.from), put('moved-to', date, when.to)];
    if (date.preposition === 'from' || /^from /i.test(span.text)) return [put('moved-from', date)];
    // "postponed on Monday", a day that is over, is when that was done.
    const isOver = known.day !== null && !isBehind(when, known.day);
    const isAim = /^(?:to|until|till|for)$/.test(date.preposition);
    if (isOver && !isAim) return [];
    if (isOver) return [put('moved-to', date, ahead(date.time, known.day))];
    if (/^(?:to|until|till|for|on|in|,|forward|back)$/.test(date.preposition) || dates.length === 1)
      return [put('moved-to', date)];
    return [];
  });
  const to = found.find(({ says }) => says === 'moved')?.when ?? null;
  for (const [index, one] of found.entries())
    if (one.says === 'formerly' && one.when !== null && to !== null)
      found[index] = { ...one, when: besideYear(one.when, to) };
  const isExtended = /^extend/.test(group.chain.at(-1) ?? '');
  if (isExtended && !found.some(({ says }) => says === 'moved')) return [];
  const shift = found.some(({ says }) => says === 'moved') ? null : shiftOf(tokens, group);
  const former = found.find(({ says }) => says === 'formerly')?.when ?? null;
  if (shift !== null && former !== null) return [...found, put('moved-by-a-length', null, shift(former))];
  if (found.some(({ says }) => says === 'moved') || isToPlace(tokens, group)) return found;
  return [...found, put('moved-without-a-date', null)];
}
