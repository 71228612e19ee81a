import { html } from 'hono/html';
import type { Hint, Search } from '../../../ledger/index.ts';
import { addressOf, type Field, type Filled } from '../../asked.ts';
import type { Html } from '../page.ts';

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
  const address = addressOf(filled, searched(filled, search));
  switch (kind) {
    case 'held':
      return html`<a href="${address}">also beliefs, wishes and plans</a>, which are not shown unless they are asked for`;
    case 'filter':
      return html`<a href="${address}">without ${NAMES[what] ?? what} “${filled[what as Field]}”</a>`;
    case 'word':
      return html`<a href="${address}">without “${what}”</a>`;
    case 'alone':
      return html`<a href="${address}">“${what}” alone</a>`;
    case 'spelling':
      return html`<a href="${address}">“${instead}” in place of “${what}”</a>`;
    default:
      return kind satisfies never;
  }
}

/** The fields of the form that ask for a hint's search; a period stays as it was typed. */
const searched = (filled: Filled, search: Search): Partial<Filled> => ({
  q: search.words,
  by: search.by ?? '',
  for: search.for ?? '',
  to: search.to ?? '',
  root: search.root ?? '',
  act: search.act ?? '',
  kind: search.kind ?? '',
  outlet: search.outlet ?? '',
  when: search.when === undefined ? '' : filled.when,
  held: search.held === true ? '1' : '',
  exact: '',
});
