import { html } from 'hono/html';
import type { ActorSort, KindCounts } from '../../../ledger/index.ts';
import { kindsWords, kindWords } from '../../actors/what-words.ts';
import { type Html, page } from '../page.ts';
import { pages } from '../report/reports.ts';
import { actorPath, count } from '../words.ts';

/** A line of a list of actors; how much one says is not told of those that were looked for by name. */
export interface ListedActor {
  readonly id: string;
  readonly name: string;
  readonly kind: KindCounts[number]['kind'];
  readonly reports: number;
  readonly statements: number | null;
}

export interface ActorsShelf {
  readonly kinds: KindCounts;
  /** Whose lists are shown: people and bodies beside each other, or one of them. */
  readonly lists: readonly {
    readonly title: string;
    readonly sort: ActorSort | null;
    readonly total: number;
    readonly actors: readonly ListedActor[];
  }[];
  readonly sort: ActorSort | null;
  readonly q: string;
  readonly number: number;
  readonly last: number;
  /** Whether names of reports are shown, since none is linked. */
  readonly isUnlinked: boolean;
}

/** Where the list of one sort is. */
const sortPath = (sort: ActorSort) => `/actors?kind=${sort}`;

/** People and bodies by how much they say, those of one kind, or those whom a name fits. */
export function actorsPage({ kinds, lists, sort, q, number, last, isUnlinked }: ActorsShelf): Html {
  const total = lists.reduce((sum, one) => sum + one.total, 0);
  const query = new URLSearchParams({
    ...(q === '' ? {} : { q }),
    ...(sort === null ? {} : { kind: sort }),
  }).toString();
  const asked = query === '' ? '' : `?${query}`;
  return page({
    style: 'actor',
    title: q === '' ? 'Actors' : `Actors: ${q}`,
    here: 'actors',
    data: `/actors.json${asked}`,
    body: html`<p class="over" role="status">${count(total, 'actor')}${isUnlinked && total > 0 ? ', by the name alone: their reports wait to be linked' : ''} · <a href="/actors.csv${asked}">.csv</a></p>
<h1>Actors</h1>
<form class="search" action="/actors" role="search" aria-label="Actors"><label>A name<input type="search" name="q" value="${q}" maxlength="200"></label><button>Find</button></form>
${kinds.length === 0 ? '' : kindsNav(kinds, sort, q)}
${total === 0 ? html`<p>${q === '' ? html`Nobody is named yet. In a terminal: <code>onrecord add FILE-OR-FOLDER</code>` : html`Nobody on record has a name with these words. <a href="/search?by=${encodeURIComponent(q)}">Look among the sources of statements</a>`}</p>` : ''}
<div class="sorts ${lists.length > 1 ? '' : 'alone'}">${lists.map(listPart)}</div>${pages(number, last, query === '' ? '' : `${query}&`)}`,
  });
}

function kindsNav(kinds: KindCounts, sort: ActorSort | null, q: string): Html {
  const all = sort === null && q === '' ? html`aria-current="page"` : '';
  return html`<ul class="rules"><li><a href="/actors" ${all}>people and bodies</a></li>${kinds.map(
    ({ kind, actors }) =>
      html`<li><a href="${sortPath(kind)}" ${kind === sort ? html`aria-current="page"` : ''}>${kindsWords(kind)}</a> ${actors}</li>`,
  )}</ul>`;
}

function listPart({ title, sort, total, actors }: ActorsShelf['lists'][number]): Html | string {
  if (actors.length === 0) return '';
  const isPart = sort !== null && total > actors.length;
  return html`<section><h2>${title} <span class="quiet">${total}</span></h2>
<ol class="list columns">${actors.map(line)}</ol>
${isPart ? html`<p class="over"><a href="${sortPath(sort)}">all ${total}</a></p>` : ''}</section>`;
}

function line({ id, name, kind, statements, reports }: ListedActor): Html {
  const what = kind === 'person' ? '' : `${kindWords(kind)} · `;
  const said =
    statements === null ? '' : statements === 0 ? 'not quoted · ' : `${count(statements, 'statement')} · `;
  return html`<li><h3><a href="${actorPath(id)}">${name}</a></h3>
<span class="quiet">${what}${said}${count(reports, 'report')}</span></li>`;
}
