import { html } from 'hono/html';
import type { EventLine, FlaggedReport, PositionNews } from '../../../ledger/index.ts';
import { calledOf, newsPath } from '../../../record/index.ts';
import { capital, holderOf } from '../../positions/courses.ts';
import type { TurnOn } from '../../positions/known.ts';
import { slipWords } from '../calendar/slip-words.ts';
import { statusMark } from '../calendar/status.ts';
import { ruleWords } from '../check/flags.ts';
import { shortDay } from '../day-words.ts';
import type { Html } from '../page.ts';
import { dateWords, eventPath, issuePath, reportPath, titleOf, utterancePath } from '../words.ts';

/** What stands beside the words of a day; nothing of what there is nothing of. */
export interface Beside {
  /** The day as seen from which something lies ahead. */
  readonly day: string;
  readonly ahead: readonly EventLine[];
  /** Changes on the issues that stand, and those that alerts told beside them. */
  readonly turns: readonly TurnOn[];
  readonly positions: readonly PositionNews[];
  readonly flags: readonly FlaggedReport[];
}

/** What lies ahead, positions that changed, what an editor should look at. */
export function beside({ day, ahead, turns, positions, flags }: Beside): Html {
  return html`${aheadOf(day, ahead)}${changed(turns, positions)}${flagged(flags)}`;
}

function aheadOf(day: string, events: readonly EventLine[]): Html | string {
  if (events.length === 0) return '';
  return html`<section class="beside" id="ahead" aria-labelledby="ahead-head"><h2 id="ahead-head">Ahead</h2>
<p class="over">as of ${dateWords(day)} · <a href="/calendar?month=${day.slice(0, 7)}">calendar</a></p>
<ol class="list">${events.map(aheadLine)}</ol></section>`;
}

function aheadLine({ event }: EventLine): Html {
  const { id, when, status, place, schedule } = event;
  const names = [...new Set(schedule.flatMap(({ by }) => by?.name ?? []))];
  const about = [place, names.length === 0 ? null : `on the word of ${names.join(', ')}`].filter(
    (part) => part !== null,
  );
  return html`<li><p class="over slipped">${slipWords(schedule, when)}${status === 'planned' ? '' : html` ${statusMark(status)}`}</p>
<p class="said"><a href="${eventPath(id)}">${calledOf(event)}</a></p>
${about.length === 0 ? '' : html`<p class="over">${about.join(' · ')}</p>`}</li>`;
}

function changed(turns: readonly TurnOn[], positions: readonly PositionNews[]): Html | string {
  if (turns.length + positions.length === 0) return '';
  return html`<section class="beside" id="positions" aria-labelledby="positions-head"><h2 id="positions-head">Positions that changed</h2>
<p class="over"><a href="/issues">all issues</a>${positions.length === 0 ? '' : html` · <a href="/alerts">alerts</a>`}</p>
<ol class="list">${turns.map(turnLine)}${positions.map(newsLine)}</ol></section>`;
}

const turnLine = ({
  issue: { id, proposition },
  turn: { change, after },
}: TurnOn): Html => html`<li><p class="over"><b>${capital(change.name)}</b> · ${fromTo(change.from, change.to)} · ${shortDay(after.day)}</p>
<p class="said"><a href="${issuePath(id)}?${new URLSearchParams({ actor: holderOf(after.position) })}">${proposition}</a></p></li>`;

const newsLine = (one: PositionNews): Html =>
  html`<li><p class="over"><b>${one.who}</b> · ${fromTo(one.before.stance, one.stance)}</p>
<p class="said"><a href="${newsPath(one)}">${one.proposition}</a></p></li>`;

const fromTo = (from: string, to: string): Html =>
  html`<s>${from}</s> <span class="to" aria-hidden="true">→</span> <b>${to}</b>`;

function flagged(flags: readonly FlaggedReport[]): Html | string {
  if (flags.length === 0) return '';
  return html`<section class="beside" id="flags" aria-labelledby="flags-head"><h2 id="flags-head">Flags, newly found</h2>
<p class="over"><a href="/flags">all flags</a></p>
<ol class="list">${flags.map(flagLine)}</ol></section>`;
}

function flagLine({ flag, report }: FlaggedReport): Html {
  const [place] = flag.spans;
  const title = titleOf({ headline: report.headline, text: report.opening });
  return html`<li><p class="over"><b class="flag">${ruleWords(flag.kind)}</b> · ${report.outlet ?? 'outlet not known'}</p>
<p class="message"><a href="${reportPath(report.id, place)}">${flag.message}</a></p>
<p class="over">in ${title}${'against' in flag ? html` · <a href="${utterancePath(flag.utterance)}">all who tell it</a>` : ''}</p></li>`;
}
