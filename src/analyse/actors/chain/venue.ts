import type { Report, Statement } from '../../../record/index.ts';
import { contains, matchesOf, overlapping, overlaps, type Range, spanOf } from '../../../text/index.ts';

const ARTICLE = String.raw`(?:an?|the|his|her|its|their|\p{Lu}\p{L}+['’]s)`;
const NOUN =
  'statement|interview|press (?:conference|briefing|release|call)|news conference|briefing|speech|address|letter|post|tweet|message|memo|email|e-mail|video|broadcast|podcast|blog|report|column|op-ed|editorial|meeting|rally|hearing|debate|ceremony|summit|forum|conference|conference call|call|visit|session|interview|event|town hall|testimony|filing|note|broadcast|appearance|thread|lecture|sermon|remarks|comments';
/** Where or through what something is said: "in a statement", "at a news conference on Monday", "on Telegram", "in parliament". */
const VENUES: readonly RegExp[] = [
  /\bon the sidelines of (?:the |an? )?[\p{L}\p{N}'’ -]{3,60}?(?=[,.;:—–"“”]|\s(?:on|in|that|where|who|and)\s|$)/gu,
  new RegExp(
    String.raw`\b(?:in|at|during|on|after) ${ARTICLE} (?:(?!(?:that|which|who|and|of)\b)[\p{L}\p{N}’'-]+ ){0,4}?(?:${NOUN})\b(?: (?:in|at|with|for|to|on|of) (?:the )?\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*)?`,
    'gu',
  ),
  /\b(?:on|via) (?:Telegram|Twitter|X|Facebook|Instagram|WhatsApp|Truth Social|Weibo|TikTok|YouTube|LinkedIn|Bluesky|Mastodon|VK|(?:state |national |public )?(?:television|radio|TV)|social media|(?:his|her|its|their) (?:website|blog|channel|account|page))\b/gu,
  /\b(?:in|before|to) (?:parliament|congress|the (?:Senate|House|Knesset|Duma|Bundestag|assembly|chamber|dock|witness box)|court)\b/giu,
  /\bby (?:e-?mail|telephone|phone|text message|letter)\b/gu,
  /\bon condition of anonymity\b/gu,
];

/** Without one of these there is no venue; to ask for them is cheap. */
const LEADS =
  /\b(?:statement|interview|conference|briefing|release|call|speech|address|letter|post|tweet|message|memo|e-?mail|video|broadcast|podcast|blog|report|column|op-ed|editorial|meeting|rally|hearing|debate|ceremony|summit|forum|visit|session|event|hall|testimony|filing|note|appearance|thread|lecture|sermon|remarks|comments|sidelines|anonymity|phone|telephone|on [TFIWYLBMVX]|via|television|radio|TV|media|website|channel|account|page|parliament|congress|court|Senate|House|chamber|assembly)\b/i;

/** So far from the cue a venue stands. */
const REACH = 90;

/** Where or through what a statement was made, where its own sentence says so near the cue and outside of what is said. */
export function venueOf(
  { cue, content }: Statement,
  { report, sentences }: { report: Pick<Report, 'text'>; sentences: readonly Range[] },
): Statement['venue'] {
  const first = cue[0];
  const last = cue.at(-1);
  const sentence = first === undefined ? undefined : overlapping(sentences, first)[0];
  if (first === undefined || last === undefined || sentence === undefined) return null;
  const start = Math.max(sentence.start, first.start - REACH);
  const words = report.text.slice(start, Math.min(sentence.end, last.end + REACH));
  if (!LEADS.test(words)) return null;
  for (const pattern of VENUES)
    for (const match of matchesOf(words, pattern)) {
      const range = { start: start + match.index, end: start + match.index + match[0].trimEnd().length };
      const isCue = cue.some((piece) => contains(piece, range));
      if (isCue || !content.some((piece) => overlaps(piece, range)))
        return { text: match[0].trimEnd(), span: spanOf(report.text, range) };
    }
  return null;
}

const DOUBT = /\b(?:allegedly|reportedly|purportedly|supposedly|ostensibly|so-called)\b/i;

/** A word of doubt of the outlet's own: around the cue, or in reported words outside of quotation marks. */
export function doubtOf(
  { cue, content, source, kind }: Statement,
  { report, sentences }: { report: Pick<Report, 'text'>; sentences: readonly Range[] },
): Statement['doubt'] {
  const [first] = cue;
  const sentence = first === undefined ? undefined : overlapping(sentences, first)[0];
  const near =
    sentence === undefined
      ? []
      : [
          {
            start: Math.max(sentence.start, (first?.start ?? 0) - 30),
            end: Math.min(sentence.end, (cue.at(-1)?.end ?? 0) + 30),
          },
        ];
  const reported = kind === 'direct' ? [] : content;
  for (const range of [...cue, ...source, ...near, ...reported]) {
    const words = report.text.slice(range.start, range.end);
    const match = DOUBT.exec(words);
    if (match === null || isQuoted(words, match.index)) continue;
    return spanOf(report.text, {
      start: range.start + match.index,
      end: range.start + match.index + match[0].length,
    });
  }
  return null;
}

/** Whether a place lies behind an opening mark that nothing has closed. */
function isQuoted(words: string, at: number): boolean {
  const before = words.slice(0, at);
  const opened = (before.match(/["“«„]/g) ?? []).length;
  const closed = (before.match(/["”»]/g) ?? []).length;
  const straight = (before.match(/"/g) ?? []).length;
  return straight % 2 === 1 || opened - straight > closed - straight;
}
