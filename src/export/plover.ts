import { type Actor, type Event, permalinkOf } from '../record/index.ts';
import { dayWords } from './published.ts';
import type { Format, RecordTold } from './told.ts';

type Participant = Event['participants'][number];

/**
 * Events coded with PLOVER (github.com/openeventdata/PLOVER), one JSON object a line, in the terms of its manual: what (event),
 * how (mode) and why (context), of which the record knows those that say how an event stands to the facts; source and
 * recipient with country and sector. What the record does not tell is null or left empty, and nothing is guessed.
 */
export const plover: Format<RecordTold> = {
  open: '',
  between: '',
  close: '',
  entries: (told) => {
    const statements = told.statements.map(({ statement }) => statement);
    return told.events
      .filter(({ type }) => type !== null)
      .map((event) => {
        const of = statements.flatMap((one) => (one.event === event.id ? [one.id] : []));
        return `${JSON.stringify({ ...eventOf(event, told), statements: of })}\n`;
      });
  },
};

function eventOf(event: Event, { report, actors }: RecordTold) {
  const { id, type, mode, when, status, place, spans, participants, what } = event;
  const byId = new Map<string, Actor>(actors.map((actor) => [actor.actor, actor]));
  const having = (role: string) =>
    participants.filter(({ part }) => ROLE[part] === role).map((one) => codedOf(one, byId));
  const [first] = spans;
  return {
    id,
    date: dayWords(when),
    when,
    event: type,
    mode: mode === null ? [] : [mode],
    context: contextsOf(event),
    source: having('source'),
    recipient: having('recipient'),
    other: participants
      .filter(({ part }) => ROLE[part] === null)
      .map((one) => ({ ...codedOf(one, byId), part: one.part })),
    place: place === null ? null : { name: place.name, country: place.country },
    status,
    text: what,
    anchors: spans.map(({ start, end, text }) => ({ start, end, text })),
    permalink: first === undefined ? report.id : permalinkOf(report.id, first),
    report: { id: report.id, url: report.url, outlet: report.outlet, published: report.published },
  };
}

/** In a consultation of equals all are sources, and who hosts another is the recipient (manual, “CONSULT”). */
const ROLE: Readonly<Record<Participant['part'], 'source' | 'recipient' | null>> = {
  actor: 'source',
  party: 'source',
  recipient: 'recipient',
  host: 'recipient',
  mediator: null,
  absent: null,
};

function codedOf({ name, actor }: Participant, byId: ReadonlyMap<string, Actor>) {
  const known = actor === null ? undefined : byId.get(actor);
  return {
    name,
    actor,
    kind: known?.kind ?? null,
    country: known?.country ?? null,
    sector: known?.sector ?? null,
  };
}

/** The contexts by which the manual tells what is no fact of now; that an event is historical, the record does not tell. */
function contextsOf({ time, negated }: Pick<Event, 'time' | 'negated'>): string[] {
  const stands =
    time === 'planned' ? ['future'] : time === 'possible' || time === 'hypothetical' ? ['hypothetical'] : [];
  return [...stands, ...(negated ? ['negation'] : [])];
}
