import type { Statement } from '../../record/index.ts';
import { bodyKey } from '../actors/body-name.ts';
import { agreementOf, type PersonName, personName } from '../actors/person-name.ts';
import type { Taken } from '../taken.ts';
import { type LinkWords, overlapOf, plainName, stemsOf } from '../words.ts';

/** Whose words they are, as far as the report tells. */
export interface Voice {
  readonly kind: 'person' | 'body' | 'described' | 'unknown';
  readonly name: string;
  readonly person: PersonName;
  readonly body: string;
  /** The body for which it speaks by office, as its key; '' for none. */
  readonly speaksFor: string;
  /** The stems of the office, and of whatever it is of. */
  readonly office: ReadonlySet<string>;
}

export function voiceOf({ speaker }: Statement, { actors }: Taken, words: LinkWords): Voice {
  const told = (kind: Voice['kind'], name: string, office: string): Voice => ({
    kind,
    name: plainName(name),
    person: personName(name, words),
    body: bodyKey(name),
    speaksFor: speaker.kind === 'unknown' ? '' : bodyKey(speaker.speaksFor?.name ?? ''),
    office: new Set(stemsOf(office, words)),
  });
  if (speaker.kind === 'unknown') return told('unknown', '', '');
  if (speaker.kind === 'described') return told('described', speaker.text, speaker.text);
  const actor = speaker.actor === null ? undefined : actors.get(speaker.actor);
  const offices = (actor?.offices ?? []).map(({ title, of }) => `${title} ${of ?? ''}`).join(' ');
  const kind = actor?.kind === 'person' ? 'person' : actor === undefined ? 'described' : 'body';
  return told(kind, speaker.name, `${speaker.role ?? ''} ${speaker.affiliation ?? ''} ${offices}`);
}

const BY_OFFICE = 0.6;
const BY_PART_OF_A_NAME = 0.4;
const OTHER_BODY = -0.6;

/** Whether two voices are one: 1 certainly, less where something is left open, below 0 where they are two. */
export function voicesAgree(a: Voice, b: Voice): number {
  if (a.kind === 'unknown' || b.kind === 'unknown') return 0;
  if (a.kind === 'person' && b.kind === 'person') return agreementOf(a.person, b.person) === 'other' ? -1 : 1;
  if (a.name === b.name || (a.body === b.body && a.body !== '')) return 1;
  if (isFor(a, b) || isFor(b, a) || overlapOf(a.office, b.office).shared > 0) return BY_OFFICE;
  const [one, other] = [new Set(a.body.split(' ')), new Set(b.body.split(' '))];
  if (overlapOf(one, other).shared > 0) return BY_PART_OF_A_NAME;
  return a.kind === 'body' && b.kind === 'body' ? OTHER_BODY : 0;
}

const isFor = ({ speaksFor }: Voice, { body }: Voice) => speaksFor !== '' && speaksFor === body;
