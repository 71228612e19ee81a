import { html } from 'hono/html';
import {
  type Block,
  type Event,
  isScheduled,
  type ReportRecord,
  type Statement,
  whenWords,
} from '../src/record/index.ts';
import { slip } from '../src/serve/pages/calendar/slip.ts';
import { statusMark } from '../src/serve/pages/calendar/status.ts';
import { ruleWords } from '../src/serve/pages/check/flags.ts';
import { cueWords, howFound, inferredMark, wayWords, whoWords } from '../src/serve/pages/note.ts';
import type { Html } from '../src/serve/pages/page.ts';
import { marked } from '../src/serve/pages/report/marks.ts';
import { count } from '../src/serve/pages/words.ts';
import type { Range } from '../src/text/index.ts';
import type { Ask } from './message.ts';

/** A record as the pages of a ledger show it, without what only a ledger has; and its sums in words. */
export function answerOf(
  { report, statements, events, flags }: ReportRecord,
  { tagger, seconds }: { tagger: Ask['tagger']; seconds: number },
): { words: string; markup: string } {
  const shown = statements.filter(({ mode }) => mode !== 'held');
  const held = statements.length - shown.length;
  const flagged = flags.flatMap(({ spans }) => spans);
  const words = [
    count(shown.length, 'statement'),
    count(events.length, 'event'),
    count(flags.length, 'flag'),
  ];
  const markup = html`<p class="over"><b>${words.join(' · ')}</b> · by the ${tagger === 'encoder' ? 'encoder' : 'linear tagger'} in ${seconds.toFixed(1)} s</p>
${flags.length === 0 ? '' : html`<ul class="flags" aria-label="Flags">${flags.map(({ kind, message, spans: [place] }) => html`<li><b class="flag">${ruleWords(kind)}</b> ${place === undefined ? message : html`<a href="#${anchor(place)}">${message}</a>`}</li>`)}</ul>`}
<p class="legend"><span class="s">source</span><span class="c">cue</span><span class="k">content</span>${held === 0 ? '' : html`<span>${held} held, not shown here</span>`}</p>
${report.blocks.map((block) => row(report.text, block, shown, flagged))}
${events.length === 0 ? '' : html`<h2>What is done or planned</h2><ul class="list">${events.map(eventLine)}</ul>`}`;
  return { words: words.join(', '), markup: `${markup}` };
}

const anchor = ({ start, end }: Range): string => `${start}-${end}`;

function row(text: string, block: Block, statements: readonly Statement[], flagged: readonly Range[]): Html {
  const words = marked(text, block, statements, { flagged });
  const own = statements.filter((one) => startOf(one) >= block.start && startOf(one) < block.end);
  const isHead = block.kind === 'headline' || block.kind === 'subhead';
  return html`<div class="row ${block.kind}" id="${anchor(block)}">${isHead ? html`<h2>${words}</h2>` : html`<p>${words}</p>`}<ul class="notes" aria-label="Notes">${own.map(note)}</ul></div>`;
}

const startOf = ({ content, cue }: Statement): number => (content[0] ?? cue[0])?.start ?? 0;

/** The note beside a block, as in a ledger, where it also leads to the statement's own page. */
function note(statement: Statement): Html {
  const { id, speaker, source, kind, within, content, cue } = statement;
  const place = content[0] ?? cue[0];
  const way = wayWords(statement);
  const office =
    speaker.kind === 'named' ? [speaker.role, speaker.affiliation].filter((part) => part !== null) : [];
  const about = [within === null ? null : 'within another', kind].filter((part) => part !== null);
  return html`<li class="note" data-s="${id}"><span><a href="#${place === undefined ? '' : anchor(place)}"><b>${whoWords(speaker, source)}</b>${inferredMark(speaker)} · <span class="act">${cueWords(statement)}</span></a></span>
${office.length === 0 ? '' : html`<span class="quiet">${office.join(', ')}</span>`}
${way === '' ? '' : html`<span class="quiet">on the word of ${way}</span>`}
<span class="quiet">${about.join(', ')}</span>
${howFound(withoutPage(statement))}</li>`;
}

/** There is no page of an actor to lead to. */
function withoutPage(statement: Statement): Statement {
  const { speaker } = statement;
  return speaker.kind === 'named' ? { ...statement, speaker: { ...speaker, actor: null } } : statement;
}

function eventLine(event: Event): Html {
  const { what, when, status, participants, place, spans, schedule } = event;
  const who = participants.map(({ name }) => name);
  const where = place === null ? [] : [place.name];
  const [at] = spans;
  return html`<li><p class="over"><b>${when === null ? 'Date not known' : whenWords(when)}</b> · ${statusMark(status)}</p>
<p class="said">${at === undefined ? what : html`<a href="#${anchor(at)}">${what}</a>`}</p>
${who.length + where.length === 0 ? '' : html`<p class="over">${[...who, ...where].join(' · ')}</p>`}${isScheduled(event) ? slip(schedule) : ''}</li>`;
}
