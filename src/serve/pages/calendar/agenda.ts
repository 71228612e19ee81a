import { html } from 'hono/html';
import type { EventLine } from '../../../ledger/index.ts';
import { calledOf, type LinkedEvent, type Step } from '../../../record/index.ts';
import { standingPill } from '../../calendar/standing.ts';
import type { Html } from '../page.ts';
import { eventPath, reportPath } from '../words.ts';
import { statusClass } from './status.ts';
import { dayOf, whenCell, yearIn } from './when.ts';

/** The id of an event's row on its page. */
export const rowId = (id: string): string => `e-${id.replace(/^\w+:/u, '')}`;

/** Events as a table: when, with what slipped; what and where; who; who announced it, and first; how it stands. */
export function agenda(events: readonly EventLine[]): Html {
  return html`<table class="agenda">
<thead><tr><th scope="col">When</th><th scope="col">What, where</th><th scope="col">Who</th><th scope="col">Announced by</th><th scope="col"><span class="skip">How it stands</span></th></tr></thead>
<tbody>${events.map(row)}</tbody></table>`;
}

function row({ event, reports }: EventLine): Html {
  return html`<tr id="${rowId(event.id)}"><td class="when">${whenCell(event)}</td>
<th scope="row"><a class="name" href="${eventPath(event.id)}">${calledOf(event)}</a>${event.place === null || calledOf(event).includes(event.place) ? '' : html`<span class="quiet">${event.place}</span>`}</th>
<td>${partyWords(event.parties)}</td>
<td>${announced(event, reports)}</td>
<td>${pill(event)}</td></tr>`;
}

/** How an event stands, in its frame. */
export const pill = (event: Pick<LinkedEvent, 'status' | 'schedule'>): Html => {
  const words = standingPill(event);
  const moved = words.startsWith('moved') ? ' moved' : '';
  return html`<span class="status ${statusClass(event.status)}${moved}">${words}</span>`;
};

const MOST_PARTIES = 4;

/** Who takes part; those who stay away are told so. */
export function partyWords(parties: LinkedEvent['parties']): Html {
  if (parties.length === 0) return html`<span class="quiet">not said</span>`;
  const told = parties.slice(0, MOST_PARTIES);
  const more = parties.length - told.length;
  return html`${told.map(
    ({ name, part }, at) =>
      html`${at === 0 ? '' : ', '}${name}${part === 'absent' ? html` <span class="quiet">(stays away)</span>` : ''}`,
  )}${more > 0 ? html` <span class="quiet">and ${more} more</span>` : ''}`;
}

/** On whose word the date stands, and who gave the first. */
function announced({ schedule, when }: LinkedEvent, reports: EventLine['reports']): Html {
  const [first] = schedule;
  const last = schedule.at(-1);
  if (last === undefined) return html`<span class="quiet">nobody gives its date</span>`;
  const year = yearIn(when ?? schedule.findLast((step) => step.when !== null)?.when ?? null);
  const outlet = reports.find(({ id }) => id === last.report)?.outlet ?? null;
  return html`<a href="${reportPath(last.report, last.span)}">${byWords(last, year)}</a>${outlet === null || last.by?.name === outlet ? '' : html`<span class="quiet">in ${outlet}</span>`}${first === undefined || first === last ? '' : html`<span class="quiet">first: <a href="${reportPath(first.report, first.span)}">${byWords(first, year)}</a></span>`}`;
}

const byWords = ({ by, published }: Step, year: number | null): Html =>
  html`${by?.name ?? 'unnamed'}, <span class="now">${published === null ? 'day not known' : dayOf(published, year)}</span>`;
