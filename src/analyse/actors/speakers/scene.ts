import type { Actor, Report, Statement } from '../../../record/index.ts';
import { firstEndingAfter, type Range } from '../../../text/index.ts';
import type { Syntax } from '../../syntax/index.ts';
import type { Name } from '../../tag/index.ts';
import type { ReportWords } from '../actor-words.ts';
import type { Cast, Member, Mention } from '../cast.ts';
import type { Phrases } from '../phrases.ts';
import type { Reading } from '../reading.ts';
import type { SpeakerRule } from './rules.ts';

export type Speaker = Statement['speaker'];

/** The report around a statement, and who takes part in it. */
export interface Setting {
  readonly report: Pick<Report, 'text' | 'outlet' | 'agency' | 'blocks'>;
  /** The sentences of the text, in its order. */
  readonly sentences: readonly Range[];
  /** The names that the tagger found, in the order of the text. */
  readonly names: readonly Name[];
  readonly syntax: Syntax;
  readonly cast: Cast;
  readonly idOf: ReadonlyMap<Member, Actor['actor']>;
  readonly words: ReportWords;
}

/** What the sieves look at. */
export interface Scene extends Setting {
  readonly phrases: Phrases;
  /** The last statements before this one, in the order of the text, with their speakers. */
  readonly before: readonly Resolved[];
  readonly enclosing: Resolved | null;
  /** Where the sources of all statements begin their words. */
  readonly sources: readonly Range[];
}

export interface Resolved {
  readonly statement: Statement;
  readonly speaker: Speaker;
}

/** A sieve answers, or leaves the question to the next. */
export type Sieve = (statement: Statement, reading: Reading, scene: Scene) => Speaker | null;

/** Whether a statement stands in the headline, where articles are left out. */
export function inHeadline(statement: Statement, { report: { blocks } }: Pick<Scene, 'report'>): boolean {
  const [first] = blocks;
  return first?.kind === 'headline' && startOf(statement) < first.end;
}

/** Whether a statement is a turn of a talk, with a label or without. */
export const isTurn = ({ cue, rules }: Statement): boolean =>
  cue[0]?.text === ':' || /-of-an-interview$/.test(rules?.found[0] ?? '');

/** Where a turn begins. */
export const turnStart = ({ source, content }: Statement): number =>
  source[0]?.start ?? content[0]?.start ?? 0;

/** How far back a pronoun reaches: some paragraphs. */
export const REACH = 1200;

export const startOf = ({ source }: Statement): number => source[0]?.start ?? 0;
export const endOf = ({ source }: Statement): number => source.at(-1)?.end ?? Number.NEGATIVE_INFINITY;

export function named(
  member: Member,
  { idOf }: Pick<Scene, 'idOf'>,
  decided: { how: 'stated' | 'inferred'; by: SpeakerRule },
): Extract<Speaker, { kind: 'named' }> {
  const { name, role, affiliation } = member;
  return {
    kind: 'named',
    actor: idOf.get(member) ?? null,
    name,
    role,
    affiliation,
    speaksFor: null,
    ...decided,
    others: [],
  };
}

/** Of those who may be meant so many are named: a record would not be shorter than the square of its text otherwise. */
export const MOST_OTHERS = 50;

export function unknown(
  why: string,
  others: readonly { member: Member; why: string }[],
  { idOf }: Pick<Scene, 'idOf'>,
): Extract<Speaker, { kind: 'unknown' }> {
  return {
    kind: 'unknown',
    why,
    others: others.slice(0, MOST_OTHERS).map((other) => ({
      actor: idOf.get(other.member) ?? null,
      name: other.member.name,
      why: other.why,
    })),
  };
}

/** "who", "which": what stands in a relative clause is said aside, and who says it does not speak on. */
export const isAside = ({ source }: Statement): boolean =>
  /^(?:who|which|that|whose\b.*)$/i.test(source[0]?.text ?? '');

/** The same speaker, found in another way. */
export function inferred(speaker: Speaker, by: SpeakerRule): Speaker {
  return speaker.kind === 'unknown' ? speaker : { ...speaker, how: 'inferred', by };
}

/** The member that a named speaker is. */
export function memberOf(speaker: Speaker, { cast }: Pick<Scene, 'cast'>): Member | null {
  return speaker.kind === 'named' ? cast.find(speaker.name) : null;
}

/** The member mentioned last before a place. */
export function nearest(
  { cast }: Pick<Scene, 'cast'>,
  at: number,
  fits: (member: Member) => boolean,
): Mention | null {
  const { mentions } = cast;
  for (let index = firstEndingAfter(mentions, at) - 1; index >= 0; index--) {
    const mention = mentions[index] as Mention;
    if (at - mention.end > REACH) return null;
    if (fits(mention.member)) return mention;
  }
  return null;
}

/** The members mentioned in a range, in the order of the text. */
export function mentionsIn({ cast: { mentions } }: Pick<Scene, 'cast'>, { start, end }: Range): Mention[] {
  const found: Mention[] = [];
  for (let index = firstEndingAfter(mentions, start); index < mentions.length; index++) {
    const mention = mentions[index] as Mention;
    if (mention.end > end) break;
    if (mention.start >= start) found.push(mention);
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** The members mentioned in a range with how often, who is mentioned most first. */
export function byMentions(scene: Pick<Scene, 'cast'>, range: Range): { member: Member; count: number }[] {
  const counts = new Map<Member, number>();
  for (const { member } of mentionsIn(scene, range)) counts.set(member, (counts.get(member) ?? 0) + 1);
  return [...counts].map(([member, count]) => ({ member, count })).toSorted((a, b) => b.count - a.count);
}

/** Whether a speaker is a body: a company, an office, an outlet. */
export function isBody(speaker: Speaker, scene: Pick<Scene, 'cast'>): boolean {
  const member = memberOf(speaker, scene);
  return member !== null && member.kind !== 'person';
}
