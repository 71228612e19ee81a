import { html } from 'hono/html';
import type { Facet, Facets } from '../../../ledger/index.ts';
import { whenWords } from '../../../record/index.ts';
import { addressOf, type Field, type Filled } from '../../asked.ts';
import type { Html } from '../page.ts';

interface Kind {
  readonly field: Field;
  readonly title: string;
  readonly values: readonly Facet[];
  /** How a value is shown. */
  readonly words?: (value: string) => string;
}

/** What the found statements have in common: each value narrows the search to it, and each that is set is taken away again; nothing where nothing would narrow it. */
export function facetsColumn(filled: Filled, facets: Facets): Html | string {
  const isOneYear = facets.year.length < 2 || filled.when !== '';
  const kinds: Kind[] = [
    { field: 'by', title: 'Who', values: facets.who },
    { field: 'for', title: 'For whom', values: facets.behind },
    { field: 'outlet', title: 'Outlet', values: facets.outlet },
    { field: 'act', title: 'Act', values: facets.act },
    { field: 'kind', title: 'Told', values: facets.kind },
    { field: 'when', title: 'When', values: isOneYear ? facets.month : facets.year, words: whenWords },
  ];
  const lists = kinds.map((kind) => facetList(filled, kind)).filter((list) => list !== '');
  if (lists.length === 0) return '';
  return html`<aside class="facets" id="narrow" aria-label="Narrow down">
<p class="over">${facets.isAll ? 'Of all that were found' : `Of the ${facets.of.toLocaleString('en-GB')} that came last`}</p>
<div>${lists}</div></aside>`;
}

function facetList(filled: Filled, { field, title, values, words = (value) => value }: Kind): Html | string {
  const set = filled[field];
  const isSet = (value: string) => value.toLowerCase() === set.toLowerCase();
  const others = values.filter(({ value }) => !isSet(value));
  const own = values.find(({ value }) => isSet(value));
  if (set === '' && others.length < 2) return '';
  // A name that is set finds all that have its words: what else it finds narrows it further.
  const shown = others.length + (own === undefined ? 0 : 1) > 1 || set === '' ? others : [];
  return html`<section><h2>${title}</h2><ul>
${set === '' ? '' : html`<li class="set"><a href="${addressOf(filled, { [field]: '' })}"><span>${words(set)}</span><span class="quiet">take away</span></a></li>`}
${shown.map(({ value, statements }) => html`<li><a href="${addressOf(filled, { [field]: value })}"><span>${words(value)}</span><span class="quiet">${statements.toLocaleString('en-GB')}</span></a></li>`)}
</ul></section>`;
}
