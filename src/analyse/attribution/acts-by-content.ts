import type { Statement } from '../../record/index.ts';
import type { NamedRule } from '../named-rule.ts';

/** What content does whatever the verb, where that is plain: "said". */
export interface ContentRule extends NamedRule {
  readonly act: Statement['act'];
  readonly pattern: RegExp;
}

/** The first that fits counts. */
export const CONTENT_RULES: readonly ContentRule[] = [
  {
    name: 'asks',
    act: 'ask',
    example: '“Is the bridge safe?” Mayor Edda Bream said.',
    pattern: /\?["”’»]?$/,
  },
  {
    name: 'apologises',
    act: 'apologise',
    example: '“I am deeply sorry,” Mayor Edda Bream said.',
    pattern: /\b(?:apologi[sz]e|(?:is|am|are|were|was|['’]m|['’]re) (?:deeply |very |truly )?sorry)\b/i,
  },
  {
    name: 'says-it-is-untrue',
    act: 'deny',
    example: 'The mayor said that the claim was untrue.',
    pattern:
      /\b(?:(?:is|are|was|were) (?:untrue|false|not true|baseless|unfounded|nonsense|a lie|lies|fabricated)|no truth (?:in|to)|had nothing to do with|(?:does|do|did) not exist)\b/i,
  },
  {
    name: 'will-not',
    act: 'refuse',
    example: 'The mayor said that the town would never sign the treaty.',
    pattern:
      /\b(?:will|would|['’]ll) (?:not|never) (?:discuss|negotiate|accept|talk about|take part|attend|agree|allow|sign)\b/i,
  },
  {
    name: 'out-of-the-question',
    act: 'rule out',
    example: 'The mayor said that a toll was out of the question.',
    pattern: /\b(?:out of the question|(?:off|not on) the table)\b/i,
  },
  {
    name: 'says-what-will-be',
    act: 'announce',
    example: 'The mayor said that the meeting had been moved to May.',
    pattern:
      /\b(?:(?:has|have|had) been (?:moved|postponed|put off|put back|rescheduled|cancelled|canceled|called off|brought forward|delayed|shifted|pushed back|appointed)|(?:is|are) (?:now )?(?:due|scheduled|cancelled|canceled|postponed|closed) (?:on|for|to|until|in)?|(?:is|are) (?:cancelled|canceled|postponed)|will (?:now )?(?:open|close|start|begin|reopen|resume|take place|be held|go ahead|walk out|stay shut|meet|launch|step down|resign))\b/i,
  },
  {
    name: 'thanks',
    act: 'praise',
    example: '“We are grateful to the crews,” Mayor Edda Bream said.',
    pattern:
      /\b(?:thank(?:ed|s)? (?:the|our|my|all|everyone|you)|congratulat|proud of|outstanding|grateful to)\b/i,
  },
  {
    name: 'says-who-did-wrong',
    act: 'accuse',
    example: 'The mayor said that the builder had lied about the bridge.',
    pattern:
      /\b(?:lied|lying|cheated|bribes?|violat(?:ed|es|ing)|covered up|cover-up|betrayed|(?:is|are|was|were) to blame)\b/i,
  },
  {
    name: 'judges',
    act: 'criticise',
    example: 'The mayor said that the delay was a disgrace.',
    pattern:
      /\b(?:disgrace(?:ful)?|shame(?:ful)?|unacceptable|outrageous|irresponsible|reckless|incompeten(?:t|ce)|a mistake|absurd|ridiculous|cynical|hypocri(?:sy|tical)|scandal(?:ous)?|appalling|lazy|inadequate|too (?:little|late)|unfair|insulting|worst)\b/i,
  },
  {
    name: 'tells-to-do',
    act: 'demand',
    example: '“Stay at home,” Mayor Edda Bream said.',
    pattern:
      /^["“‘«]?(?:please|stop|stay|let|give|get|leave|come|read|listen|wait|keep|don['’]t|do not|resign|withdraw|release|then (?:read|tell|show|go))\b/i,
  },
  {
    name: 'we-will',
    act: 'promise',
    example: '“We will repair the bridge by May,” Mayor Edda Bream said.',
    pattern: /\b(?:I|we)(?: will| shall|['’]ll| am going to| are going to)\b(?! (?:not|never))/i,
  },
];

/** What is done by saying this with a plain verb, where the content tells. */
export const byContent = (content: string): ContentRule | null =>
  CONTENT_RULES.find(({ pattern }) => pattern.test(content)) ?? null;
