import { bisect, matchesOf } from '../../text/index.ts';
import type { Direction } from './anchor.ts';

const FUTURE =
  /\b(?:will|shall|['’]ll|is to|are to|am to|be to|is due|are due|due (?:on|in|to|for)|is set|are set|set (?:for|to)|is scheduled|are scheduled|scheduled (?:for|to)|expected|expects?|plans?|planned|hopes?|intends?|going to|is going|are going|would|upcoming|(?:moved|postponed|put back|put off|adjourned|deferred|shifted|delayed|pushed back|rescheduled|pushed|brought forward|brought (?:[\p{L}'’-]+ ){1,5}forward)(?=(?: (?!(?:on|in|at|by|after|before|from)\b)[\p{L}'’-]+){0,5}(?:(?: from [^,;]{2,30})? (?:to|until|till)\b|\s*$))|rescheduled (?:to|for)|brought forward to|delayed (?:to|until)|(?:announced|called|planned|fixed|slated|booked|pencilled in|convened|summoned|targeted|set|scheduled) for|ahead of|wants?|may|might|tomorrow)\b/giu;
const PAST =
  /\b(?<!\bbe )(?:was|were|had|has|(?<!\b(?:will|would|to|may|might|not) )have|did|said|told|(?<!\b(?:the|an?|his|her|its|their|this|that|our) )(?<!\p{L})\p{Ll}+ed|began|went|came|took|made|met|held|left|got|gave|saw|found|won|lost|fell|rose|died|since|ago|after|last|wrote|struck|broke|spoke|kept|sent|spent|sold|bought|built|paid|led|became|ran|grew|knew|thought|brought|stood|put|hit)\b/giu;

/**
 * Characters before an expression in which the words that point are looked for anew: "moved" points ahead before "to Friday"
 * and where its clause ends, which the words behind an expression would hide.
 */
const NEAR = 120;

/** A headline has no full stop; its infinitive looks ahead: "Council to vote on Friday". */
const ENDED = /[.!?…]["”’»)]?$/;
const INFINITIVE = /\bto \p{Ll}{2,}/u;

interface Pointing {
  readonly direction: 'past' | 'future';
  readonly at: number;
}

/**
 * Tells of the expressions of a sentence where the clause around each points: by the last verb before it, else by the first
 * behind it in its clause. What lies far before is walked over once, however many expressions a sentence has.
 */
export function directionsIn(sentence: string): (start: number, end: number) => Direction {
  let all: readonly Pointing[] | null = null;
  const isHeadline = !ENDED.test(sentence.slice(-2));
  const lastBefore = (start: number): Direction => {
    const from = start <= NEAR ? 0 : sentence.lastIndexOf(' ', start - NEAR) + 1;
    const near = pointingIn(sentence.slice(from, start)).at(-1);
    if (near !== undefined || from === 0) return near?.direction ?? null;
    const far = all ?? pointingIn(sentence);
    all = far;
    return far[bisect(far.length, (index) => (far[index] as Pointing).at < from) - 1]?.direction ?? null;
  };
  return (start, end) => {
    // "by Friday", "until Friday": a bound lies ahead.
    if (/\b(?:by|until|till) $/i.test(sentence.slice(Math.max(0, start - 7), start))) return 'future';
    // Behind a comma begins what somebody said of it: "opens on May 2, she announced".
    const told = lastBefore(start) ?? firstOf(sentence.slice(end).split(/[,;:—–]/, 1)[0] ?? '');
    return (
      told ??
      (isHeadline && INFINITIVE.test(sentence.slice(Math.max(0, start - NEAR), start)) ? 'future' : null)
    );
  };
}

/** What points, in the order of the words; of two at one place what points ahead comes last. */
function pointingIn(words: string): Pointing[] {
  return (['past', 'future'] as const)
    .flatMap((direction) =>
      matchesOf(words, direction === 'past' ? PAST : FUTURE).map(({ index }) => ({ direction, at: index })),
    )
    .toSorted((a, b) => a.at - b.at);
}

function firstOf(words: string): Direction {
  const future = words.search(FUTURE);
  const past = words.search(PAST);
  if (future < 0 && past < 0) return null;
  return past < 0 || (future >= 0 && future <= past) ? 'future' : 'past';
}
