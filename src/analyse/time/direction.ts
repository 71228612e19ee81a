import { matchesOf } from '../../text/index.ts';
import type { Direction } from './anchor.ts';

const FUTURE =
  /\b(?:will|shall|['’]ll|is to|are to|am to|be to|is due|are due|due (?:on|in|to|for)|is set|are set|set (?:for|to)|is scheduled|are scheduled|scheduled (?:for|to)|expected|expects?|plans?|planned|hopes?|intends?|going to|is going|are going|would|upcoming|(?:moved|postponed|put back|put off|adjourned|deferred|shifted|delayed|pushed back|rescheduled|pushed|brought forward|brought (?:[\p{L}'’-]+ ){1,5}forward)(?=(?: (?!(?:on|in|at|by|after|before|from)\b)[\p{L}'’-]+){0,5}(?:(?: from [^,;]{2,30})? (?:to|until|till)\b|\s*$))|rescheduled (?:to|for)|brought forward to|delayed (?:to|until)|(?:announced|called|planned|fixed|slated|booked|pencilled in|convened|summoned|targeted|set|scheduled) for|ahead of|wants?|may|might|tomorrow)\b/giu;
const PAST =
  /\b(?<!\bbe )(?:was|were|had|has|(?<!\b(?:will|would|to|may|might|not) )have|did|said|told|(?<!\b(?:the|an?|his|her|its|their|this|that|our) )(?<!\p{L})\p{Ll}+ed|began|went|came|took|made|met|held|left|got|gave|saw|found|won|lost|fell|rose|died|since|ago|after|last|wrote|struck|broke|spoke|kept|sent|spent|sold|bought|built|paid|led|became|ran|grew|knew|thought|brought|stood|put|hit)\b/giu;

/** Where the clause around an expression points: by the last verb before it in the clause, else by the first behind it. */
export function directionAt(sentence: string, start: number, end: number): Direction {
  // "by Friday", "until Friday": a bound lies ahead.
  if (/\b(?:by|until|till) $/i.test(sentence.slice(Math.max(0, start - 7), start))) return 'future';
  const before = lastOf(sentence.slice(0, start));
  const clauseBefore = sentence.slice(0, start).search(/[,;:—–][^,;:—–]*$/);
  if (before !== null && before.at > clauseBefore) return before.direction;
  // Behind a comma begins what somebody said of it: "opens on May 2, she announced".
  const behind = firstOf(sentence.slice(end).split(/[,;:—–]/, 1)[0] ?? '');
  return before?.direction ?? behind;
}

function lastOf(words: string): { direction: Direction; at: number } | null {
  let last: { direction: Direction; at: number } | null = null;
  for (const [pattern, direction] of [
    [PAST, 'past'],
    [FUTURE, 'future'],
  ] as const)
    for (const match of matchesOf(words, pattern))
      if (last === null || match.index >= last.at) last = { direction, at: match.index };
  return last;
}

function firstOf(words: string): Direction {
  const future = words.search(FUTURE);
  const past = words.search(PAST);
  if (future < 0 && past < 0) return null;
  return past < 0 || (future >= 0 && future <= past) ? 'future' : 'past';
}
