import { foldedWords } from '../../text/index.ts';
import { once } from './once.ts';
import type { PageBlock } from './page-blocks.ts';
import { around } from './page-tree.ts';
import type { PageKit } from './page-words.ts';

const SENTENCE_END = /[.!?…:;]["'”’»)\]]*$/u;
/** No sentence ends with more marks. */
const LAST = 12;
/** Longer lines are sentences of somebody, whatever they begin with. */
const LONGEST_PHRASE = 220;
const LONGEST_LABEL = 60;
const LONGEST_CONTACT = 320;

export const endsSentence = (text: string): boolean => SENTENCE_END.test(text.slice(-LAST));

/** Blocks are asked for when the prose of a page is looked for, and again when it is cut. */
const talkBy = once((phrases: PageKit['phrases']) => once((block: PageBlock) => talkIn(block, { phrases })));

/** What the page says about itself in a block, by the words of the block: the rule's name, or null where it says something else. */
export const pageTalk = (block: PageBlock, { phrases }: Pick<PageKit, 'phrases'>): string | null =>
  talkBy(phrases)(block);

function talkIn(block: PageBlock, kit: Pick<PageKit, 'phrases'>): string | null {
  const { text, linked, leadsAway } = block;
  const { phrases } = kit;
  if (text.length <= LONGEST_CONTACT && isContact(text)) return 'how-to-reach-the-reporter';
  if (linked >= MOSTLY_LINKED && !endsSentence(text) && !leadsAway && hasHeadlines(block))
    return 'nothing-but-links';
  if (text.length > LONGEST_PHRASE) return null;
  const words = foldedWords(text.replace(COUNTS, '')).map(({ form }) => form);
  const isWhole = (said: string) => /^(?:whole|both|join)$/.test(phrases.get(said) ?? '');
  if (isWhole(words.join(' ')) || (words.length <= MOST_LABELS && words.every(isWhole) && words.length > 0))
    return 'whole-line';
  // What opens with a quotation mark is what somebody says.
  const most = /^[“"‘«]/.test(text) ? 0 : Math.min(words.length, 6);
  for (let length = most; length >= 1; length--) {
    const begins = phrases.get(words.slice(0, length).join(' '));
    if (begins === 'note') return 'note-of-the-page';
    if (begins === 'whole' && linked >= 0.4 && hasColonAfter(text, length)) return 'begins-like-a-pointer';
    if (begins !== 'begin' && begins !== 'both') continue;
    // "Related: the pier" and "Sign up here" are the page's; "Sign up to 300 people did" is the report's.
    const isPointer =
      linked >= 0.4 || (text.length <= LONGEST_LABEL && !/[.!?]$/.test(text)) || hasColonAfter(text, length);
    if (isPointer) return 'begins-like-a-pointer';
    if (ADDRESSES_READER.test(text)) return 'addresses-the-reader';
  }
  if (linked >= 0.9 && !endsSentence(text) && !leadsAway) return 'nothing-but-a-link';
  if (linked >= 0.5 && ADDRESSES_READER.test(text) && !QUOTED.test(text)) return 'asks-the-reader';
  if (
    (PROMOTES.test(text) ||
      endsWithAsking(block, kit) ||
      (SUPPORT.test(text) && ADDRESSES_READER.test(text))) &&
    !QUOTED.test(text)
  )
    return 'promotes-the-outlet';
  if (OF_BROWSER.test(text) && !QUOTED.test(text)) return 'about-the-browser';
  if (CREDIT.test(text)) return 'credit-of-a-picture';
  if (COUNTER.test(text) || (/^\d{1,3}$/.test(text) && isInFigure(block))) return 'counter-of-a-gallery';
  if (/^(?:©|\(c\)|copyright\b)|copyright (?:19|20)\d\d\b/i.test(text) && !QUOTED.test(text))
    return 'copyright';
  if (linked > 0 && text.includes(' | ') && !endsSentence(text)) return 'line-of-links';
  return null;
}

const MOSTLY_LINKED = 0.6;
const SHORTEST_HEADLINE = 20;
const FEWEST_HEADLINES = 3;

/** Whether a line holds several links of the length of headlines. */
const hasHeadlines = ({ texts }: PageBlock): boolean =>
  texts.filter(({ value, parent }) => parent.tag === 'a' && value.trim().length >= SHORTEST_HEADLINE)
    .length >= FEWEST_HEADLINES;

const isInFigure = ({ element }: PageBlock): boolean =>
  [...around(element)].slice(0, 4).some(({ tag }) => tag === 'figure');

const LONGEST_ASKING = 60;
const MOST_WORDS = 6;

const firstWord = (said: string): string => /^\W*(\w*)/.exec(said)?.[1]?.toLowerCase() ?? '';
/** The first words of what asks to join: most of a page's links begin with others. */
const firstsOf = once(
  (phrases: PageKit['phrases']) =>
    new Set([...phrases].flatMap(([words, place]) => (place === 'join' ? firstWord(words) : []))),
);

/** Whether the words of a link or a button ask readers to join or to pay. */
export function asksToJoin(said: string, { phrases }: Pick<PageKit, 'phrases'>): boolean {
  if (said.length > LONGEST_ASKING || !firstsOf(phrases).has(firstWord(said))) return false;
  const words = foldedWords(said).map(({ form }) => form);
  return words.some(
    (_, end) => end < MOST_WORDS && phrases.get(words.slice(0, end + 1).join(' ')) === 'join',
  );
}

/** Whether a paragraph ends with a link that asks readers to join. */
function endsWithAsking({ texts }: PageBlock, kit: Pick<PageKit, 'phrases'>): boolean {
  const last = texts.findLast(({ value }) => /\p{L}/u.test(value));
  return last?.parent.tag === 'a' && asksToJoin(last.value.trim(), kit);
}

/** How long it takes, or how often it was done, behind a label: "Listen to this article 3 min", "Share 1.2K". */
const COUNTS =
  /^\d[\d.,]{0,6} ?[km]? ?(?=(?:shares?|comments?|likes?|views|reads)$)|(?<![\s(·•|–-])[\s(·•|–-]{1,3}\d[\d.,:]{0,6} ?(?:[km]|min(?:ute)?s?|sec(?:ond)?s?|hours?)?(?: (?:read|listen|watch))?\)?$/i;
const MOST_LABELS = 6;
const QUOTED = /[“”"«»]/;
/** "US" is a country, and so is it where all is in capitals. */
const ADDRESSES_READER = /\b(?:[Yy]ou|[Yy]our|[Oo]ur|[Uu]s|YOU|YOUR|OUR)\b/;
const PROMOTES =
  /\bT&Cs? apply\b|\bnew customers only\b|\bgamble ?(?:aware|responsibly)\b|^(?:(?:please )?(?:subscribe|sign up|follow|like|share|download|join|get|stay|tap|click|support|donate|become|keep|want|enjoy(?:ed|ing)?|if you (?:enjoyed|liked|love|value)|did you (?:enjoy|like|know)|(?:don['’]t|never) miss|to (?:get|receive))\b)(?=.*\b(?:newsletters?|inbox|channel|our app|subscription|subscribers?|membership|members?|twitter|facebook|instagram|whatsapp|telegram|youtube|podcast|notifications|breaking news|alerts|this (?:article|story|post)|our (?:journalism|work|reporting|stories|coverage|website|page))\b)/i;
/** What readers are asked for: "please consider making a donation", "you value our journalism". */
const SUPPORT =
  /\b(?:please )?consider (?:(?:buy|becom|support|donat|giv|mak|subscrib|join)ing|an? (?:\w+ )?(?:gift|donation|subscription))\b|\byour (?:support|donation|contribution|gift)\b.{0,40}\b(?:us|our|possible|journalism|reporting)\b|\b(?:value|enjoy|support|fund)s? (?:our |independent |local ){1,2}(?:journalism|reporting|newsroom|work)\b/i;
/** What a browser is to be able to do. */
const OF_BROWSER =
  /\b(?:you are|you['’]re) using an ad ?blocker\b|\b(?:disable|switch off|turn off|pause) your ad ?blocker\b|\bjavascript\b.{0,60}\b(?:enabled?|disabled|(?:turned|switched) o(?:n|ff)|supported)\b|^(?:please )?(?:enable|turn on|switch on) javascript\b|\brequires? javascript\b/i;
/** Whose picture it is. */
const CREDIT =
  /^[[(]?\s*(?:(?:file )?(?:photo(?:graph)?s?|image|picture|illustration|graphic|video|pic)(?: (?:credit|by|courtesy(?: of)?|supplied by|source))?\s*[:/|©]|(?:photo(?:graph)?s?|image|picture) (?:by|credit|courtesy)\b)[^!?“”"]{0,90}$/i;
const COUNTER =
  /^(?:(?:(?:slide|photo|image|picture) )?\d{1,3} ?(?:\/|of) ?\d{1,3}|(?:slideshow|gallery) ?\( ?\d{1,3} \w+ ?\))$/i;
const REACHED =
  /^(?:for (?:interviews?|further information)\b|(?:media|press) (?:contacts?|enquir(?:y|ies)|inquiries|office)|reach|contact|e-?mail|follow|find|have (?:an?|any) (?:news )?tips?|got (?:an?|any) (?:news )?tips?|send|you can (?:reach|follow|contact|e-?mail)|to (?:reach|contact)|write to)\b|\b(?:can|may) be (?:reached|contacted|e-?mailed|followed) (?:at|on|via|by)\b|\bfollow (?:me|us) (?:on|at)\b|\b(?:follow|reach|contact|e-?mail) (?:him|her|them|our \w{3,20}) (?:on|at|via)\b/i;
const PLACE_OF_WRITER =
  /\w@[\w-]{1,60}\.\w|(?:^|[\s(])@\w\w|\b(?:twitter|x|bsky|instagram|facebook|linkedin)\.(?:com|app)\b|\bon (?:twitter|x|bluesky|facebook|instagram|mastodon|threads)\b|\bphone\b|\b\d{3}[-.]\d{3,4}\b/i;
/** A line that is an address of mail or of a network, and nothing else. */
const BARE_PLACE =
  /^(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w{2,}|(?:https?:\/\/)?(?:www\.)?(?:twitter|x|facebook|instagram)\.com\/\S+)$/i;

/** How readers get hold of whoever wrote it. */
const isContact = (text: string): boolean =>
  BARE_PLACE.test(text) ||
  /^[^.!?]{3,60}: [\w.+-]+@[\w.-]+$/.test(text) ||
  (REACHED.test(text) && PLACE_OF_WRITER.test(text) && !QUOTED.test(text));

function hasColonAfter(text: string, words: number): boolean {
  const end = foldedWords(text)[words - 1]?.end ?? 0;
  return /^\s*[:|»>]/.test(text.slice(end));
}
