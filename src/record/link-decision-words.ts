import type { Anchor, LinkDecision } from './types.ts';

/** Letters of a name that are shown: what is said may be long. */
const MOST = 60;
/** More are counted: of a split they are all that its member was one with. */
const NAMED = 2;

/** What a merge or split says and by whom: "taken for one: … and …; by A. Hand". */
export function joinedWords({ kind, one, others, by }: LinkDecision): string {
  const named = others.length > NAMED ? [`${others.length} others`] : others.map(called);
  const all =
    kind === 'merge' ? [called(one), ...named].join(' and ') : `${called(one)} from ${named.join(' and ')}`;
  return `${kind === 'merge' ? 'taken for one' : 'kept apart'}: ${all}; by ${by}`;
}

/** The same with when and why: "taken for one: … and …; by A. Hand on 2031-07-01: known in town". */
export const decidedWords = (made: LinkDecision): string =>
  `${joinedWords(made)} on ${made.at.slice(0, 10)}${made.why === null ? '' : `: ${made.why}`}`;

function called({ name, report }: Anchor): string {
  const letters = [...name];
  const shown = letters.length > MOST ? `${letters.slice(0, MOST).join('')} …` : name;
  return `“${shown}” in ${report}`;
}
