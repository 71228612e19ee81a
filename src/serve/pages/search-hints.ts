import { html } from 'hono/html';
import type { Hint } from '../../ledger/index.ts';
import { addressOf, type Field, type Filled } from '../asked.ts';
import type { Html } from './page.ts';

/** The fields as a sentence names them. */
const NAMES: Readonly<Record<string, string>> = {
  by: 'said by',
  for: 'said for',
  to: 'said to',
  root: 'root source',
  act: 'act',
  kind: 'told',
  outlet: 'outlet',
  when: 'said in',
};

/** What would be found with one thing otherwise, where nothing is. */
export function hintList(filled: Filled, hints: readonly Hint[]): Html {
  if (hints.length === 0)
    return html`<p>No statement has these words. Fewer words find more, and an asterisk ends the beginning of a word: negotiat*</p>`;
  return html`<p>This would find some:</p><ul class="hints">${hints.map((hint) => html`<li>${line(filled, hint)} <span class="quiet">${hint.isMore ? 'more than ' : ''}${hint.statements}</span></li>`)}</ul>`;
}

function line(filled: Filled, { kind, what, instead, search }: Hint): Html {
  switch (kind) {
    case 'held':
      return html`<a href="${addressOf(filled, { held: '1' })}">also beliefs, wishes and plans</a>, which are not shown unless they are asked for`;
    case 'filter':
      return html`<a href="${addressOf(filled, { [what as Field]: '' })}">without “${NAMES[what] ?? what}: ${filled[what as Field]}”</a>`;
    case 'word':
      return html`<a href="${addressOf(filled, { q: search.words })}">without “${what}”</a>`;
    case 'spelling':
      return html`<a href="${addressOf(filled, { q: search.words })}">“${instead}” in place of “${what}”</a>`;
    default:
      return kind satisfies never;
  }
}
