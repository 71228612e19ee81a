import { HELD_ACTS, SPOKEN_ACTS, type Statement } from '../../record/index.ts';
import { type AttributionWords, entryOf, wordsOf } from './mode.ts';

type Act = Statement['act'];

/** What is read of a statement to tell its act. */
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
  const act =
    byComment(cue.join(' '), said) ?? byContent(entryOf(cue.flatMap(wordsOf), words)?.act ?? null, said);
  const allowed: readonly Act[] = mode === 'held' ? HELD_ACTS : SPOKEN_ACTS;
  if (act !== null && allowed.includes(act)) return act;
  return mode === 'held' ? 'believe' : mode === 'shown' ? 'report' : 'say';
}

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
    /\b(?:declin|refus)/i.test(cue) &&
    /^(?:to )?(?:say|comment|discuss|answer|give|name|elaborate|talk|confirm|be)/i.test(content);
  return isDeclining || (refuses && speaking.test(all) && /\bcomment\b/i.test(all))
    ? 'decline to comment'
    : null;
}

const CONTENT: readonly [pattern: RegExp, act: Act][] = [
  [/\?["”’»]?$/, 'ask'],
  [/\b(?:apologi[sz]e|(?:is|am|are|were|was|['’]m|['’]re) (?:deeply |very |truly )?sorry)\b/i, 'apologise'],
  [
    /\b(?:(?:is|are|was|were) (?:untrue|false|not true|baseless|unfounded|nonsense|a lie|lies|fabricated)|no truth (?:in|to)|had nothing to do with)\b/i,
    'deny',
  ],
  [/\b(?:will|would) not (?:discuss|negotiate|accept|talk about|take part|attend)\b/i, 'refuse'],
];

/** A plain verb of saying does what its content does. */
function byContent(act: Act | null, content: string): Act | null {
  if (act !== 'say') return act;
  return CONTENT.find(([pattern]) => pattern.test(content))?.[1] ?? act;
}

/** Whether the cue is negated: "did not say", "has yet to say". Verbs that say no by themselves ("denied") are not. */
export function isNegated(cue: readonly string[]): boolean {
  return /\b(?:not|never|nor|neither|no longer|cannot|yet to)\b|n['’]t\b/i.test(cue.join(' '));
}
