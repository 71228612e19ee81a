import { html } from 'hono/html';
import type { NewlySaid } from '../../../ledger/index.ts';
import { type Html, page } from '../page.ts';
import { count, dateWords } from '../words.ts';
import { begin } from './begin.ts';
import { type Beside, beside } from './today-beside.ts';
import { saidByDay } from './today-said.ts';

export interface TodayShelf extends Beside {
  /** How many reports there are. */
  readonly reports: number;
  readonly said: readonly NewlySaid[];
  /** What was asked: from a day back, what came since a moment, what follows behind one; null for nothing. */
  readonly asked: Readonly<Record<'day' | 'since' | 'behind', string | null>>;
  /** The utterance behind which the list goes on, null where it ends. */
  readonly next: string | null;
}

/** What was newly said, each act of saying once, by the ledger's own days; beside it what lies ahead, what changed, flags. */
export function todayPage(shelf: TodayShelf): Html {
  const { reports, asked, said, next } = shelf;
  const query = queryOf(asked);
  return page({
    style: 'today',
    title: 'Today',
    here: 'today',
    data: `/today.json${query}`,
    atom: { title: 'Newly said', address: '/today.atom' },
    script: '/-/today.js',
    body:
      reports === 0
        ? begin()
        : html`<p class="over"><b>Today</b> · ${which(shelf)} · <a href="/today.atom">follow (Atom)</a> · <a href="/today.csv${query}">.csv</a> · <a href="/today.json${query}">.json</a>${jumps(shelf)}</p>
<h1>What was newly said</h1>
<p class="visit over" role="status" data-visit hidden></p>
<div class="today"><div class="news">${said.length === 0 ? nothing(asked.since) : saidByDay(said, asked.since !== null)}
${next === null ? '' : html`<nav class="pages" aria-label="Pages"><a href="/${queryOf({ ...asked, behind: next })}" rel="next">what was said before</a></nav>`}</div>
<div class="aside">${beside(shelf)}</div></div>`,
  });
}

/** A question as it stands in an address. */
function queryOf(asked: TodayShelf['asked']): string {
  const given = Object.entries(asked).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(Object.fromEntries(given))}`;
}

/** Which days these are: a page without a date is of the latest that there is. */
function which({ asked, said, day }: TodayShelf): Html | string {
  const latest = html` · <a href="/">the latest day</a>`;
  if (asked.since !== null) return html`what came since ${momentWords(asked.since)}${latest}`;
  if (asked.behind !== null) return html`further back${latest}`;
  if (asked.day !== null) return html`${dateWords(asked.day)} and before${latest}`;
  return said.length === 0 ? 'no day on record yet' : `the latest day on record is ${dateWords(day)}`;
}

/** A moment in words; its zone is told where it has a time of day. */
function momentWords(moment: string): string {
  const [day = '', time] = moment.split('T');
  return time === undefined ? dateWords(day) : `${dateWords(day)}, ${time.slice(0, 5)} UTC`;
}

/** To what stands beside; on a narrow page that is far below. */
function jumps({ ahead, turns, positions, flags }: TodayShelf): Html {
  const changes = turns.length + positions.length;
  return html`<span class="jumps">${ahead.length === 0 ? '' : html` · <a href="#ahead">${ahead.length} ahead</a>`}${changes === 0 ? '' : html` · <a href="#positions">${count(changes, 'position')}</a>`}${flags.length === 0 ? '' : html` · <a href="#flags">${count(flags.length, 'flag')}</a>`}</span>`;
}

const nothing = (since: string | null): Html =>
  since === null
    ? html`<p class="quiet">No report here says who said what, as far as they are linked. <a href="/reports">All reports</a></p>`
    : html`<p class="quiet">Nothing came since then. <a href="/">The latest day on record</a></p>`;
