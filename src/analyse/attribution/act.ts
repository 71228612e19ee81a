import { HELD_ACTS, SPOKEN_ACTS, type Statement } from '../../record/index.ts';
import { type AttributionWords, entryOf, wordsOf } from './mode.ts';

type Act = Statement['act'];

/** What is looked at of a statement to tell its act. */
export interface ActOf {
  readonly cue: readonly string[];
  readonly content: readonly string[];
  readonly mode: Statement['mode'];
}

/**
 * What is done by saying it: by the cue's lemma; where the cue is plain, by what the content says. An act that does not go
 * with the mode gives way to the plainest that does.
 */
export function actOf({ cue, content, mode }: ActOf, words: Pick<AttributionWords, 'cues'>): Act {
  const said = content.join(' ');
  const attributing = cue.join(' ');
  const usual = entryOf(cue.flatMap(wordsOf), words)?.act ?? (MARK.test(attributing) ? 'say' : null);
  const act =
    byComment(attributing, said) ??
    byObject(attributing, said) ??
    (usual === 'say' ? (byContent(said) ?? usual) : usual);
  const allowed: readonly Act[] = mode === 'held' ? HELD_ACTS : SPOKEN_ACTS;
  if (act !== null && allowed.includes(act)) return act;
  return mode === 'held' ? 'believe' : mode === 'shown' ? 'report' : 'say';
}

/** A colon or a dash attributes without saying how. */
const MARK = /^[:–—-]?$/;

/** "declined to comment", "did not respond to a request for comment": about speaking, whatever the verb. */
function byComment(cue: string, content: string): Act | null {
  const all = `${cue} ${content}`;
  const refuses =
    /\b(?:declin|refus|would not|wouldn['’]t|did not|didn['’]t|has not|have not|not immediately|no)/i.test(
      all,
    );
  const speaking =
    /\b(?:comment|requests? for (?:comment|an interview)|(?:to|not) (?:say|discuss|talk about|elaborate|be drawn))\b/i;
  const isDeclining =
    /\bdeclin/i.test(cue) &&
    /\bto (?:say|comment|discuss|answer|give|name|elaborate|talk|confirm|be|repeat|speak)\b/i.test(
      `${cue} ${content.slice(0, 20)}`,
    );
  const isDrawn = /\bnot be drawn\b/i.test(all);
  return isDeclining || isDrawn || (refuses && speaking.test(all) && /\bcomment\b/i.test(all))
    ? 'decline to comment'
    : null;
}

const GOOD =
  /\b(?:great|wonderful|historic|success(?:ful)?|victory|best|hero(?:ic|es)?|important|excellent|good|welcome|triumph|brave|fantastic|remarkable|brilliant|outstanding)\b/i;

/** Verbs whose act hangs on what they are said of: a request is rejected otherwise than a claim; to call names is to judge. */
function byObject(cue: string, content: string): Act | null {
  if (/\breject/i.test(cue))
    return /^(?:an?|the|his|her|its|their|this|that|any|calls?|\p{L}+['’]s)?\s?(?:\p{L}+ ){0,2}(?:requests?|offers?|proposals?|calls?|demands?|bids?|plans?|appeals?|invitations?)\b/iu.test(
      content,
    )
      ? 'refuse'
      : 'deny';
  if (
    /\b(?:call(?:s|ed|ing)?|describ(?:es?|ed|ing)|dismiss(?:es|ed|ing)?)$/i.test(cue) &&
    /["“‘«]/.test(content)
  )
    return GOOD.test(content)
      ? 'praise'
      : /\bdismiss/i.test(cue) || content.includes(' ')
        ? 'criticise'
        : null;
  return null;
}

const CONTENT: readonly [pattern: RegExp, act: Act][] = [
  [/\?["”’»]?$/, 'ask'],
  [/\b(?:apologi[sz]e|(?:is|am|are|were|was|['’]m|['’]re) (?:deeply |very |truly )?sorry)\b/i, 'apologise'],
  [
    /\b(?:(?:is|are|was|were) (?:untrue|false|not true|baseless|unfounded|nonsense|a lie|lies|fabricated)|no truth (?:in|to)|had nothing to do with|(?:does|do|did) not exist)\b/i,
    'deny',
  ],
  [
    /\b(?:will|would|['’]ll) (?:not|never) (?:discuss|negotiate|accept|talk about|take part|attend|agree|allow|sign)\b/i,
    'refuse',
  ],
  [/\b(?:out of the question|(?:off|not on) the table)\b/i, 'rule out'],
  [
    /\b(?:(?:has|have|had) been (?:moved|postponed|put off|put back|rescheduled|cancelled|canceled|called off|brought forward|delayed|shifted|pushed back|appointed)|(?:is|are) (?:now )?(?:due|scheduled|cancelled|canceled|postponed|closed) (?:on|for|to|until|in)?|(?:is|are) (?:cancelled|canceled|postponed)|will (?:now )?(?:open|close|start|begin|reopen|resume|take place|be held|go ahead|walk out|stay shut|meet|launch|step down|resign))\b/i,
    'announce',
  ],
  [
    /\b(?:thank(?:ed|s)? (?:the|our|my|all|everyone|you)|congratulat|proud of|outstanding|grateful to)\b/i,
    'praise',
  ],
  [
    /\b(?:lied|lying|cheated|bribes?|violat(?:ed|es|ing)|covered up|cover-up|betrayed|(?:is|are|was|were) to blame)\b/i,
    'accuse',
  ],
  [
    /\b(?:disgrace(?:ful)?|shame(?:ful)?|unacceptable|outrageous|irresponsible|reckless|incompeten(?:t|ce)|a mistake|absurd|ridiculous|cynical|hypocri(?:sy|tical)|scandal(?:ous)?|appalling|lazy|inadequate|too (?:little|late)|unfair|insulting|worst)\b/i,
    'criticise',
  ],
  [
    /^["“‘«]?(?:please|stop|stay|let|give|get|leave|come|read|listen|wait|keep|don['’]t|do not|resign|withdraw|release|then (?:read|tell|show|go))\b/i,
    'demand',
  ],
  [/\b(?:I|we)(?: will| shall|['’]ll| am going to| are going to)\b(?! (?:not|never))/i, 'promise'],
];

/** What is done by saying this with a plain verb, where the content tells. */
export function byContent(content: string): Act | null {
  return CONTENT.find(([pattern]) => pattern.test(content))?.[1] ?? null;
}

/** Whether the cue is negated: "did not say", "has yet to say". Verbs that say no by themselves ("denied") are not. */
export function isNegated(cue: readonly string[]): boolean {
  return /\b(?:not|never|nor|neither|no longer|cannot|yet to)\b|n['’]t\b/i.test(cue.join(' '));
}
