import { html } from 'hono/html';
import { askedOf } from '../api/document.ts';
import { OPERATIONS, type Operation } from '../api/operations.ts';
import { PROBLEMS, problemName } from '../api/problems.ts';
import { type Html, page } from './page.ts';

/** An operation with what this ledger answers to it; no address where it has nothing of the kind. */
export interface ShownAnswer {
  readonly name: string;
  readonly address: string | null;
  readonly answer: unknown;
}

const GROUPS = {
  record: 'What is on record',
  people: 'What people ask and decide',
  server: 'The server',
} as const;

/** Every answer with data: its address, what may be asked, an example from this ledger, and all problems. */
export function apiPage({ shown }: { readonly shown: ShownAnswer | null }): Html {
  return page({
    title: 'Answers for programs',
    here: 'elsewhere',
    data: null,
    body: html`<p class="over"><b>For programs</b> · <a href="/-/openapi.json">OpenAPI 3.1</a> · <a href="/-/health">health</a> · <a href="/-/ready">ready</a> · <a href="/-/metrics">metrics</a></p>
<h1>Answers for programs</h1>
<p>Every page has its data at the same address with <code>.json</code>, in <code>data</code>. A list has <code>next</code>, the address at which it goes on. Every answer has an <code>ETag</code>.</p>
${Object.entries(GROUPS).map(
  ([group, title]) =>
    html`<section><h2>${title}</h2><ul class="list">${OPERATIONS.filter((one) => one.group === group).map(
      (one) => operation(one, shown?.name === one.name ? shown : null),
    )}</ul></section>`,
)}
<section><h2>Problems</h2><p>As <code>application/problem+json</code> (RFC 9457); <code>type</code> leads here.</p><ul class="list compact">${Object.entries(
      PROBLEMS,
    ).map(
      ([title, meaning]) =>
        html`<li id="${problemName(title)}"><b>${title}</b> <span class="quiet">${meaning}</span></li>`,
    )}</ul></section>`,
  });
}

function operation(one: Operation, shown: ShownAnswer | null): Html {
  const { name, path, about, sent, forms = {} } = one;
  const asked = Object.entries(askedOf(one));
  const others = Object.keys(forms);
  return html`<li id="${name}"><p class="over"><b>${sent === undefined ? 'GET' : 'POST'} <code>${path}</code></b>${others.length === 0 ? '' : ` · also ${others.join(', ')}`}</p>
<p>${about}</p>
${asked.length === 0 ? '' : html`<p class="quiet">${asked.map(([field, { description }], nth) => html`${nth === 0 ? '' : ' · '}<code>${field}</code> ${description ?? ''}`)}</p>`}
${sent === undefined && shown === null ? html`<p><a href="/-/api?show=${name}#${name}">An example from this ledger</a></p>` : ''}
${shown === null ? '' : example(shown)}</li>`;
}

const example = ({ address, answer }: ShownAnswer): Html =>
  address === null
    ? html`<p class="quiet">This ledger has nothing of the kind yet.</p>`
    : html`<p><a href="${address}"><code>${address}</code></a></p>
<div class="wide" tabindex="0" role="region" aria-label="Example"><pre>${JSON.stringify(shortened(answer), null, 2)}</pre></div>`;

const LONGEST = 120;
/** Of a list so much is shown as tells what its lines are. */
const LINES = 1;

/** An answer with the first of each list, and the beginning of each long text. */
function shortened(value: unknown): unknown {
  if (typeof value === 'string') return value.length > LONGEST ? `${value.slice(0, LONGEST)} …` : value;
  if (Array.isArray(value)) {
    const more = value.length - LINES;
    return [...value.slice(0, LINES).map(shortened), ...(more > 0 ? [`… ${more} more`] : [])];
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, one]) => [field, shortened(one)]));
}
