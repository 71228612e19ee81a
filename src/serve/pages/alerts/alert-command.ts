import { html } from 'hono/html';
import type { Search } from '../../../ledger/index.ts';
import type { Html } from '../page.ts';

/** How somebody is told of what is new: the command that saves what a page shows, since nothing is changed from a page. */
export const alertCommand = (name: string, options: readonly (readonly [string, string])[]): Html => {
  const asked = options.map(([option, value]) => `--${option} ${quoted(value)}`).join(' ');
  return html`<details class="how"><summary>be told of what is new</summary><p>In a terminal; its feeds are then at <a href="/alerts">alerts</a>: <code>onrecord alert add ${quoted(name)} ${asked}</code></p></details>`;
};

/** The command that saves a search; nothing where an alert cannot ask for it: by days, by root source, or what is held. */
export function alertOnSearch({
  words,
  by,
  for: behind,
  to,
  act,
  kind,
  outlet,
  root,
  held,
  when,
}: Search): Html | string {
  if (held === true || when !== undefined || (root ?? '').trim() !== '') return '';
  const asked = { words, by, for: behind, to, act, kind, outlet };
  const options = Object.entries(asked).filter(
    (option): option is [string, string] => option[1] !== undefined && option[1].trim() !== '',
  );
  const name = options.map(([, value]) => value).join(', ');
  return alertCommand([...name].slice(0, LONGEST_NAME).join(''), options);
}

const LONGEST_NAME = 60;

/** A word as any shell takes it whole, whoever wrote the address that brought it here. */
function quoted(word: string): string {
  const line = word.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ');
  return /^[\p{L}\p{N}][\p{L}\p{N}:._-]*$/u.test(line) ? line : `'${line.replaceAll("'", `'\\''`)}'`;
}
