import type { Range, Span } from '../../../text/index.ts';
import type { ActorWords } from '../actor-words.ts';
import type { Cast } from '../cast.ts';
import { plain } from '../codes/plain.ts';

/** A medium that a text names: its name, and what the outlet calls it. */
export interface Medium extends Range {
  readonly name: string;
  readonly label: string | null;
}

/** Words for media that name none: "other Tarvian media", "several newspapers". */
const UNNAMED =
  /\b(?:media|newspapers?|outlets?|agenc(?:y|ies)|press|channels?|broadcasters?|websites?|reports|stations?|portals?)$/i;
const ARTICLE = /^(?:the|a|an) /i;
/** Words for one medium are not longer. */
const LONGEST = 200;
/** What stands before a medium's name and tells what it is: "the state agency", "pro-government", "local newspaper". */
const LABEL =
  /^(?:the |a |an |its |their )?(?<label>(?:[\p{L}\p{N}’'-]+ )*?(?:\p{Ll}[\p{L}\p{N}’'-]*(?:-\p{Lu}[\p{L}]*)?|[Pp]ro-\p{Lu}\p{L}*)) (?<name>\p{Lu}[^,]*)$/u;

/** Takes words such as "pro-government Norne and other Ordan media". Gives the media that they name, side by side. */
export function mediaIn(text: string, range: Range): Medium[] {
  const words = text.slice(range.start, range.end);
  const media: Medium[] = [];
  let from = 0;
  for (const separator of [...words.matchAll(/,? and |, /g), null]) {
    const part = words.slice(from, separator?.index ?? words.length);
    const start = range.start + from;
    from = separator === null ? words.length : separator.index + separator[0].length;
    if (part.trim() === '') continue;
    const labelled = part.length > LONGEST ? null : LABEL.exec(part);
    const { label = null, name = part.replace(ARTICLE, '') } = labelled?.groups ?? {};
    const isNone = UNNAMED.test(part) && !/\p{Lu}/u.test(part.split(/\s/).at(-1) ?? '');
    const own = isNone ? part.replace(ARTICLE, '') : name;
    const at = start + part.lastIndexOf(own);
    media.push({ name: own, label: isNone ? null : label, start: at, end: at + own.length });
  }
  return media;
}

/** One word that ends as names of agencies, papers and stations do. */
const WIRE = /^\p{Lu}[\p{L}\d-]*(?:wire|press|news|times|post|inform|fax|radio|media|TV|NET)$/u;

const PERIODICAL = new Set(
  'weekly daily monthly podcast newsletter site tabloid broadsheet radio television tv'.split(' '),
);

/** Whether a noun before a name tells that it is a medium's. */
export const isMediumNoun = (noun: string, { bodies }: Pick<ActorWords, 'bodies'>): boolean =>
  UNNAMED.test(noun) || PERIODICAL.has(noun) || bodies.get(noun) === 'outlet';

/** Whether a name alone tells a medium. */
export const isMediumName = (name: string): boolean => WIRE.test(name);

/** Whether words name media: by what is known of a name, by what it is called, or by "other media" beside it. */
export function areMedia(words: string, { cast, words: known }: { cast: Cast; words: ActorWords }): boolean {
  const media = mediaIn(words, { start: 0, end: words.length });
  const isMedium = ({ name, label }: Medium): boolean => {
    const member = cast.find(name);
    const called = label?.split(' ').at(-1)?.toLowerCase() ?? '';
    // "the newspaper The Lantern" says what it is, whatever the name is taken for.
    if (isMediumName(name) || isMediumNoun(called, known)) return true;
    if (member?.kind === 'person') return false;
    const kind = member?.kind ?? known.known.get(plain(name))?.kind;
    if (kind === 'outlet' || kind === 'agency') return true;
    const nouns = [...name.split(' '), ...(label?.split(' ') ?? [])].map((word) => word.toLowerCase());
    return (
      nouns.some((noun) => known.bodies.get(noun) === 'outlet') ||
      UNNAMED.test(label ?? '') ||
      UNNAMED.test(name)
    );
  };
  return media.length > 0 && media.some(isMedium);
}

/** "minutes seen by the newspaper Norne": a document, and behind "by" who has it before their eyes. */
const SEEN_BY =
  /\b(?:seen|obtained|reviewed|viewed|read|examined) by (?<who>(?:the |a |an )?(?:[\p{Ll}-]+ ){0,3}?\p{Lu}[^,;:()]*)$/u;
/** A name and nothing else. */
const NAME = /^(?:[Tt]he )?\p{Lu}[\p{L}\p{N}’'&.-]*(?: (?:of |the |and )?\p{Lu}[\p{L}\p{N}’'&.-]*)*$/u;

/**
 * The medium by whose eyes a report has a document that a source names: one that words tell, or a name of which nothing else is
 * known, since whoever sees a document for readers is a medium. Null where it is a person, a body or nobody.
 */
export function seenBy(
  source: readonly Span[],
  { cast, words }: { cast: Cast; words: ActorWords },
): Range | null {
  const last = source.at(-1);
  const who = last === undefined ? undefined : SEEN_BY.exec(last.text)?.groups?.who;
  if (last === undefined || who === undefined) return null;
  const range = { start: last.end - who.length, end: last.end };
  return areMedia(who, { cast, words }) || !isNoMedium(who, { cast, words }) ? range : null;
}

/** Where anybody writes: a place of saying, on nobody else's word. */
const PLATFORMS = new Set(
  'telegram twitter x facebook instagram whatsapp weibo tiktok youtube linkedin bluesky mastodon vk'.split(
    ' ',
  ),
);

/** Whether a name is that of a place where anybody writes. */
export const isPlatform = (name: string): boolean => PLATFORMS.has(name.toLowerCase());

/** Whether words where a medium would stand name none: a person, a body that speaks for itself, a place, or nothing with a name. */
export function isNoMedium(text: string, { cast, words }: { cast: Cast; words: ActorWords }): boolean {
  const name = text.replace(/^the /i, '');
  const kind = cast.find(name)?.kind ?? words.known.get(plain(name))?.kind ?? null;
  const isBody = name.split(' ').some((word) => words.bodies.has(word.toLowerCase()));
  const isPlace = words.places.has(plain(name)) || isPlatform(name);
  // "told African-Americans": several are people.
  const areSeveral = /[^sS]s$/.test(name) && !isMediumName(name);
  return (
    areSeveral ||
    !NAME.test(text) ||
    isBody ||
    isPlace ||
    (kind !== null && kind !== 'organization' && kind !== 'country')
  );
}
