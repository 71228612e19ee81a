import type { PairLink } from '../joining.ts';
import { daysApart } from '../taken.ts';
import { overlapOf } from '../words.ts';
import { initialsOf, isShort, rootOf } from './body-name.ts';
import { isPerson, type Node } from './nodes.ts';
import { agreementOf } from './person-name.ts';

/** Reports so far apart are not of one matter by the names in them alone. */
const LONGEST = 120;
/** Beside the name itself: so many other names in common make it likely that two reports speak of one matter. */
const FEW = 1;

/** Why two actors of two reports may be one; null where nothing says so. */
export function actorPair(a: Node, b: Node): PairLink | null {
  const pair = (rule: string, score: number) => ({ a: a.unit, b: b.unit, rule, score });
  if (isPerson(a) && isPerson(b)) return personPair(a, b, pair);
  if (a.plain === b.plain) return pair('same-name', 0.95);
  if (isPerson(a) || isPerson(b)) return null;
  if (isSeatOf(a, b) || isSeatOf(b, a)) return pair('capital-for-its-government', 0.8);
  if (a.body === b.body && a.body !== '') return pair('same-words-of-a-body', 0.9);
  return areShortAndLong(a, b) && haveMatterInCommon(a, b) ? pair('abbreviation', 0.8) : null;
}

function personPair(a: Node, b: Node, pair: (rule: string, score: number) => PairLink): PairLink | null {
  const agreement = agreementOf(a.person, b.person);
  if (agreement === 'other') return null;
  const hasOffice = overlapOf(a.offices, b.offices).shared > 0;
  if (agreement === 'same') return pair('same-name', hasOffice ? 0.98 : 0.95);
  const isOfOneMatter = haveMatterInCommon(a, b);
  if (agreement === 'spelt') {
    if (hasOffice && isOfOneMatter) return pair('name-spelt-otherwise', 0.85);
    return isOfOneMatter ? pair('name-spelt-otherwise', 0.65) : null;
  }
  if (!isOfOneMatter && !hasOffice) return null;
  return pair('part-of-a-name', hasOffice ? (isOfOneMatter ? 0.9 : 0.6) : 0.7);
}

/** Whether the reports of two actors share other names, and are not far apart. */
function haveMatterInCommon(a: Node, b: Node): boolean {
  const days = daysApart(a.report.published, b.report.published);
  if (days !== null && Math.abs(days) > LONGEST) return false;
  const others = (node: Node) => new Set([...node.report.names].filter((name) => name !== node.plain));
  return overlapOf(others(a), others(b)).shared >= FEW;
}

function areShortAndLong(a: Node, b: Node): boolean {
  const isOf = (short: Node, long: Node) =>
    isShort(short.actor.name) && initialsOf(long.actor.name) === short.plain.replaceAll(' ', '');
  return isOf(a, b) || isOf(b, a);
}

/** A capital that speaks stands for its country, where a report says whose capital it is. */
const isSeatOf = (seat: Node, country: Node) =>
  seat.isSpeaking &&
  !country.plain.endsWith('n') &&
  (country.report.seats.get(seat.plain) ?? seat.report.seats.get(seat.plain)) === rootOf(country.plain);

/** Persons of two given names are two, and so is a person beside what has another name and is none. */
export function areActorsApart(a: Node, b: Node): boolean {
  if (isPerson(a) && isPerson(b)) return agreementOf(a.person, b.person) === 'other';
  return isPerson(a) !== isPerson(b) && a.plain !== b.plain;
}
