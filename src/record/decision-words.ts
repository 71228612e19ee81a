import type { Anchor, LinkDecision } from './types.ts';

/** Letters of a name that are shown: what is said may be long. */
const MOST = 60;
/** More are counted: of a split they are all that its member was one with. */
const NAMED = 2;

/** What a merge or split says, by whom and why, in a line: "taken for one: … and …; by A. Hand on 2031-07-01: known in town". */
export function decidedWords({ kind, one, others, by, at, why }: LinkDecision): string {
  const named = others.length > NAMED ? [`${others.length} others`] : others.map(called);
  const all =
    kind === 'merge' ? [called(one), ...named].join(' and ') : `${called(one)} from ${named.join(' and ')}`;
  const reason = why === null ? '' : `: ${why}`;
  return `${kind === 'merge' ? 'taken for one' : 'kept apart'}: ${all}; by ${by} on ${at.slice(0, 10)}${reason}`;
}

function called({ name, report }: Anchor): string {
  const letters = [...name];
  const shown = letters.length > MOST ? `${letters.slice(0, MOST).join('')} …` : name;
  return `“${shown}” in ${report}`;
}
