import { anyOf, remembered } from '../../../text/index.ts';
import type { ActorWords } from '../actor-words.ts';

const patterns = remembered((lists: ActorWords['officePhrases']) => ({
  /** "[Edda Bream], who heads the harbour authority,": as far as a mark or what else is told of it. */
  leads: new RegExp(
    `^,? who (?:${anyOf(lists.still)} )?${anyOf(lists.leads)} (?:${anyOf(lists.determiner)} )?([^,.;:\\n—–]+?)(?= ${anyOf(lists['behind-led'])}\\b|[,.;:\\n—–])`,
    'u',
  ),
  /** "[Anton Grebel], who was appointed Krasovia's foreign minister the day before". */
  is: new RegExp(
    `^,? who ${anyOf(lists.became)} (?:${anyOf(lists.still)} |as )?((?:(?! ${anyOf(lists['behind-office'])} )[^,.;:\\n—–])+)`,
    'u',
  ),
}));

const NEAR = 100;

/** What a clause right behind a name says that somebody is, or what they lead. */
export function clauseBehind(
  { text, end }: { text: string; end: number },
  { officePhrases }: ActorWords,
): { is: string | null; leads: string | null } {
  const near = text.slice(end, end + NEAR);
  const { is, leads } = patterns(officePhrases);
  return { is: is.exec(near)?.[1] ?? null, leads: leads.exec(near)?.[1] ?? null };
}
