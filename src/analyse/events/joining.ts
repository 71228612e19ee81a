import type { Mention } from './mention.ts';

/** Mentions of one event, in the order of the text. */
export interface Joined {
  readonly mentions: Mention[];
}

/** Nouns that reports change freely for one event: "the talks", "the meeting", "the consultations". */
const ALIKE: readonly ReadonlySet<string>[] = [
  new Set(['talks', 'meeting', 'summit', 'session', 'conference']),
  new Set(['election', 'vote', 'referendum', 'runoff']),
  new Set(['trial', 'hearing']),
  new Set(['race', 'marathon', 'regatta']),
];

/** Puts mentions of one event together, in the order of the text: by what they name, which one of several, and about what. */
export function joinMentions(mentions: readonly Mention[]): Joined[] {
  const events: Joined[] = [];
  for (const mention of mentions) {
    const fits = events.filter((event) => isSame(event, mention));
    const [found] =
      mention.article === 'this'
        ? fits.toSorted((a, b) => lastOf(b) - lastOf(a))
        : fits.toSorted((a, b) => likeness(b, mention) - likeness(a, mention));
    if (found === undefined) events.push({ mentions: [mention] });
    else found.mentions.push(mention);
  }
  return events;
}

const lastOf = ({ mentions }: Joined) => Math.max(...mentions.map(({ start }) => start));

function isSame({ mentions }: Joined, one: Mention): boolean {
  const inHeadline = mentions.every(({ sentence }) => sentence === 0) && one.sentence > 0;
  if (one.further !== null && !(inHeadline && /^(?:new|fresh)$/.test(one.further))) return false;
  const names = new Set(mentions.map(({ family }) => family));
  const isAlike = names.has(one.family);
  const nouns = new Set(mentions.flatMap(({ family, isVerb }) => (isVerb ? [] : [family])));
  const isKind =
    one.definite &&
    ALIKE.some((kinds) => kinds.has(one.family) && [...nouns].some((name) => kinds.has(name)));
  if (!isAlike && !isKind) return false;
  const shared = sharedBy({ mentions }, one);
  if (!isAlike && one.topic.size > 0 && shared === 0) return false;
  const ordinals = new Set(mentions.flatMap(({ ordinal }) => ordinal ?? []));
  if (one.ordinal !== null && ordinals.size > 0 && !ordinals.has(one.ordinal)) return false;
  if (
    one.ordinal !== null &&
    ordinals.size === 0 &&
    !isLoose(one.ordinal) &&
    mentions.every(({ isVerb }) => !isVerb)
  )
    return mentions.every(({ sentence }) => sentence === 0);
  if (one.article === 'a' && !inHeadline) return isAlike && shared > 1;
  // What is done and what was done are two, and so are two doings of a verb that all do.
  const verbs = mentions.filter(({ isVerb }) => isVerb);
  if (one.isVerb && verbs.some(({ isAhead }) => isAhead !== one.isAhead)) return false;
  if (one.isVerb && one.family.startsWith('to ')) return shared > 1 || (inHeadline && shared > 0);
  if (one.isVerb) return shared > 0 || inHeadline;
  if (one.definite)
    return (
      shared > 0 || mentions.some(({ topic }) => topic.size === 0) || one.topic.size === 0 || one.definite
    );
  // A noun without an article: in a headline, or about the same.
  return shared > 0 || mentions.some(({ sentence }) => sentence === 0) || one.topic.size === 0;
}

/** "the latest talks", "the next meeting" may be the one named before. */
const isLoose = (ordinal: string) => /^(?:latest|final)$/.test(ordinal);

/** How many words two have in common. */
function sharedBy({ mentions }: Joined, { topic }: Pick<Mention, 'topic'>): number {
  const own = new Set(mentions.flatMap((mention) => [...mention.topic]));
  return [...topic].filter((word) => own.has(word)).length;
}

function likeness({ mentions }: Joined, { topic, family, sentence }: Mention): number {
  const near = Math.max(...mentions.map((mention) => mention.sentence));
  const same = mentions.some((mention) => mention.family === family) ? 1 : 0;
  return sharedBy({ mentions }, { topic }) + same / 2 + Math.max(0, 1 - (sentence - near) / 10) / 4;
}
