import type { Actor, Report, Statement, When } from '../../../record/index.ts';
import type { Range } from '../../../text/index.ts';
import type { ReportWords } from '../actor-words.ts';
import type { Cast, Member } from '../cast.ts';
import { codesOf } from '../codes/index.ts';
import { plain } from '../codes/plain.ts';
import { readSource } from '../reading.ts';
import { isPeople } from '../title.ts';
import { Bodies, isAsTold, isOnlyTakenUp } from './bodies.ts';
import { clauseBehind } from './clauses.ts';
import { Countries, type Principal } from './countries.ts';
import { type HeldOffice, heldOffice, mayBeOfCountry } from './office.ts';
import type { SpeaksForRule } from './rules.ts';
import { patterns, type StateBody, stateBody } from './state-body.ts';
import { stateBodiesIn, toldCountry } from './told-before.ts';

type Speaker = Statement['speaker'];
type SpeaksFor = Exclude<Speaker, { kind: 'unknown' }>['speaksFor'];

interface Scene {
  readonly report: Pick<Report, 'text'>;
  readonly cast: Cast;
  readonly idOf: ReadonlyMap<Member, Actor['actor']>;
  readonly words: ReportWords;
  /** When offices are read. */
  readonly when: When | null;
}

/** What a report calls somebody, and what that is one of; `isTold` where the same phrase says both. */
interface Title {
  readonly title: string;
  readonly of: string | null;
  readonly isTold: boolean;
}

interface Answer {
  readonly principal: Principal;
  readonly how: 'stated' | 'inferred';
  readonly by: SpeaksForRule;
}

const answer = (principal: Principal, isTold: boolean, by: SpeaksForRule): Answer => ({
  principal,
  how: isTold ? 'stated' : 'inferred',
  by,
});

/**
 * Takes statements whose speakers are final. Gives them with whom each speaker speaks for: who holds an office, the body
 * that it is an office of, and a government where that is one of its ministries; a ministry, an embassy, a side or a seat, its
 * government. Who speaks for nobody that the report tells, and a country itself, speaks for nobody else.
 */
export function withSpeaksFor(statements: readonly Statement[], scene: Scene): Statement[] {
  const asked = new Asked(scene);
  return statements.map((statement) => {
    const { speaker } = statement;
    return speaker.kind === 'unknown'
      ? statement
      : { ...statement, speaker: { ...speaker, speaksFor: asked.of(speaker) } };
  });
}

class Asked {
  private readonly scene: Scene;
  private readonly countries: Countries;
  private readonly bodies: Bodies;
  private readonly known = new Map<string, SpeaksFor>();
  private told: readonly StateBody[] | null = null;

  constructor(scene: Scene) {
    this.scene = scene;
    this.countries = new Countries(scene.cast, scene.words);
    this.bodies = new Bodies(scene);
  }

  of(speaker: Exclude<Speaker, { kind: 'unknown' }>): SpeaksFor {
    const key =
      speaker.kind === 'described'
        ? `~${speaker.text}`
        : JSON.stringify([speaker.name, speaker.role, speaker.affiliation]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const own = speaker.kind === 'named' ? this.scene.cast.find(speaker.name) : null;
    const found =
      speaker.kind === 'described'
        ? this.ofDescribed(speaker.text)
        : own === null
          ? null
          : own.kind === 'person'
            ? this.ofPerson(own, speaker)
            : this.ofBody(own.name);
    const isOther = found !== null && (found.principal.member === null || found.principal.member !== own);
    const made = isOther ? this.recorded(found) : null;
    this.known.set(key, made);
    return made;
  }

  private recorded({ principal: { member, name }, how, by }: Answer): SpeaksFor {
    return { actor: member === null ? null : (this.scene.idOf.get(member) ?? null), name, how, by };
  }

  private ofDescribed(text: string): Answer | null {
    const { role, affiliation } = readSource(text, this.scene.words);
    if (role === null) return this.ofBody(text);
    return this.ofTitle({ title: role, of: affiliation, isTold: true }, null);
  }

  /** The first of a person's titles that answers: the one by which they speak, the others, and what a clause says. */
  private ofPerson(own: Member, { role, affiliation }: Extract<Speaker, { kind: 'named' }>): Answer | null {
    const titles = own.offices.map(({ title, of }): Title => ({ title, of, isTold: of !== null }));
    const told = titles.find(({ title, of }) => title === role && of !== null);
    const first =
      role === null
        ? null
        : (told ?? { title: role, of: affiliation, isTold: this.standTogether(own, role, affiliation) });
    for (const title of first === null ? titles : [first, ...titles]) {
      const found = this.ofTitle(title, own);
      if (found !== null) return found;
    }
    return this.byClause(own);
  }

  /** "Premier [Delphine Orsk] of Maravel": the title before the name and what it is of behind it. */
  private standTogether({ name, mentions }: Member, role: string, of: string | null): boolean {
    const { text } = this.scene.report;
    const beside = (range: Range) =>
      text.slice(Math.max(0, range.start - role.length - 1), range.end + (of?.length ?? 0) + NEAR_OF);
    const phrases = ['of', 'of the', 'from'].map((link) => `${role} ${name} ${link} ${of}`);
    return mentions
      .slice(0, MOST_ASKED)
      .some((range) => phrases.some((phrase) => beside(range).includes(phrase)));
  }

  private ofTitle(title: Title, own: Member | null): Answer | null {
    const office = heldOffice(title.title, this.scene.words);
    if (office === null) return null;
    if (title.of !== null) return this.ofOffice(office, title.of, title.isTold);
    const before = this.bodyBefore(office);
    if (before !== null) return this.ofOffice(office, before, true);
    return this.ofParty(office) ?? (own === null ? null : this.ofOneInPower(office, own));
  }

  /** An office of what words name: a people or a country, a seat, a ministry, or any body. */
  private ofOffice(office: HeldOffice, of: string, isTold: boolean): Answer | null {
    const { words } = this.scene;
    const country = this.countries.of(of);
    if (country !== null && office.sort === 'place')
      return isPeople(of, words) ? null : answer(country, isTold, 'office-of-a-body');
    // "Republican leader": a word with the ending of a people's name that is none the report or the lexicon knows.
    if (country !== null && office.sort === 'any' && this.isUnknown(country)) return this.ofParty(office, of);
    if (country !== null)
      return mayBeOfCountry(office, words) ? answer(country, isTold, 'office-of-a-government') : null;
    const whole = this.bodies.of(of).name;
    const seat = words.seats.get(plain(of)) ?? words.seats.get(plain(whole));
    if (seat !== undefined)
      return answer(this.countries.withCode(seat, of), isTold, 'office-of-a-government');
    const state = stateBody(of, this.countries);
    if (state !== null) return this.ofState(state, of, isTold);
    return this.ofAnyBody(office, of, isTold);
  }

  private isUnknown({ member, name }: Principal): boolean {
    return member === null && !this.scene.words.places.has(plain(name)) && isPeople(name, this.scene.words);
  }

  /** A ministry's country, as its name or the text before tells; else the ministry itself. */
  private ofState(state: StateBody, of: string, isTold: boolean): Answer {
    if (state.country !== null) return answer(state.country, isTold, 'office-in-a-ministry');
    const country = this.countryBefore(state);
    if (country !== null) return answer(country, false, 'ministry-named-before');
    const body = this.bodies.of(of);
    return answer(body, isTold && isAsTold(body, of), 'office-in-a-ministry');
  }

  private ofAnyBody(office: HeldOffice, of: string, isTold: boolean): Answer | null {
    const body = this.bodies.of(of);
    const { member } = body;
    const isPlace = member?.kind === 'country' || this.scene.words.named.get(of) === 'place';
    if (isPlace && office.sort === 'body') return null;
    if (member?.kind === 'person' && !office.isVoice) return null;
    // "The company's spokesman": which one, nothing tells.
    if (isOnlyTakenUp(body)) return null;
    return answer(body, isTold && isAsTold(body, of), 'office-of-a-body');
  }

  /** "police", "hospital", "Kremlin": the body before an office that names it in one. */
  private bodyBefore({ before, sort }: HeldOffice): string | null {
    const { bodies, seats } = this.scene.words;
    const words = before.join(' ');
    const kind = bodies.get(before.at(-1)?.toLowerCase() ?? '');
    // "cabinet minister", "Treasury minister" are offices of a government and of no body.
    if (kind === 'government' && sort === 'government') return null;
    return kind !== undefined || seats.has(plain(words)) ? words : null;
  }

  /** "Liberal leader": the only body with that word in its name. */
  private ofParty({ before, sort }: HeldOffice, word = before.at(-1) ?? ''): Answer | null {
    if (sort !== 'any' || !/^\p{Lu}/u.test(word)) return null;
    const party = this.bodies.party(word);
    return party === null ? null : answer(party, false, 'party-by-a-word-of-its-name');
  }

  /** Whom the lists know by name to be in power, and whom the report gives an office without saying where. */
  private ofOneInPower({ sort }: HeldOffice, { name }: Member): Answer | null {
    if (sort !== 'government' && sort !== 'any') return null;
    const { country, sector } = codesOf(name, this.scene.when, this.scene.words);
    if (sector !== 'GOV' || country === null || !this.scene.words.countries.has(country)) return null;
    return answer(this.countries.withCode(country, country), false, 'office-of-a-government');
  }

  private byClause({ mentions }: Member): Answer | null {
    for (const { end } of mentions.slice(0, MOST_ASKED)) {
      const { is, leads } = clauseBehind({ text: this.scene.report.text, end }, this.scene.words);
      const found = is === null ? null : this.ofDescribed(is);
      if (found !== null) return found;
      if (leads === null) continue;
      const body = this.bodies.of(leads);
      if (this.isBody(body)) return answer(body, isAsTold(body, leads), 'clause-tells-whom-one-leads');
    }
    return null;
  }

  /** "who leads the team": of what has no name only an authority is a body. */
  private isBody({ member, name }: Principal): boolean {
    if (member !== null) return member.kind !== 'person';
    const last = name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
    return /^\p{Lu}/u.test(name) || this.scene.words.bodies.get(last) === 'government';
  }

  /** A ministry, an embassy, a side, a seat or a capital is its government. */
  private ofBody(words: string): Answer | null {
    const bare = words.replace(patterns(this.scene.words.officePhrases).determiner, '');
    const { seats, places } = this.scene.words;
    const place = places.get(plain(bare));
    const seat = seats.get(plain(bare)) ?? (place?.sort === 'capital' ? place.country : undefined);
    if (seat !== undefined) return answer(this.countries.withCode(seat, bare), true, 'seat-of-a-government');
    const state = place === undefined ? stateBody(bare, this.countries) : null;
    if (state === null) return null;
    if (state.country !== null) return answer(state.country, true, 'body-of-a-government');
    const country = this.countryBefore(state);
    return country === null ? null : answer(country, false, 'ministry-named-before');
  }

  private countryBefore(state: StateBody): Principal | null {
    this.told ??= stateBodiesIn(this.scene.report.text, this.countries);
    return toldCountry(state, this.told);
  }
}

/** Of somebody named more often so many mentions are asked. */
const MOST_ASKED = 8;
const NEAR_OF = 10;
