import type { Event } from '../../../record/index.ts';

type Type = NonNullable<Event['type']>;

/** PLOVER's modes by the words that make one clear; types that are not here have none. */
const MODES: Readonly<Partial<Record<Type, readonly (readonly [mode: string, words: RegExp])[]>>> = {
  CONSULT: [
    ['phone', /\b(?:phone|phoned|telephone|telephoned|call(?:ed)? with|conference call|video link)\b/],
    ['visit', /\b(?:visit|trip|tour|travel|journey|arriv)/],
    ['third-party', /\b(?:mediat|broker)/],
    ['multilateral', /\b(?:multilateral|trilateral|summit|conference|congress)\b/],
  ],
  PROTEST: [
    ['hunger', /\bhunger strike/],
    ['strike', /\b(?:strike|strikes|walkout|stoppage|walk out|walked out)\b/],
    ['riot', /\briot/],
    ['boycott', /\bboycott/],
    ['obstruct', /\b(?:block|occup|sit-in|barricad)/],
    ['demo', /\b(?:demonstrat|rally|rallies|march|protest|vigil|picket)/],
  ],
  ASSAULT: [
    ['suicide-attack', /\bsuicide/],
    ['torture', /\btortur/],
    ['execute', /\b(?:execut|behead)/],
    ['assassinate', /\bassassinat/],
    ['sexual', /\b(?:rape|raped|sexual)/],
    ['heavy-weapons', /\b(?:airstrike|air strike|shell|bombard|missile|rocket|artillery|drone)/],
    ['explosives', /\b(?:bomb|explosi|blew up|blown up|mine)/],
    ['firearms', /\b(?:shot|shoot|gunned|gunmen|fired on|opened fire)/],
    ['beat', /\b(?:beat|beaten|stab)/],
  ],
  COERCE: [
    ['curfew', /\bcurfew/],
    ['martial-law', /\b(?:martial law|state of (?:siege|emergency))/],
    ['arrest', /\b(?:arrest|detain|jail|imprison|custody)/],
    ['deport', /\b(?:deport|evict|expel)/],
    ['censor', /\bcensor/],
    ['cyber', /\b(?:hack|cyber)/],
    ['seize', /\b(?:seiz|confiscat|raid)/],
    ['ban', /\b(?:ban|banned|bans|outlaw|prohibit)\b/],
    ['restrict', /\brestrict/],
  ],
  SANCTION: [
    ['expel', /\bexpel/],
    ['withdraw', /\bwithdr/],
    ['discontinue', /\b(?:suspend|halt|cut off|end|sever|cancel|break off|broke off)/],
  ],
  AID: [
    ['asylum', /\basylum/],
    ['military', /\b(?:military|weapon|arms|troop|peacekeep|ammunition)/],
    ['humanitarian', /\b(?:humanitarian|food|medic|relief|rescue|vaccin|blanket)/],
    ['economic', /\b(?:loan|million|billion|econom|financ|fund|grant)/],
  ],
  MOBILIZE: [
    ['police', /\bpolice/],
    ['militia', /\b(?:militia|fighters)/],
    ['weapons', /\b(?:weapon|missile|warship|tank|aircraft)/],
    ['troops', /\b(?:troop|soldier|forces|brigade|army)/],
  ],
  ACCUSE: [
    ['investigate', /\b(?:investigat|probe|inquiry)/],
    ['allege', /\b(?:accus|alleg|charg|indict|sue|sued|suing|claim)/],
    ['disapprove', /\b(?:critici|condemn|denounc|blame|slam|deplor|decr)/],
  ],
};

/** The mode of a coded event, where its own words make one clear. */
export function ploverMode(type: Type, words: string): string | null {
  const own = words.toLowerCase();
  return MODES[type]?.find(([, pattern]) => pattern.test(own))?.[0] ?? null;
}
