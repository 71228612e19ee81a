import { html } from 'hono/html';
import type { Html } from './html.ts';

/** A key, or several that belong together, and what it does. */
export type KeyLine = readonly [keys: string, what: string];

/** Behind `g`: the rooms that have a key, by their names. */
const TO_ROOMS: Readonly<Record<string, string>> = {
  today: 't',
  reports: 'r',
  actors: 'a',
  issues: 'i',
  calendar: 'c',
  sources: 's',
  check: 'k',
  review: 'q',
};

/** The key that leads to a room behind `g`; the script finds it at the room's link. */
export const keyTo = (room: string): string | undefined =>
  Object.hasOwn(TO_ROOMS, room) ? TO_ROOMS[room] : undefined;

const EVERYWHERE: readonly KeyLine[] = [
  ['j k', 'the next entry, the one before'],
  ['/', 'search'],
  ['t', 'paper or night'],
  ['?', 'all keys'],
];

/** All keys of a page: what works everywhere, what is the page's own, and how to go to each room. Opened by `?`, closed by Escape. */
export function keysDialog(
  rooms: readonly (readonly [room: string, name: string])[],
  own: readonly KeyLine[],
): Html {
  const going = rooms.flatMap(([room, name]): KeyLine[] => {
    const key = keyTo(room);
    return key === undefined ? [] : [[`g ${key}`, name]];
  });
  return html`<dialog class="keys" id="keys" aria-labelledby="keys-head" closedby="any">
<h2 id="keys-head">Keys</h2>
<div class="kinds">${keyList(EVERYWHERE)}${own.length === 0 ? '' : keyList(own)}${keyList(going)}</div>
<form method="dialog"><button class="plainly">close <kbd>Esc</kbd></button><button class="plainly" type="button" data-keys-switch aria-pressed="false">turn keys off</button></form>
</dialog>`;
}

/** Keys with what they do. */
export const keyList = (lines: readonly KeyLine[]): Html =>
  html`<dl class="keylist">${lines.map(([keys, what]) => html`<div><dt>${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${what}</dd></div>`)}</dl>`;
