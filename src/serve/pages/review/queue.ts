import { html } from 'hono/html';
import {
  DOUBTS,
  type NumberedDecision,
  type ReviewFilter,
  type ReviewProgress,
} from '../../../ledger/index.ts';
import type { Decision, Issue } from '../../../record/index.ts';
import { DECIDED } from '../../guard.ts';
import { queuePath } from '../../review/asked.ts';
import type { Shown } from '../../review/shown.ts';
import { contentWords, whoWords } from '../note.ts';
import { type Html, page } from '../page.ts';
import { DOUBT_NAMES } from './doubt-words.ts';
import { key, type Typed, verdictFormOf } from './form.ts';
import { type Item, itemOf, questionOf } from './item.ts';

/** The queue as it is shown: one statement, what comes behind it, and how far people came. */
export interface Queue extends Shown {
  readonly filter: ReviewFilter;
  /** How the speaker is called who is asked for. */
  readonly speaker: string | null;
  readonly progress: ReviewProgress;
  readonly issues: readonly Issue[];
  /** The decision that was just made. */
  readonly done: NumberedDecision | null;
  /** Who decides; null where nobody said so yet. */
  readonly by: string | null;
  /** Whether decisions are taken here. */
  readonly isOpen: boolean;
  /** What was typed and not taken, and why. */
  readonly typed: Typed;
  readonly wrong: string | null;
}

/** Statements that nobody decided on yet, one at a time: looking decides nothing. */
export function queuePage(queue: Queue): Html {
  const { item, filter, progress, done, by, isOpen, wrong } = queue;
  const title = item === null ? 'Nothing waits' : questionOf(item);
  return page({
    style: 'review',
    title: item === null ? 'Review' : `Review: ${title}`,
    here: 'review',
    data: queuePath(filter, {}, '.json'),
    script: '/-/review.js',
    keys: KEYS,
    body: html`<p class="over"><b>Review</b> · ${progressWords(progress, isFiltered(filter))} · <a href="/review/decisions" data-go="d">decisions</a> · <a href="${queuePath(filter, {}, '.csv')}">.csv</a></p>
<h1>${title}</h1>
<div role="status">${wrong === null ? '' : html`<p class="wrong"><b class="flag">Not kept</b> ${wrong}.</p>`}${doneLine(done ?? lastOn(item), by, filter)}</div>
<div class="review">
${
  item === null
    ? html`<section aria-label="Statement"><p>No statement waits${isFiltered(filter) ? html` of these. <a href="/review">The whole queue</a>` : '. Each report that is added brings its statements here.'}</p></section>`
    : html`<section aria-label="Statement">${itemOf(item)}</section>
<section aria-label="Decision">${isOpen ? verdictFormOf({ ...decidable(item), queue: queuePath(filter), by, issues: queue.issues, typed: queue.typed }) : html`<p class="quiet">This server shows the record and takes no decisions: the ledger may not be written, or it was started with <code>--read-only</code>. In a terminal: <code>onrecord decide</code>.</p>`}</section>`
}
${aside(queue)}
</div>`,
  });
}

const decidable = ({ found, kept }: Item) => ({
  statement: found.statement,
  seen: found.decided?.decisions.at(-1)?.id ?? null,
  report: kept.report,
  actors: kept.actors,
});

const isFiltered = ({ report, speaker, doubt }: ReviewFilter) =>
  [report, speaker, doubt].some((one) => one !== undefined);

/** What was looked at counts whatever is asked for; what waits only what is. */
function progressWords({ waiting, isMore, looked }: ReviewProgress, isPart: boolean): string {
  if (!isPart) return `${looked} of ${looked + waiting} looked at today`;
  return `${isMore ? `more than ${waiting}` : waiting} of these wait · ${looked} looked at today`;
}

/** The last decision on the statement that is shown. */
function lastOn(item: Item | null): Pick<NumberedDecision, 'decision' | 'state'> | null {
  const decision = item?.found.decided?.decisions.at(-1);
  return decision === undefined ? null : { decision, state: 'in force' };
}

function doneLine(
  done: Pick<NumberedDecision, 'decision' | 'state'> | null,
  by: string | null,
  filter: ReviewFilter,
): Html | string {
  if (done === null || done.state !== 'in force' || by === null) return '';
  const { decision } = done;
  if (decision.kind === 'undo') return '';
  return html`<form class="done" method="post" action="${DECIDED.undo}"><span>${doneWords(decision)}</span>
<input type="hidden" name="decision" value="${decision.id}"><input type="hidden" name="queue" value="${queuePath(filter)}"><button aria-keyshortcuts="u">Undo${key('u')}</button></form>`;
}

const DONE: Readonly<Record<Decision['kind'], string>> = {
  accept: 'Accepted',
  reject: 'Rejected',
  correct: 'Corrected',
  merge: 'Taken for one',
  split: 'Kept apart',
  issue: 'Issue',
  undo: 'Undone',
};

/** What was decided on which words, in a line. */
export function doneWords(decision: Decision): string {
  if (decision.kind !== 'accept' && decision.kind !== 'reject' && decision.kind !== 'correct')
    return DONE[decision.kind];
  const { content, cue } = decision.on;
  const words = (content.length > 0 ? content : cue).map(({ text }) => text).join(' … ');
  return `${DONE[decision.kind]}: ${shortened(words)}`;
}

const MOST = 80;
export const shortened = (words: string): string => {
  const letters = [...words];
  return letters.length > MOST ? `${letters.slice(0, MOST).join('').trimEnd()} …` : words;
};

function aside({ item, previous, coming, filter, speaker, progress }: Queue): Html {
  const next = coming[0];
  return html`<section class="coming" aria-label="Queue">
<p class="steps">${previous === null ? '' : html`<a href="${queuePath(filter, { at: previous.statement.id })}" rel="prev" aria-keyshortcuts="k">previous${key('k')}</a>`}${next === undefined ? '' : html`<a href="${queuePath(filter, { at: next.statement.id })}" rel="next" aria-keyshortcuts="j">next${key('j')}</a>`}<a href="${queuePath(filter)}" aria-keyshortcuts="n">most pressing${key('n')}</a></p>
${filterForm({ filter, speaker, progress })}
${item === null ? '' : onlyLinks(item, filter)}
${
  coming.length === 0
    ? ''
    : html`<h2>Then</h2><ol class="list compact">${coming.map(
        (one) =>
          html`<li><a href="${queuePath(filter, { at: one.statement.id })}"><b>${whoWords(one.statement.speaker, one.statement.source)}</b>: ${shortened(contentWords(one.statement))}</a><br><span class="quiet">${DOUBT_NAMES[one.doubt]}${one.renditions > 1 ? `, ${one.renditions} renditions` : ''} · ${String(one.rank)}</span></li>`,
      )}</ol>`
}
<details class="how"><summary>the order</summary><p>The number is how likely something of a statement is wrong, in thousandths, times what hangs on it: each statement that renders the same utterance, and one more each where it stands in the headline and where it takes a side.</p></details>
</section>`;
}

function filterForm({
  filter: { report, doubt },
  speaker,
  progress: { byDoubt },
}: Pick<Queue, 'filter' | 'speaker' | 'progress'>): Html {
  return html`<form class="filter" action="/review" aria-label="Which statements">
${report === undefined ? '' : html`<input type="hidden" name="report" value="${report}">`}
<label>Doubt<select name="doubt"><option value="">any</option>${DOUBTS.map(
    (one) =>
      html`<option value="${one}" ${one === doubt ? html`selected` : ''}>${DOUBT_NAMES[one]} (${String(byDoubt[one])})</option>`,
  )}</select></label>
<label>Speaker<input name="speaker" value="${speaker ?? ''}" maxlength="200"></label>
<button>Show</button>
</form>`;
}

function onlyLinks({ found: { statement, report } }: Item, filter: ReviewFilter): Html {
  const { speaker } = statement;
  const links = [
    filter.report === undefined
      ? html`<a href="${queuePath({ ...filter, report: report.id })}">only this report</a>`
      : html`<a href="${queuePath({ ...filter, report: undefined })}">all reports</a>`,
    ...(filter.speaker !== undefined
      ? [html`<a href="${queuePath({ ...filter, speaker: undefined })}">all speakers</a>`]
      : speaker.kind === 'named' && speaker.actor !== null
        ? [html`<a href="${queuePath({ ...filter, speaker: speaker.actor })}">only ${speaker.name}</a>`]
        : []),
  ];
  return html`<p class="over">${links.map((link, index) => html`${index === 0 ? '' : ' · '}${link}`)}</p>`;
}

const KEYS = [
  ['j k', 'next and previous, deciding nothing'],
  ['n', 'the most pressing that nobody decided on'],
  ['a', 'accept, and the next'],
  ['x', 'reject, and the next'],
  ['p', 'choose who said it'],
  ['e', 'correct what was misread'],
  ['← →', 'in the words: move the first word; with shift the last'],
  ['u', 'undo the decision that is shown'],
  ['g d', 'all decisions'],
] as const;
