import { type Refusal, refuse } from '../../record/index.ts';
import type { PageTree } from '../html/page-tree.ts';

/** A notice is short; only consent walls go on. */
const LONGEST_NOTICE = 1_500;
const LONGEST_CONSENT = 6_000;
/** So much of a notice's sentences speaks to whoever reads it, or of those who run the site. */
const ADDRESSED = 0.5;
const FEWEST_TERMS = 4;
const SHORTEST_REPORT = 250;
const LONGEST_DELAY = 10;

const ADDRESSES = /\b(?:you|your|yours|we|our|us|please)\b/i;
/** Words that somebody says: names of buttons are shorter. */
const QUOTED = /(?<![^\s(])[“"«](?:[^\s”"»]{1,30} ){5,40}[^\s”"»]{1,30}[”"»]/;
const TERMS_OF_CONSENT = [
  /\bcookies?\b/i,
  /\b(?:consent|accept|agree|reject|opt out)\b/i,
  /\b(?:partners|vendors|third parties)\b/i,
  /\b(?:personal data|identifiers|your device|geolocation|your data|data about you)\b/i,
  /\blegitimate interests?\b/i,
  /\bprivacy\b/i,
  /\b(?:advertising|ads|personali[sz]ed|measure)\b/i,
  /\b(?:preferences|settings|choices?)\b/i,
];
const THING =
  /\b(?:page|story|article|report|content|item|post|link|address|file|document|resource|url|what you (?:were|are) looking for)\b/i;
const MISSING =
  /\b(?:removed|taken down|deleted|moved|no longer (?:available|exists?|here|online|live)|not (?:be )?found|(?:can|could)(?:no|['’])?t (?:be )?(?:find|found|locate)|cannot (?:be )?(?:find|found|locate)|expired|does(?:n['’]t| not) exist|unavailable|not available|lost|nothing here|mistyped|out of date)\b/i;
/** A note in place of the text: "This article is no longer available." */
const IS_GONE =
  /^(?:sorry, )?(?:this|the) (?:page|story|article|report|post) (?:(?:that )?you [a-z ]{3,30} )?(?:is no longer|has been (?:removed|deleted|taken down)|was (?:removed|deleted|taken down)|has expired|is (?:un|not )available)/i;
const WAY_OUT =
  /\b(?:search|front page|home ?page|go back|back to|check (?:the|your)|archive|site ?map|latest (?:news|reports|stories)|menu|try (?:again|another)|contact us|links? below|sorry)\b/i;
const SCRIPT =
  /^just a moment\b|\b(?:attention required|(?:enable|turn on|allow|requires?|needs?|without|activate) (?:java ?script|cookies)|java ?script (?:is|must be|has been|to be|and cookies)|(?:checking|verify(?:ing)?) (?:your|that your) (?:browser|connection)|your browser is (?:being checked|out of date|not supported)|(?:not|you are|you're|are you) (?:a )?(?:robot|human|bot)|unusual (?:traffic|activity)|ad ?blockers?|security check|captcha|complete the (?:check|challenge|puzzle))\b/i;
const LOG_IN =
  /^(?:please )?(?:log ?in|sign ?in|log on|register|create (?:an|your) account|my account|member (?:login|sign ?in))\b/i;
const MAINTENANCE =
  /\b(?:(?:planned|scheduled|routine|essential|under) maintenance|(?:be|are) (?:right )?back (?:shortly|soon|online|later)|(?:temporarily|currently) (?:unavailable|offline|down)|technical (?:difficulties|problems)|down for)\b/i;
const REDIRECTS =
  /\b(?:you (?:are|will) be(?:ing)? (?:redirected|taken|sent|forwarded)|redirecting|if you are not (?:automatically )?redirected|this page has moved|click here if)\b/i;

/** Whether some words of a page have the terms of a question of consent. */
export const asksForConsent = (words: string): boolean =>
  TERMS_OF_CONSENT.filter((term) => term.test(words)).length >= FEWEST_TERMS;

/** Whether some words of a page ask for scripts, or check that a human reads. */
export const asksForScripts = (words: string): boolean => SCRIPT.test(words);

/** What a page shows in place of its report. */
export interface Notice {
  readonly tree: PageTree;
  readonly title: string | null;
  readonly headline: string | null;
  /** The text in sentences. */
  readonly prose: string;
  /** How many characters that is. */
  readonly length: number;
}

/**
 * A notice to readers in place of a report, by its name, or null: a question of consent, a page that is gone, a check of
 * the browser, a form to log in, an apology, a way to elsewhere. It speaks to its readers in most of its sentences and
 * quotes nobody, where a report about such things speaks of others and quotes them.
 */
export function noticeIn(notice: Notice): Refusal | null {
  const { tree, title, headline, prose, length } = notice;
  const said = `${headline ?? ''}. ${prose}`;
  const found = (code: Refusal['code'], what: string) =>
    refuse(code, `expected a report, found ${what}: "${(headline ?? prose).slice(0, 80)}"`);
  if (length < SHORTEST_REPORT && (refreshOf(tree) || REDIRECTS.test(said)))
    return found('redirect-stub', 'a page that leads on to another');
  if (length > LONGEST_CONSENT || QUOTED.test(prose)) return null;
  const isAddressed = shareOf(prose, ADDRESSES) >= ADDRESSED;
  if (isAddressed && asksForConsent(said)) return found('consent-wall', 'a question of consent');
  if (length > LONGEST_NOTICE) return null;
  if ([said, title ?? ''].some(asksForScripts) && (isAddressed || length < SHORTEST_REPORT))
    return found('script-wall', 'a check of the browser');
  if (headline !== null && LOG_IN.test(headline) && (asksForPassword(tree) || length < SHORTEST_REPORT))
    return found('login-form', 'a form to log in');
  const opening = `${headline ?? ''}. ${prose.slice(0, SHORTEST_REPORT)}`;
  if (isAddressed && MAINTENANCE.test(opening)) return found('error-page', 'an apology of the site');
  const sentences = sentencesOf(opening);
  if (length < SHORTEST_REPORT && IS_GONE.test(prose)) return found('error-page', 'a note that it is gone');
  const isMissing = sentences.some((sentence) => THING.test(sentence) && MISSING.test(sentence));
  const isLost = headline !== null && /\b(?:sorry|oops|find that|lost|nothing here|404)\b/i.test(headline);
  if (
    (isMissing || (isLost && MISSING.test(said))) &&
    WAY_OUT.test(said) &&
    (isAddressed || length < SHORTEST_REPORT)
  )
    return found('error-page', 'a page that says that there is none');
  return null;
}

const asksForPassword = ({ elements }: PageTree) =>
  elements.some(({ tag, attributes }) => tag === 'input' && attributes.get('type') === 'password');

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])\s/);

function shareOf(text: string, pattern: RegExp): number {
  const sentences = sentencesOf(text).filter((sentence) => /\p{L}/u.test(sentence));
  if (sentences.length === 0) return 0;
  return sentences.filter((sentence) => pattern.test(sentence)).length / sentences.length;
}

/** Whether a page sends its readers on within seconds. */
function refreshOf({ elements }: PageTree): boolean {
  return elements.some(({ tag, attributes }) => {
    if (tag !== 'meta' || attributes.get('http-equiv')?.toLowerCase() !== 'refresh') return false;
    const [, delay] =
      /^\s{0,9}(\d{1,4})(?:\.\d*)?\s{0,9}[;,]\s{0,9}\S/.exec(attributes.get('content') ?? '') ?? [];
    return delay !== undefined && Number(delay) <= LONGEST_DELAY;
  });
}
