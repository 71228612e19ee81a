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

/** What is known of an event from its mentions so far. */
interface Known extends Joined {
  readonly families: Set<string>;
  /** The families of its nouns alone. */
  readonly nouns: Set<string>;
  readonly ordinals: Set<string>;
  readonly topic: Set<string>;
  /** Whether its verbs lie ahead, for each way that was found. */
  readonly ahead: Set<boolean>;
  /** Whether only the headline names it so far. */
  inHeadline: boolean;
  last: Mention;
}

/** Of very many events of one name the latest are asked. */
const MOST_ASKED = 40;

/** Puts mentions of one event together, in the order of the text: by what they name, which one of several, and about what. */
export function joinMentions(mentions: readonly Mention[]): Joined[] {
  const events: Known[] = [];
  const byFamily = new Map<string, Known[]>();
  for (const mention of mentions) {
    const asked = familiesOf(mention).flatMap((family) => byFamily.get(family)?.slice(-MOST_ASKED) ?? []);
    const fits = [...new Set(asked)].filter((event) => isSame(event, mention));
    const [found] =
      mention.article === 'this'
        ? fits.toSorted((a, b) => b.last.start - a.last.start)
        : fits.toSorted((a, b) => likeness(b, mention) - likeness(a, mention));
    const event = found ?? newEvent(mention);
    if (found === undefined) events.push(event);
    if (!event.families.has(mention.family)) {
      const own = byFamily.get(mention.family);
      if (own === undefined) byFamily.set(mention.family, [event]);
      else own.push(event);
    }
    learn(event, mention);
  }
  return events;
}

/** The names under which an event of a mention may be known. */
function familiesOf({ family, definite }: Mention): string[] {
  const kinds = definite ? ALIKE.filter((one) => one.has(family)) : [];
  return [...new Set([family, ...kinds.flatMap((kind) => [...kind])])];
}

const newEvent = (mention: Mention): Known => ({
  mentions: [],
  families: new Set(),
  nouns: new Set(),
  ordinals: new Set(),
  topic: new Set(),
  ahead: new Set(),
  inHeadline: true,
  last: mention,
});

function learn(event: Known, mention: Mention): void {
  event.mentions.push(mention);
  event.families.add(mention.family);
  if (mention.isVerb) event.ahead.add(mention.isAhead);
  else event.nouns.add(mention.family);
  if (mention.ordinal !== null) event.ordinals.add(mention.ordinal);
  for (const word of mention.topic) event.topic.add(word);
  if (mention.sentence > 0) event.inHeadline = false;
  event.last = mention;
}

function isSame(event: Known, one: Mention): boolean {
  const inHeadline = event.inHeadline && one.sentence > 0;
  if (one.further !== null && !(inHeadline && /^(?:new|fresh)$/.test(one.further))) return false;
  const isAlike = event.families.has(one.family);
  const isKind =
    one.definite &&
    ALIKE.some((kinds) => kinds.has(one.family) && [...event.nouns].some((name) => kinds.has(name)));
  if (!isAlike && !isKind) return false;
  const shared = sharedBy(event, one);
  if (!isAlike && one.topic.size > 0 && shared === 0) return false;
  if (one.ordinal !== null && event.ordinals.size > 0 && !event.ordinals.has(one.ordinal)) return false;
  if (one.ordinal !== null && event.ordinals.size === 0 && !isLoose(one.ordinal) && event.ahead.size === 0)
    return event.inHeadline;
  if (one.article === 'a' && !inHeadline) return isAlike && shared > 1;
  // What is done and what was done are two, and so are two doings of a verb that all do.
  if (one.isVerb && event.ahead.has(!one.isAhead)) return false;
  if (one.isVerb && one.family.startsWith('to ')) return shared > 1 || (inHeadline && shared > 0);
  if (one.isVerb) return shared > 0 || inHeadline;
  // A noun without an article: in a headline, or about the same.
  return one.definite || shared > 0 || event.mentions[0]?.sentence === 0 || one.topic.size === 0;
}

/** "the latest talks", "the next meeting" may be the one named before. */
const isLoose = (ordinal: string) => /^(?:latest|final)$/.test(ordinal);

/** How many words two have in common. */
function sharedBy(event: Known, { topic }: Mention): number {
  let shared = 0;
  for (const word of topic) if (event.topic.has(word)) shared++;
  return shared;
}

function likeness(event: Known, mention: Mention): number {
  const same = event.families.has(mention.family) ? 1 : 0;
  const near = Math.max(0, 1 - (mention.sentence - event.last.sentence) / 10);
  return sharedBy(event, mention) + same / 2 + near / 4;
}
