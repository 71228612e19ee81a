import { HELD_ACTS, SPOKEN_ACTS, type Statement } from '../../record/index.ts';
import type { NamedRule } from '../named-rule.ts';
import { byContent } from './acts-by-content.ts';
import { type AttributionWords, entryOf, wordsOf } from './mode.ts';

type Act = Statement['act'];

/** What is looked at of a statement to tell its act. */
export interface ActOf {
  readonly cue: readonly string[];
  readonly content: readonly string[];
  readonly mode: Statement['mode'];
}

/** An act, and the rule that told it. */
export interface Told {
  readonly act: Act;
  readonly by: string;
}

const CUE: NamedRule = { name: 'act-of-the-cue', example: 'The mayor denied that the bridge was unsafe.' };
const MARK_ALONE: NamedRule = {
  name: 'no-words-attribute',
  example: 'The mayor: “The bridge has two lanes.”',
};
const PLAINEST: NamedRule = {
  name: 'plainest-of-its-mode',
  example: 'The mayor is of the mind that the bridge is unsafe.',
};

/**
 * What is done by saying it: by the cue's lemma; where the cue is plain, by what the content says. An act that does not go
 * with the mode gives way to the plainest that does.
 */
export function actOf({ cue, content, mode }: ActOf, words: Pick<AttributionWords, 'cues'>): Told {
  const said = content.join(' ');
  const attributing = cue.join(' ');
  const told = byBoth(attributing, said) ?? byCue(cue, said, words);
  const allowed: readonly Act[] = mode === 'held' ? HELD_ACTS : SPOKEN_ACTS;
  if (told !== null && allowed.includes(told.act)) return told;
  return { act: mode === 'held' ? 'believe' : mode === 'shown' ? 'report' : 'say', by: PLAINEST.name };
}

/** A colon or a dash attributes without saying how. */
const MARK = /^[:–—-]?$/;

function byCue(cue: readonly string[], content: string, words: Pick<AttributionWords, 'cues'>): Told | null {
  const entry = entryOf(cue.flatMap(wordsOf), words);
  if (entry === null && !MARK.test(cue.join(' '))) return null;
  const usual = { act: entry?.act ?? 'say', by: (entry === null ? MARK_ALONE : CUE).name };
  const done = usual.act === 'say' ? byContent(content) : null;
  return done === null ? usual : { act: done.act, by: done.name };
}

/** A rule that looks at the cue and at what it attributes. */
interface BothRule extends NamedRule {
  readonly act: Act;
  readonly fits: (cue: string, content: string) => boolean;
}

/** Verbs whose act hangs on what they are said of: a request is rejected otherwise than a claim; to call names is to judge. */
const BOTH_RULES: readonly BothRule[] = [
  {
    name: 'declines-to-comment',
    act: 'decline to comment',
    example: 'A spokesman for the town declined to comment on the toll.',
    fits: isAboutSpeaking,
  },
  {
    name: 'rejects-a-request',
    act: 'refuse',
    example: 'The mayor rejected a request by the union.',
    fits: (cue, content) => REJECTS.test(cue) && REQUEST.test(content),
  },
  {
    name: 'rejects-a-claim',
    act: 'deny',
    example: 'The mayor rejected the claim that the town lost money.',
    fits: (cue) => REJECTS.test(cue),
  },
  {
    name: 'calls-it-good',
    act: 'praise',
    example: 'Mayor Edda Bream called the plan “a great success”.',
    fits: (cue, content) => CALLS.test(cue) && QUOTED.test(content) && GOOD.test(content),
  },
  {
    name: 'calls-it-names',
    act: 'criticise',
    example: 'Mayor Edda Bream called the plan “a leaking boat”.',
    fits: (cue, content) =>
      CALLS.test(cue) && QUOTED.test(content) && (/\bdismiss/i.test(cue) || content.includes(' ')),
  },
];

export const CUE_RULES: readonly NamedRule[] = [...BOTH_RULES, CUE, MARK_ALONE, PLAINEST];

function byBoth(cue: string, content: string): Told | null {
  const rule = BOTH_RULES.find(({ fits }) => fits(cue, content));
  return rule === undefined ? null : { act: rule.act, by: rule.name };
}

/** "declined to comment", "did not respond to a request for comment": about speaking, whatever the verb. */
function isAboutSpeaking(cue: string, content: string): boolean {
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
  return isDeclining || isDrawn || (refuses && speaking.test(all) && /\bcomment\b/i.test(all));
}

const REJECTS = /\breject/i;
const REQUEST =
  /^(?:an?|the|his|her|its|their|this|that|any|calls?|\p{L}+['’]s)?\s?(?:\p{L}+ ){0,2}(?:requests?|offers?|proposals?|calls?|demands?|bids?|plans?|appeals?|invitations?)\b/iu;
const CALLS = /\b(?:call(?:s|ed|ing)?|describ(?:es?|ed|ing)|dismiss(?:es|ed|ing)?)$/i;
const QUOTED = /["“‘«]/;
const GOOD =
  /\b(?:great|wonderful|historic|success(?:ful)?|victory|best|hero(?:ic|es)?|important|excellent|good|welcome|triumph|brave|fantastic|remarkable|brilliant|outstanding)\b/i;

const NO_ONE = new Set(['nobody', 'no', 'none', 'neither', 'no-one']);

/** Whether it is negated: "did not say", "has yet to say", "stopped short of saying", "nobody said". Verbs that say no by themselves ("denied") are not. */
export function isNegated(cue: readonly string[], source: readonly string[]): boolean {
  const [subject = ''] = source[0]?.toLowerCase().split(' ') ?? [];
  return (
    NO_ONE.has(subject) ||
    /\b(?:not|never|nor|neither|no longer|cannot|yet to|short of)\b|n['’]t\b/i.test(cue.join(' '))
  );
}
