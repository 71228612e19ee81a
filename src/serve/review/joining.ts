import type { JoinedWhole, Ledger } from '../../ledger/index.ts';
import { addDays, type JoinedKind, parseWhen, writeDay } from '../../record/index.ts';

/** What is joined over reports, by the beginning of an id of it or of a member. */
const KINDS: Readonly<Record<string, JoinedKind>> = {
  who: 'actor',
  actor: 'actor',
  utterance: 'utterance',
  statement: 'utterance',
  what: 'event',
  event: 'event',
};

export const kindOf = (id: string): JoinedKind | null =>
  Object.hasOwn(KINDS, id.split(':')[0] ?? '') ? (KINDS[id.split(':')[0] ?? ''] ?? null) : null;

/** Something that may be one with what is looked at. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  /** Why it is offered. */
  readonly why: string;
}

const MOST = 12;
/** Days around an event in which another may be the same. */
const DAYS = 14;

/** What may be one with a whole: by the pairs of the index, then by words or a name, and for events by their days. */
export async function candidatesFor(ledger: Ledger, whole: JoinedWhole, words: string): Promise<Candidate[]> {
  const near = whole.near.map(({ id, name, rule, score }) => ({
    id,
    name,
    why: `${rule}, ${Math.round(score * 100)} of 100`,
  }));
  const more = await OTHERS[whole.kind](ledger, whole, words);
  const known = new Set([whole.id, ...near.map(({ id }) => id)]);
  return [...near, ...more.filter(({ id }) => !known.has(id))].slice(0, near.length + MOST);
}

type Others = (ledger: Ledger, whole: JoinedWhole, words: string) => Promise<Candidate[]>;

const OTHERS: Readonly<Record<JoinedKind, Others>> = {
  async actor(ledger, { name }, words) {
    const asked = words === '' ? (name.split(/\s+/).at(-1) ?? name) : words;
    const { persons } = await ledger.personsNamed(asked, { limit: MOST, offset: 0 });
    return persons.map(({ id, name: called, kind, reports }) => ({
      id,
      name: called,
      why: `${kind}, in ${reports} ${reports === 1 ? 'report' : 'reports'}`,
    }));
  },
  async utterance(ledger, _, words) {
    if (words === '') return [];
    const { statements } = await ledger.find({ words, limit: MOST });
    const found = await ledger.utterancesWith(statements.map(({ statement }) => statement.id));
    return found.map(({ id, words: said, speakers, root }) => ({
      id,
      name: said,
      why: `${speakers.map(({ name }) => name).join(', ') || 'nobody named'}, root source ${root.name}`,
    }));
  },
  async event(ledger, { first, last }, words) {
    if (first === '') return [];
    const period = { first: dayBeside(first, -DAYS), last: dayBeside(last, DAYS) };
    const { events } = await ledger.calendar({ ...period, limit: 100, offset: 0 });
    const fits = (what: string) => what.toLowerCase().includes(words.toLowerCase());
    return events
      .filter(({ event }) => fits(event.what))
      .map(({ event: { id, what, when, status } }) => ({
        id,
        name: what,
        why: `${status}${when === null ? '' : `, ${when}`}`,
      }));
  },
};

function dayBeside(day: string, by: number): string {
  const own = parseWhen(day);
  const beside = own?.kind === 'day' ? addDays(own, by) : null;
  return beside === null ? day : writeDay(beside);
}
