import { html } from 'hono/html';
import type { OutletLine, RootKind, RootLine, TakenLine } from '../../../ledger/index.ts';
import { type Html, page } from '../page.ts';
import { sourcePath } from '../words.ts';

/** The kinds of root sources, those that others repeat first, as the page names them. */
export const ROOT_KINDS = {
  medium: 'media and agencies',
  body: 'bodies, by their own notice',
  speaker: 'speakers, to several or to all',
} as const satisfies Record<RootKind, string>;

export interface SourcesShelf {
  readonly kind: RootKind;
  readonly roots: readonly RootLine[];
  readonly outlets: readonly OutletLine[];
  /** What the first of these outlets have of the first of the media. */
  readonly takings: readonly TakenLine[];
  readonly number: number;
  readonly isMore: boolean;
}

/** Who repeats whom, what stands on which root source, and who had it first. */
export function sourcesPage({ kind, roots, outlets, takings, number, isMore }: SourcesShelf): Html {
  const isEmpty = outlets.length === 0 && number === 1;
  return page({
    style: 'sources',
    title: 'Sources',
    here: 'sources',
    data: `/sources.json?kind=${kind}&page=${number}`,
    body: html`<p class="over"><b>Sources</b>${isEmpty ? '' : html` · <a href="/sources.csv?kind=${kind}">root sources .csv</a> · <a href="/sources.csv?list=outlets">outlets .csv</a>`}</p>
<h1>Who had it first</h1>
${
  isEmpty
    ? html`<p>Nothing has been read yet. In a terminal: <code>onrecord add FILE-OR-FOLDER</code></p>`
    : html`<p class="quiet measure">Each act of saying is counted once, however many reports render it. Its root source is the medium to which alone the words were given or in whose copy all stand, the body by its own notice, or else the speaker. First is who published it a day before all others that have it; within a day nobody is.</p>
${number === 1 ? whoRepeatsWhom(takings) : ''}
<div class="beside"><section><h2 id="roots">Root sources behind the volume</h2>
${kinds(kind)}
${roots.length === 0 ? html`<p class="quiet">None of this kind${number > 1 ? ' on this page' : ' so far'}.</p>` : rootTable(roots)}</section>
<section><h2 id="outlets">Outlets</h2>
${outlets.length === 0 ? html`<p class="quiet">None on this page.</p>` : outletTable(outlets)}</section></div>
${turning(kind, number, isMore)}`
}`,
  });
}

const kinds = (chosen: RootKind): Html =>
  html`<ul class="rules">${(Object.keys(ROOT_KINDS) as RootKind[]).map((kind) => html`<li><a href="/sources?kind=${kind}" ${kind === chosen ? html`aria-current="true"` : ''}>${ROOT_KINDS[kind]}</a></li>`)}</ul>`;

function turning(kind: RootKind, number: number, isMore: boolean): Html {
  const link = (to: number, words: string) =>
    html`<a href="/sources?kind=${kind}&amp;page=${to}">${words}</a>`;
  return html`<nav class="pages" aria-label="Pages">${number > 1 ? link(number - 1, 'earlier page') : ''}${isMore ? link(number + 1, 'next page') : ''}</nav>`;
}

/** Of each outlet how much it has of the media that others repeat: a picture whose numbers stand in it. */
function whoRepeatsWhom(takings: readonly TakenLine[]): Html | string {
  const others = takings.filter(({ root, outlet }) => outlet !== null && root !== outlet);
  if (others.length === 0) return '';
  const media = [...new Set(others.map(({ root }) => root))];
  const rows = [...Map.groupBy(others, ({ outlet }) => outlet ?? '')];
  const most = Math.max(...others.map(({ utterances }) => utterances));
  return html`<h2>Who repeats whom</h2>
<p class="quiet">Acts of saying that an outlet has of another medium, and how many of them it had first.</p>
<div class="wide" tabindex="0" role="region" aria-label="Who repeats whom"><table class="plain repeats"><thead><tr><th scope="col">Outlet</th>${media.map((root) => html`<th scope="col">${named(root)}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([outlet, own]) =>
      html`<tr><th scope="row">${named(outlet)}</th>${media.map(
        (root) =>
          html`<td>${dot(
            own.find((one) => one.root === root),
            most,
          )}</td>`,
      )}</tr>`,
  )}</tbody></table></div>`;
}

/** A dot whose area tells how many, with the number beside it. */
function dot(taken: TakenLine | undefined, most: number): Html {
  if (taken === undefined) return html`<span class="quiet">none</span>`;
  const { utterances, first } = taken;
  const radius = Math.max(1.5, 10 * Math.sqrt(utterances / most)).toFixed(1);
  return html`<svg class="dot" viewBox="0 0 22 22" width="22" height="22" aria-hidden="true"><circle cx="11" cy="11" r="${radius}"/></svg>${utterances}${first === 0 ? '' : html` <span class="quiet">first ${first}</span>`}`;
}

const rootTable = (roots: readonly RootLine[]): Html => {
  const most = Math.max(...roots.map(({ statements }) => statements));
  return html`<div class="wide" tabindex="0" role="region" aria-labelledby="roots"><table class="plain sums"><thead><tr><th scope="col">Root source</th><th scope="col">Statements</th><th scope="col">Acts of saying</th><th scope="col">Outlets</th></tr></thead><tbody>${roots.map(
    ({ root, statements, utterances, outlets }) =>
      html`<tr><th scope="row">${named(root)}</th><td>${bar(statements, most)}${figure(statements)}</td><td>${figure(utterances)}</td><td>${figure(outlets)}</td></tr>`,
  )}</tbody></table></div>`;
};

const outletTable = (outlets: readonly OutletLine[]): Html => {
  const most = Math.max(1, ...outlets.map(({ utterances }) => utterances));
  return html`<div class="wide" tabindex="0" role="region" aria-labelledby="outlets"><table class="plain sums"><thead><tr><th scope="col">Outlet</th><th scope="col">Reports</th><th scope="col">Acts of saying</th><th scope="col">It alone</th><th scope="col">First</th><th scope="col">After another</th></tr></thead><tbody>${outlets.map(
    ({ outlet, reports, utterances, alone, first, later }) =>
      html`<tr><th scope="row">${outlet === null ? html`<span class="quiet">outlet not known</span>` : named(outlet)}</th><td>${figure(reports)}</td><td>${bar(utterances, most)}${figure(utterances)}</td><td>${figure(alone)}</td><td>${figure(first)}</td><td>${figure(later)}</td></tr>`,
  )}</tbody></table></div>`;
};

/** How much of the most something is. */
export const bar = (number: number, most: number): Html =>
  html`<svg class="bar" viewBox="0 0 60 8" width="60" height="8" aria-hidden="true"><rect width="${(60 * (number / most)).toFixed(1)}" height="8"/></svg>`;

export const figure = (number: number): string => number.toLocaleString('en-GB');

export const named = (name: string): Html => html`<a href="${sourcePath(name)}">${name}</a>`;
