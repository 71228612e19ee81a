import { firstDayOf } from '../../record/index.ts';
import type { Assertion, Setting } from './assertion.ts';
import { type AssertionRule, saysOf } from './assertion-rules.ts';
import type { Clauses } from './clause.ts';
import { ahead, type Dated, datesOfMention } from './dates.ts';
import type { Mention } from './mention.ts';

/** Adjectives that tell how a noun's event stands. */
const STANDING: readonly (readonly [AssertionRule, RegExp])[] = [
  ['noun-of-what-may-be', /\b(?:possible|potential|proposed|likely)\b/],
  ['noun-of-a-plan', /\b(?:planned|scheduled|upcoming|forthcoming|coming|pending)\b/],
  ['noun-put-off', /\b(?:postponed|delayed|suspended)\b/],
  ['noun-given-up', /\b(?:cancell?ed|abandoned)\b/],
];

/** "said in an interview", "told a briefing", "after a meeting with her": where people spoke when they spoke. */
const VENUE = new Set('in at on during after following told'.split(' '));
const SPOKEN_AT = new Set(
  'interview briefing conference meeting talks session hearing rally debate ceremony dinner lunch visit forum congress summit'.split(
    ' ',
  ),
);

/** A noun with a date of its own that no verb has taken, or with an adjective that tells: "whether the talks on May 19 …", "a possible summit". */
export function ofMention(clauses: Clauses, mention: Mention, setting: Setting): Assertion[] {
  const { tokens } = clauses;
  const own = tokens
    .slice(mention.first, mention.head)
    .map(({ form }) => form)
    .join(' ');
  const lead = tokens[mention.first - 1]?.form ?? '';
  const standing = mention.isVerb ? undefined : STANDING.find(([, pattern]) => pattern.test(own))?.[0];

  const isBare = mention.first === mention.head && mention.type === 'CONSULT';
  const isAfter = /^(?:after|following)$/.test(lead) && (mention.definite || isBare);
  const isThen = clauses.groups.some(({ tense }) => tense === 'past');
  const isVenue = isThen && mention.article === 'a' && VENUE.has(lead) && SPOKEN_AT.has(mention.family);
  const by =
    standing ??
    (isBare && lead === 'in' ? 'in-talks' : isAfter ? 'after-it' : isVenue ? 'where-people-spoke' : null);
  const base = { mention, when: null, isHeadline: clauses.isHeadline, edge: null };
  const undated =
    by === null ? [] : [{ ...base, says: saysOf(by), by, span: { start: mention.start, end: mention.end } }];
  return [...undated, ...datedNoun(clauses, mention, setting), ...newDate(clauses, mention, setting)];
}

function datedNoun(clauses: Clauses, mention: Mention, setting: Setting): Assertion[] {
  // "the 2016 election": a year names it.
  const dates = datesOfMention(clauses, mention, setting).filter(({ time }) => time.when.kind !== 'year');
  return dates.map((date) => {
    setting.taken.add(date);
    const { when, span } = date.time;
    const { day } = setting.known;
    const isPast = clauses.groups.some(({ tense }) => tense === 'past');
    // "the trial set for May" lies ahead, whatever the verb.
    const isFor = date.preposition === 'for';
    // "Saturday's concert is not affected": a weekday is over only where something was.
    const isDay = /\d/.test(span.text);
    const first = firstDayOf(when);
    const isOver =
      !isFor && day !== null && first !== null && (isPast ? first.at <= day.at : isDay && first.at < day.at);
    const by = isOver ? 'past-date-of-a-noun' : 'date-of-a-noun';
    return {
      mention,
      says: saysOf(by),
      by,
      when: isOver ? when : ahead(date.time, day),
      span: { start: mention.start, end: Math.max(span.end, mention.end) },
      isHeadline: clauses.isHeadline,
      edge: null,
    };
  });
}

/** "The race has a new date: October 9", "the new date is May 2": of the first noun before it, else of what was spoken of last. */
function newDate(clauses: Clauses, mention: Mention, { dates, taken, known: { day } }: Setting): Assertion[] {
  const { tokens, mentions, isHeadline } = clauses;
  if (mentions.find(({ isVerb }) => !isVerb) !== mention) return [];
  const at = tokens.findIndex(({ form }) => form === 'date');
  const isNew = tokens[at - 1]?.form === 'new';
  const isSame = tokens.some(({ form }) => /^(?:unchanged|remains|same|stands)$/.test(form));
  const isNear = (date: Dated) =>
    !taken.has(date) &&
    date.at > at &&
    ((isNew && date.at - at <= 3) || (tokens[date.at - 1]?.form === ':' && (isNew || isSame)));
  const date = at < 0 || (isNew && at < mention.head) ? undefined : dates.find(isNear);
  if (date === undefined) return [];
  taken.add(date);
  const { span } = date.time;
  const by = isSame ? 'same-date' : 'new-date';
  return [
    {
      mention,
      says: saysOf(by),
      by,
      when: ahead(date.time, day),
      span: { start: mention.start, end: span.end },
      isHeadline,
      edge: null,
    },
  ];
}
