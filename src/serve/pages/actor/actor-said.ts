import { html } from 'hono/html';
import type { FoundSaid, Said } from '../../../ledger/index.ts';
import { KINDS, SPOKEN_ACTS } from '../../../record/index.ts';
import { shortDate } from '../../actors/days.ts';
import { decidedMark } from '../decided.ts';
import { contentWords, cueWords, howFound, inferredMark } from '../note.ts';
import type { Html } from '../page.ts';
import { pages } from '../report/reports.ts';
import { count, reportPath, statementPath, utterancePath } from '../words.ts';

/** What is asked of all that somebody said, as it was written. */
export interface AskedOfSaid {
  readonly q: string;
  readonly act: string;
  readonly kind: string;
  readonly when: string;
  readonly to: string;
  readonly outlet: string;
}

export interface SaidShelf extends FoundSaid {
  readonly asked: AskedOfSaid;
  readonly number: number;
  readonly last: number;
}

/** What is asked as it stands in an address; '' where nothing is. */
export const queryOf = (asked: AskedOfSaid): string =>
  new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString();

const KIND_WORDS = {
  direct: 'directly',
  indirect: 'indirectly',
  mixed: 'partly in quotation marks',
} as const;

/** What somebody said, each thing once, with what it can be filtered by. */
export function saidPart({ asked, said, total, isMore, number, last }: SaidShelf, path: string): Html {
  const query = queryOf(asked);
  const isNarrowed = [asked.act, asked.when, asked.to, asked.outlet].some((value) => value !== '');
  return html`<section class="told" aria-labelledby="said"><h2 id="said">What is on record</h2>
<form class="search" action="${path}" role="search" aria-label="What is on record">
<label>Words and “phrases”<input type="search" name="q" value="${asked.q}" maxlength="1000"></label>
<label>Quoted<select name="kind"><option value="">or not</option>${KINDS.map((kind) => html`<option value="${kind}" ${kind === asked.kind ? 'selected' : ''}>${KIND_WORDS[kind]}</option>`)}</select></label>
<button>Show</button>
<details ${isNarrowed ? 'open' : ''}><summary>act, time, to whom, outlet</summary><div><label>Act<select name="act"><option value="">any</option>${SPOKEN_ACTS.map((act) => html`<option ${act === asked.act ? 'selected' : ''}>${act}</option>`)}</select></label>
<label>Said in<input name="when" value="${asked.when}" maxlength="40" size="9" placeholder="2034-05"></label>
<label>To<input name="to" value="${asked.to}" maxlength="200" size="12"></label>
<label>Outlet<input name="outlet" value="${asked.outlet}" maxlength="200" size="12"></label></div></details>
</form>
<p class="over" role="status">${countWords(total, isMore, query !== '')}${query === '' ? '' : html` · <a href="${path}">show all</a>`}</p>
<ol class="list">${said.map(line)}</ol>${pages(number, last, query === '' ? '' : `${query}&`)}</section>`;
}

function countWords(total: number, isMore: boolean, isFiltered: boolean): string {
  if (total === 0) return isFiltered ? 'Nothing is on record for this' : 'Named, and not quoted';
  const things = `${total} ${total === 1 ? 'thing' : 'things'} said, each once`;
  return isMore ? `${things}, in the latest 1000 statements; a time or words find what is older` : things;
}

/** The words first; when, where and how the report attributes it beside; how it was found a key away. */
function line({ first: { statement, decided, report }, utterance }: Said): Html {
  const isShared = utterance !== null && utterance.outlets > 1;
  const path = isShared ? utterancePath(utterance.id) : statementPath(statement.id);
  const { to } = statement;
  return html`<li><p class="said"><a href="${path}">${contentWords(statement)}</a></p>
<div class="beside"><span><span class="act">${cueWords(statement)}</span>${to.length === 0 ? '' : ` to ${to.map(({ name }) => name).join(', ')}`}${inferredMark(statement.speaker)}${decidedMark(decided)} · ${whenWords({ statement, utterance, published: report.published })}</span>
<span><a href="${reportPath(report.id, statement.content[0])}">${report.outlet ?? 'outlet not known'}</a>${isShared ? html`; also ${othersOf(utterance.renditions, report.outlet)}` : ''}</span>
${howFound(statement)}</div></li>`;
}

function whenWords({
  statement,
  utterance,
  published,
}: Pick<Said['first'], 'statement'> & Pick<Said, 'utterance'> & { published: string | null }): string {
  const said = utterance?.said ?? statement.said?.value ?? null;
  return said === null ? shortDate(published) : `said ${shortDate(said)}`;
}

const MOST_NAMED = 2;

/** The other outlets that have it, by name as far as there is room. */
function othersOf(renditions: NonNullable<Said['utterance']>['renditions'], first: string | null): string {
  const others = [...new Set(renditions.flatMap(({ outlet }) => outlet ?? []))].filter(
    (outlet) => outlet !== first,
  );
  const named = others.slice(0, MOST_NAMED).join(', ');
  return others.length > MOST_NAMED ? `${named} and ${count(others.length - MOST_NAMED, 'other')}` : named;
}
