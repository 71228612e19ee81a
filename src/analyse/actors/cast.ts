import type { Actor } from '../../record/index.ts';
import { Apart, fold, type Range } from '../../text/index.ts';
import type { Office } from './offices.ts';

/** Somebody or something with a name in one report. */
export interface Member {
  readonly name: string;
  /** Its words as they are compared, and all in one. */
  readonly words: readonly string[];
  readonly key: string;
  kind: Actor['kind'];
  role: string | null;
  affiliation: string | null;
  /** All that the report calls it beside its name, the first one first. */
  readonly offices: Office[];
  gender: 'he' | 'she' | null;
  /** Where it is named, in no order and none over another. */
  readonly mentions: Range[];
  /** Adds a mention, unless there is one already where it stands. */
  mention(range: Range): void;
}

/** One place where somebody is named. */
export interface Mention extends Range {
  readonly member: Member;
}

const wordsOf = (name: string) => name.split(/\s+/).map((word) => fold(word.replace(/[.,]/g, '')));
/** A name as it is compared. */
const keyOf = (name: string) => wordsOf(name).join(' ');

/** All with a name in a report; short forms are joined to the only longer one that they can be short for. */
export class Cast {
  readonly members: Member[] = [];
  /** Once the cast is whole: where each is named, by where that ends. */
  mentions: readonly Mention[] = [];
  /** By every beginning and by every end of their names: what these may be shortened to. */
  private readonly byBeginning = new Map<string, Member[]>();
  private readonly byEnd = new Map<string, Member[]>();
  private readonly personsByEnd = new Map<string, Member[]>();
  private readonly byInitial = new Map<string, Member[]>();
  /** The first with each whole name, and the first person. */
  private readonly byName = new Map<string, Member>();
  private readonly personByName = new Map<string, Member>();

  /** The member that a name is of, or null where there is none or two are possible. */
  find(name: string): Member | null {
    const key = keyOf(name);
    const persons = this.personsByEnd.get(key);
    const exact = (persons === undefined ? this.byName : this.personByName).get(key);
    if (exact !== undefined) return exact;
    if (persons !== undefined) return persons.length === 1 ? (persons[0] as Member) : null;
    const beginnings = this.byBeginning.get(key) ?? [];
    const ends = this.byEnd.get(key) ?? [];
    const first = beginnings[0] ?? ends[0] ?? null;
    const isFirst = (member: Member) => member === first;
    return beginnings.every(isFirst) && ends.every(isFirst) ? first : null;
  }

  /**
   * Those that a name may be short for: "Penn" of "Osric Penn", "Norrfalk" of "Norrfalk AS"; never "North Sea" of "Sea". A
   * person's last word is theirs before it is the beginning of a body's name: "Penn" is not "Penn Holdings" then.
   */
  possible(name: string): readonly Member[] {
    const key = keyOf(name);
    const beginnings = this.byBeginning.get(key) ?? [];
    return this.personsByEnd.get(key) ?? [...new Set([...beginnings, ...(this.byEnd.get(key) ?? [])])];
  }

  /** "WHO" of the World Harbour Organisation: the only body whose name has these initials. */
  byInitials(name: string): Member | null {
    if (!/^\p{Lu}{2,7}$/u.test(name)) return null;
    const bodies = (this.byInitial.get(name) ?? []).filter(({ kind }) => kind !== 'person');
    return bodies.length === 1 ? (bodies[0] as Member) : null;
  }

  /** "Mr Penn": of several persons who have this surname the only one who can be called so. */
  byTitle(name: string, gender: Member['gender']): Member | null {
    if (gender === null) return null;
    const persons = this.personsByEnd.get(keyOf(name)) ?? [];
    const of = (wanted: Member['gender']) => persons.filter((member) => member.gender === wanted);
    const fitting = of(gender).length > 0 ? of(gender) : of(null);
    return fitting.length === 1 ? (fitting[0] as Member) : null;
  }

  /** Whether a name may be short for somebody. */
  isPossible(name: string): boolean {
    const key = keyOf(name);
    return this.byBeginning.has(key) || this.byEnd.has(key);
  }

  /** Whether somebody has exactly this name. */
  has(name: string): boolean {
    const key = keyOf(name);
    return (this.personsByEnd.has(key) ? this.personByName : this.byName).has(key);
  }

  /** Whether a word stands in the names of others too. */
  shares(word: string, own: Member): boolean {
    const key = fold(word);
    return [...(this.byBeginning.get(key) ?? []), ...(this.byEnd.get(key) ?? [])].some(
      (member) => member !== own,
    );
  }

  add(name: string, kind: Actor['kind'], mention: Range): Member {
    const words = wordsOf(name);
    const mentions: Range[] = [];
    const taken = new Apart();
    const member: Member = {
      name,
      words,
      key: words.join(' '),
      kind,
      role: null,
      affiliation: null,
      offices: [],
      gender: null,
      mentions,
      mention: (range) => {
        if (taken.add(range)) mentions.push(range);
      },
    };
    member.mention(mention);
    this.members.push(member);
    if (!this.byName.has(member.key)) this.byName.set(member.key, member);
    if (kind === 'person' && !this.personByName.has(member.key)) this.personByName.set(member.key, member);
    putAt(this.byInitial, name.replace(/[^\p{Lu}]/gu, ''), member);
    for (const at of words.keys()) {
      const end = words.slice(at).join(' ');
      putAt(this.byBeginning, words.slice(0, at + 1).join(' '), member);
      putAt(this.byEnd, end, member);
      if (kind === 'person') putAt(this.personsByEnd, end, member);
    }
    return member;
  }
}

function putAt(index: Map<string, Member[]>, key: string, member: Member): void {
  const own = index.get(key);
  if (own === undefined) index.set(key, [member]);
  else own.push(member);
}
