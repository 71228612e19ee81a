import { html } from 'hono/html';
import { KINDS, SPOKEN_ACTS } from '../../../record/index.ts';
import type { AskedForm, Field } from '../../asked.ts';
import type { Html } from '../page.ts';

/** What stands under "more", with the label and an example of what may be typed. */
const MORE = [
  ['by', 'Said by', 'a name'],
  ['to', 'Said to', ''],
  ['for', 'Said for', 'a government'],
  ['outlet', 'Outlet', ''],
  ['when', 'Said in', '2031-05'],
  ['root', 'Root source', ''],
] as const satisfies readonly (readonly [Field, string, string])[];
const UNDER_MORE: readonly Field[] = [...MORE.map(([field]) => field), 'act', 'kind', 'held'];

/** The form as it was filled: one line, and what narrows a search under "more", which is open where one of it is set. */
export function searchForm({ filled, faults }: AskedForm): Html {
  const isOpen = UNDER_MORE.some((field) => filled[field] !== '');
  return html`<form class="search" action="/search" role="search" aria-label="Statements">
<div class="line"><input type="search" name="q" value="${filled.q}" maxlength="1000" aria-label="Words, or a quotation in quotation marks" placeholder="Words, or “a quotation”" ${described('q', faults)}>
<button>Find</button></div>
${fault('q', faults)}
<label class="check"><input type="checkbox" name="exact" value="1" ${filled.exact === '1' ? 'checked' : ''}>is this quotation exact?</label>
${filled.order === '' ? '' : html`<input type="hidden" name="order" value="${filled.order}">`}
${fault('order', faults)}
<details ${isOpen ? 'open' : ''}><summary>by, to, for, outlet, when and more</summary>
<div class="more">
${MORE.map(([field, label, example]) => html`<div><label>${label}<input name="${field}" value="${filled[field]}" maxlength="200" ${example === '' ? '' : html`placeholder="${example}"`} ${described(field, faults)}></label>${fault(field, faults)}</div>`)}
<div><label>Act${choice('act', SPOKEN_ACTS, filled.act)}</label>${fault('act', faults)}</div>
<div><label>Told${choice('kind', KINDS, filled.kind)}</label>${fault('kind', faults)}</div>
<label class="check"><input type="checkbox" name="held" value="1" ${filled.held === '1' ? 'checked' : ''}>also beliefs, wishes and plans</label>
</div></details>
</form>`;
}

/** A list to choose from, with "any" first; a value that is none of them, such as an act of what is held, stays. */
const choice = (name: string, values: readonly string[], chosen: string): Html => {
  const all = chosen === '' || values.includes(chosen) ? values : [...values, chosen];
  return html`<select name="${name}"><option value="">any</option>${all.map((value) => html`<option ${value === chosen ? 'selected' : ''}>${value}</option>`)}</select>`;
};

type Faults = AskedForm['faults'];

const described = (field: Field, faults: Faults): Html | string =>
  faults[field] === undefined ? '' : html`aria-invalid="true" aria-describedby="fault-${field}"`;

/** What is wrong with a field, beside it. */
const fault = (field: Field, faults: Faults): Html | string =>
  faults[field] === undefined ? '' : html`<p class="fault" id="fault-${field}">${faults[field]}</p>`;
