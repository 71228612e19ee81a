import { html } from 'hono/html';
import type { OutletLine, Precedence, RootLine, Source, TakenLine } from '../../../ledger/index.ts';
import type { Utterance } from '../../../record/index.ts';
import { type Html, page } from '../page.ts';
import { count, dateWords, sourcePath, utterancePath } from '../words.ts';
import { bar, figure, named, ROOT_KINDS } from './sources.ts';

/** How an outlet stands to the others that have something, in the order in which the page offers it. */
export const STANDINGS = {
  first: 'before all others',
  later: 'after another',
  'same day': 'on the same day as another',
  alone: 'it alone has',
  'not known': 'in an order that is not known',
} as const satisfies Record<Precedence, string>;

export interface ToldPage {
  readonly stood: Precedence;
  readonly utterances: readonly Utterance[];
  readonly isMore: boolean;
  readonly number: number;
}

/** All about one name: what it had first and what it takes from whom, as an outlet; and who has its words, as a root source. */
export function sourcePage(source: Source, told: ToldPage): Html {
  const { name, outlet, roots, takes, takers } = source;
  return page({
    style: 'sources',
    title: `${name}: source`,
    here: 'sources',
    data: `${sourcePath(name)}.json?${new URLSearchParams({ stood: told.stood, page: String(told.number) })}`,
    body: html`<p class="over"><b><a href="/sources">Sources</a></b>${outlet === null ? '' : html` · ${count(outlet.reports, 'report')} · <a href="/search?${new URLSearchParams({ outlet: name, order: 'newest' })}">what it reports</a>`}${roots.length === 0 ? '' : html` · <a href="/search?${new URLSearchParams({ root: name, order: 'newest' })}">all that stands on it</a>`} · <a href="${sourcePath(name)}.csv">.csv</a></p>
<h1>${name}</h1>
<p class="measure">${[...asOutlet(outlet), ...roots.map(asRoot)].join(' ')}</p>
<div class="beside">${outlet === null ? '' : toldList(name, outlet, told)}
<div>${takenTable({ title: 'What it takes from whom', id: 'takes', who: 'Root source', lines: takes, nameOf: ({ root }) => root })}
${takenTable({ title: 'Who has its words', id: 'takers', who: 'Outlet', lines: takers, nameOf: ({ outlet: one }) => one })}</div></div>`,
  });
}

function asOutlet(outlet: OutletLine | null): string[] {
  if (outlet === null) return [];
  const { utterances, alone, first, later } = outlet;
  return [
    `As an outlet it tells ${acts(utterances)}: ${figure(alone)} that no other outlet has, ${figure(first)} a day before all others, ${figure(later)} after another.`,
  ];
}

const asRoot = ({ kind, utterances, statements, outlets }: RootLine): string =>
  `As ${{ medium: 'a medium', body: 'a body', speaker: 'a speaker' }[kind]} it is the root source of ${acts(utterances)}, in ${count(statements, 'statement')} of ${count(outlets, 'outlet')}.`;

const acts = (number: number): string => `${figure(number)} act${number === 1 ? '' : 's'} of saying`;

function toldList(name: string, outlet: OutletLine, { stood, utterances, isMore, number }: ToldPage): Html {
  const address = (changed: { stood: string; page: number }) =>
    `${sourcePath(name)}?${new URLSearchParams({ stood: changed.stood, page: String(changed.page) })}`;
  const counts: Partial<Record<Precedence, number>> = {
    first: outlet.first,
    later: outlet.later,
    alone: outlet.alone,
  };
  return html`<section><h2 id="told">What it tells</h2>
<ul class="rules">${(Object.keys(STANDINGS) as Precedence[]).map((one) => html`<li><a href="${address({ stood: one, page: 1 })}" ${one === stood ? html`aria-current="true"` : ''}>${STANDINGS[one]}</a>${counts[one] === undefined ? '' : ` ${figure(counts[one])}`}</li>`)}</ul>
${utterances.length === 0 ? html`<p class="quiet">Nothing${number > 1 ? ' on this page' : ' so far'}.</p>` : html`<ol class="list">${utterances.map((one) => utteranceLine(one))}</ol>`}
<nav class="pages" aria-label="Pages">${number > 1 ? html`<a href="${address({ stood, page: number - 1 })}">earlier page</a>` : ''}${isMore ? html`<a href="${address({ stood, page: number + 1 })}">next page</a>` : ''}</nav></section>`;
}

/** More outlets are counted and not named. */
const MOST_NAMED = 5;

/** One act of saying, with the outlets that have it in the order of publication. */
function utteranceLine({ id, speakers, words, root, renditions }: Utterance): Html {
  const who = speakers.map(({ name }) => name).join(', ') || 'nobody named';
  const outlets = [...Map.groupBy(renditions, ({ outlet }) => outlet ?? 'outlet not known')];
  const told = outlets.slice(0, MOST_NAMED).map(([outlet, [first]]) => {
    const day = first?.published ?? null;
    return `${outlet}, ${day === null ? 'date not known' : dateWords(day)}`;
  });
  const more = outlets.length - told.length;
  return html`<li><p class="said"><a href="${utterancePath(id)}">${words}</a></p>
<p class="over"><b>${who}</b> · root source ${root.name}</p>
<p class="over">${told.join(' → ')}${more > 0 ? ` → ${more} more` : ''}</p></li>`;
}

function takenTable({
  title,
  id,
  who,
  lines,
  nameOf,
}: {
  title: string;
  id: string;
  who: string;
  lines: readonly TakenLine[];
  nameOf: (line: TakenLine) => string | null;
}): Html | string {
  if (lines.length === 0) return '';
  const most = Math.max(...lines.map(({ utterances }) => utterances));
  return html`<section><h2 id="${id}">${title}</h2>
<div class="wide" tabindex="0" role="region" aria-labelledby="${id}"><table class="plain sums"><thead><tr><th scope="col">${who}</th><th scope="col">Acts of saying</th><th scope="col">Statements</th><th scope="col">First</th></tr></thead><tbody>${lines.map(
    (line) =>
      html`<tr><th scope="row">${nameLink(nameOf(line))}${line.kind === 'medium' ? '' : html` <span class="quiet">${ROOT_KINDS[line.kind]}</span>`}</th><td>${bar(line.utterances, most)}${figure(line.utterances)}</td><td>${figure(line.statements)}</td><td>${figure(line.first)}</td></tr>`,
  )}</tbody></table></div></section>`;
}

const nameLink = (name: string | null): Html =>
  name === null ? html`<span class="quiet">outlet not known</span>` : named(name);
