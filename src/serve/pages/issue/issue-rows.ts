import { html } from 'hono/html';
import { type Issue, parseWhen, writeDay } from '../../../record/index.ts';
import { capital } from '../../positions/courses.ts';
import type { Told, Turn } from '../../positions/told.ts';
import { shortDay } from '../day-words.ts';
import { contentWords } from '../note.ts';
import type { Html } from '../page.ts';
import { actorPath, count, dateWords, issuePath, reportPath, statementPath } from '../words.ts';

/** So many changes are shown with their quotations; the table marks each. */
const MOST = 12;

/** Changes of position with the two quotations that show each, the latest first. */
export function turnList(turns: readonly Turn[]): Html | string {
  if (turns.length === 0) return '';
  const others = turns.length - MOST;
  return html`<h2>What changed</h2>
<ol class="turns">${turns.slice(0, MOST).map(turnItem)}</ol>
${others > 0 ? html`<p class="quiet">${count(others, 'earlier change')} ${others === 1 ? 'is' : 'are'} in the table alone.</p>` : ''}`;
}

const turnItem = ({
  change,
  before,
  after,
}: Turn): Html => html`<li><p><b>${capital(change.name)}</b> · <s>${change.from}</s> → ${stanceTag(change.to)} <span class="quiet">${shortDay(after.day)}</span></p>
${before === null ? '' : quoted('was', before)}${quoted('now', after)}</li>`;

const quoted = (
  when: string,
  told: Told,
): Html => html`<blockquote class="${when}"><p class="said"><a href="${statementPath(told.statement.id)}">${contentWords(told.statement)}</a></p>
<p class="over">${when}: ${told.position.name}, ${shortDay(told.day)}, ${told.report.outlet ?? 'outlet not known'}</p></blockquote>`;

export const stanceTag = (stance: string): Html => html`<span class="tag stance ${stance}">${stance}</span>`;

/** A row of the table; where it names its issue, rows are of several. */
interface Row {
  readonly told: Told;
  /** What the position was before this changed it. */
  readonly was: string | null;
  readonly issue?: Pick<Issue, 'id' | 'proposition'>;
}

/** Statements with a position, each with whose it is and in whose words; by which rule it was read where that is asked for. */
export function positionTable(rows: readonly Row[], { withRules } = { withRules: false }): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="All statements with a position">
<table class="positions"><thead><tr><th scope="col">When said</th><th scope="col">Who</th><th scope="col">Position</th><th scope="col">In whose words</th><th scope="col">Outlet</th></tr></thead>
<tbody>${rows.map((one) => row(one, withRules ? howRead(one.told) : ''))}</tbody></table></div>`;
}

function row({ told, was, issue }: Row, how: Html | string): Html {
  const { position, statement, report } = told;
  const { name, for: body, stance, condition } = position;
  const { speaker } = statement;
  const who = name === '' ? 'nobody named' : name;
  const actor = speaker.kind === 'named' ? speaker.actor : null;
  return html`<tr><td class="figures">${shortDay(told.day)}${whenBeside(told)}</td>
<td>${actor === null ? who : html`<a href="${actorPath(actor)}">${who}</a>`}${body === null ? '' : html`<br><span class="quiet">for ${body}</span>`}</td>
<td>${stanceTag(stance)}${was === null ? '' : html` <span class="quiet">was: ${was}</span>`}${condition === null ? '' : html`<p class="condition">“${condition.text}”</p>`}
${how}</td>
<td><p class="said"><a href="${statementPath(statement.id)}">${contentWords(statement)}</a></p>${issue === undefined ? '' : html`<p class="over"><a href="${issuePath(issue.id)}">${issue.proposition}</a></p>`}</td>
<td><a href="${reportPath(report.id, statement.content[0])}">${report.outlet ?? 'outlet not known'}</a></td></tr>`;
}

/** The other of the two clocks: when it was published, where that is another day or nobody tells when it was said. */
function whenBeside({ statement, report: { published }, day }: Told): Html | string {
  if (published === null) return html`<br><span class="quiet">not dated</span>`;
  if (statement.said === null) return html`<br><span class="quiet">published</span>`;
  const when = parseWhen(published);
  const isSame = when?.kind === 'day' && day !== null && writeDay(when) === writeDay(day);
  return isSame
    ? ''
    : html`<br><span class="quiet">published ${when?.kind === 'day' ? shortDay(when) : dateWords(published)}</span>`;
}

/** Who or what decided that this is the position. */
function howRead({ position: { rule, decided } }: Told): Html {
  if (decided === null) return html`<p class="over">read by <code>${rule}</code></p>`;
  const { by, read } = decided;
  return html`<p class="over">decided by ${by}, ${read === null ? 'read as no position' : `read as ${read}`}</p>`;
}
