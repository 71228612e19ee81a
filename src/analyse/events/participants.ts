import type { Event } from '../../record/index.ts';
import { contains, type Range } from '../../text/index.ts';
import { type Clauses, objectOf, reachOf, subjectFrom, subjectOf } from './clause.ts';
import type { Joined } from './joining.ts';
import type { Mention } from './mention.ts';
import { type Named, namedWithin } from './named.ts';
import type { VerbGroup } from './verb-groups.ts';
import { PREPOSITION, PRONOUN } from './words.ts';

type Participant = Event['participants'][number];
type Part = Participant['part'];

/** Whoever is named behind these is where something is, and no part of it. */
const STANDS_IN = /\b(?:in|at|near|from|into|off)(?: the)? $/;
const HOSTS =
  /^(?:host|hosts|hosted|hosting|chair|chairs|chaired|convene|convenes|convened|stage|staged|organi[sz]e|organi[sz]ed)$/;
const MEDIATES = new Set('mediate mediates mediated mediating broker brokers brokered'.split(' '));
const TAKES_PART =
  /^(?:take|takes|took|taken|taking|participate[sd]?|attend(?:s|ed)?|join(?:s|ed)?|come|came|meet|meets|met|hold|holds|held)$/;
const STAYS_AWAY = /^(?:skip(?:s|ped)?|boycott(?:s|ed)?|miss(?:es|ed)?)$/;

/** Adds the actors of a range; where it has none and may describe somebody, its first phrase as it is. */
type Put = (part: Part, range: Range, described?: 'described') => void;

/**
 * Who has a part in an event: those named with it ("talks between Ilvan and Dorrey"), and the subjects and objects of the verbs that
 * it belongs to, hosts and mediators by their verbs, those who stayed away by a verb denied.
 */
export function participantsOf(
  { mentions }: Joined,
  { text, sentences, named }: { text: string; sentences: readonly Clauses[]; named: readonly Named[] },
): Participant[] {
  const found: Participant[] = [];
  const put: Put = (part, range, described) => {
    const within = namedWithin(named, range).filter(
      ({ start }) => !STANDS_IN.test(text.slice(Math.max(0, start - 8), start)),
    );
    for (const { actor } of within)
      if (!found.some((one) => one.actor === actor.actor))
        found.push({ name: actor.name, actor: actor.actor, part });
    const name =
      within.length > 0 || described !== 'described' ? null : phraseIn(text.slice(range.start, range.end));
    if (name !== null && !found.some((one) => one.name === name)) found.push({ name, actor: null, part });
  };
  for (const mention of mentions) {
    const clauses = sentences[mention.sentence];
    if (clauses === undefined) continue;
    if (!mention.isVerb) putNamed(mention, text, put);
    for (const group of clauses.groups) {
      const isOwn = mention.isVerb ? group.verb === mention.head : objectOf(clauses, group) === mention;
      if (isOwn) putOfGroup(clauses, group, { mention, put });
      else if (!mention.isVerb && subjectOf(clauses, group) === mention) putBehind(clauses, group, text, put);
    }
  }
  return found;
}

/** Participants with those whom some words name or describe, each once. */
export function withThose(
  participants: readonly Participant[],
  who: readonly Range[],
  { text, named }: { text: string; named: readonly Named[] },
): Participant[] {
  const all = [...participants];
  for (const range of who) {
    const within = namedWithin(named, range);
    for (const { actor } of within)
      if (!all.some((one) => one.actor === actor.actor))
        all.push({ name: actor.name, actor: actor.actor, part: 'party' });
    const name = text.slice(range.start, range.end);
    if (within.length === 0 && !all.some((one) => one.name === name))
      all.push({ name, actor: null, part: 'party' });
  }
  return all;
}

/** "talks between Ilvan and Dorrey", "the meeting with Anna Kolb", "hosted by Arvo". */
function putNamed(mention: Mention, text: string, put: Put): void {
  const words = text.slice(mention.start, mention.end);
  for (const match of words.matchAll(/\b(?:between|among|with|of|hosted by|mediated by|brokered by) /g)) {
    const start = mention.start + match.index + match[0].length;
    const end = words.slice(match.index + match[0].length).search(/ (?:on|in|at|about|over|for) /);
    put(partBehind(match[0]), { start, end: end < 0 ? mention.end : start + end });
  }
}

/** What those are who stand behind "between", "hosted by" or "mediated by". */
const partBehind = (lead: string): Part =>
  lead.startsWith('hosted') ? 'host' : /^(?:mediated|brokered)/.test(lead) ? 'mediator' : 'party';

/** "a meeting was held between Ilvan and Dorrey" */
function putBehind(clauses: Clauses, group: VerbGroup, text: string, put: Put): void {
  const last = clauses.tokens[reachOf(clauses, group) - 1];
  if (last === undefined || last.end <= group.end) return;
  const by = /\b(?:between|with|hosted by|mediated by) /.exec(text.slice(group.end, last.end));
  if (by === null) return;
  put(partBehind(by[0]), { start: group.end + by.index + by[0].length, end: last.end });
}

function putOfGroup(
  clauses: Clauses,
  group: VerbGroup,
  { mention, put }: { mention: Mention; put: Put },
): void {
  const { tokens, mentions } = clauses;
  const verb = group.chain.at(-1) ?? '';
  const subject = subjectRange(clauses, group);
  const reach = tokens[reachOf(clauses, group) - 1];
  const comma = tokens.slice(group.last).find(({ form }) => form === ',')?.start ?? Number.POSITIVE_INFINITY;
  const behind = { start: group.end, end: Math.min(reach?.end ?? group.end, comma) };
  const isAbsent = (group.negated && TAKES_PART.test(verb)) || STAYS_AWAY.test(verb);
  const part: Part = isAbsent
    ? 'absent'
    : HOSTS.test(verb)
      ? 'host'
      : MEDIATES.has(verb)
        ? 'mediator'
        : mention.isVerb && !/^(?:meet|meets|met|negotiate[sd]?|confer|debate)$/.test(verb)
          ? 'actor'
          : 'party';
  const isEvent = mentions.some((one) => !one.isVerb && contains(subject, one));
  put(group.passive ? 'recipient' : part, subject, isEvent ? undefined : 'described');
  if (mention.isVerb)
    put(part === 'party' ? 'party' : 'recipient', behind, part === 'party' ? 'described' : undefined);
}

/** Where a group's subject stands; behind an inserted clause ("Lade, sentenced in May, will testify") before that one. */
function subjectRange(clauses: Clauses, group: VerbGroup): Range {
  const { tokens, groups } = clauses;
  const from = subjectFrom(clauses, group);
  const own = { start: tokens[from]?.start ?? group.start, end: group.start };
  const before = groups.findLast(({ last }) => last === from);
  const isInserted =
    before?.tense === 'participle' &&
    tokens[before.first - 1]?.form === ',' &&
    tokens[group.first - 1]?.form === ',';
  return isInserted && before !== undefined ? subjectRange(clauses, before) : own;
}

/** The first phrase of some words, without its article, as somebody who is described and not named; null where it is a pronoun or nothing. */
function phraseIn(words: string): string | null {
  const [phrase = ''] = words
    .trim()
    .split(/,|[;:()“”"«»]|\s(?:who|which|that|on|after|before|because|when|and then)\s/, 1);
  const name = phrase
    .replace(/^(?:and|but|or|in|at) .*$/i, '')
    .replace(/^(?:the|an?|its|their|his|her)\s+(?=\p{Ll})/iu, '')
    .trim();
  const [first = ''] = name.toLowerCase().split(' ');
  return name === '' ||
    PREPOSITION.has(first) ||
    name.split(' ').length > 7 ||
    PRONOUN.has(first) ||
    !/\p{L}{3}/u.test(name)
    ? null
    : name;
}
