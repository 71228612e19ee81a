import { contains, overlapping, type Range } from '../../text/index.ts';
import { phraseOf, type Syntax, type Word, withoutSubtype } from '../syntax/index.ts';
import type { Name } from '../tag/index.ts';
import { isRole, type ReportWords } from './actor-words.ts';
import { isTitle, officeIn, type Reading, readSource } from './reading.ts';

/** What a report calls somebody. */
type Office = Pick<Reading, 'role' | 'affiliation' | 'possessive'>;

/** Between a description and the name beside it stands no more than a mark. */
const BESIDE = /^[\s,–—(-]{1,3}$/;
/** The most characters of such a mark, and the first of the name. */
const BESIDE_REACH = 4;

/** Reads the sources of one report where they stand, by their words, the names in them and the trees of their sentences. */
export class Phrases {
  private readonly text: string;
  private readonly persons: readonly Name[];
  private readonly bodies: readonly Name[];
  private readonly syntax: Syntax;
  private readonly words: ReportWords;

  constructor(
    text: string,
    names: readonly Name[],
    { syntax, words }: { syntax: Syntax; words: ReportWords },
  ) {
    this.text = text;
    this.persons = names.filter(({ kind }) => kind === 'person');
    this.bodies = names.filter(({ kind }) => kind === 'organization');
    this.syntax = syntax;
    this.words = words;
  }

  /** The reading of a source; of a description with a person's name in apposition, of that person: "[The head of the harbour office], Ivo Kast". */
  read(range: Range): Reading {
    const reading = readSource(this.text.slice(range.start, range.end), this.words);
    if (reading.pronoun !== null) return reading;
    const body = reading.name === null ? this.bodyIn(range) : null;
    if (body !== null) return { ...reading, role: null, name: this.textOf(body), definite: false };
    const holder = this.holderIn(range);
    if (holder === null) return reading;
    const { name, gender } = readSource(this.text.slice(holder.start, holder.end), this.words);
    if (name === null || name === reading.name) return reading;
    const told = readSource(this.text.slice(range.start, holder.start), this.words);
    // Of two names side by side the first is who speaks.
    if (told.name !== null && told.role === null) return reading;
    return { ...told, text: reading.text, name, gender: gender ?? told.gender, definite: false };
  }

  /**
   * The office or trade that stands before a person's name or in apposition to it: "Energy Minister [Kasimir Toll]", "[Petr
   * Hald], a docker", "their elder, [Nis Hamar]"; or else the body that the name is followed by: "[Wim Tolland] of the Green List".
   */
  officeOf(name: Range): Office | null {
    const head = this.syntax.headIn(name);
    if (head === null) return null;
    const noun = this.titleBefore(name) ?? this.tradeBeside(name, head);
    return noun === null ? (this.bodyBehind(head) ?? this.partyBehind(name)) : this.officeAt(noun);
  }

  /** The last word of a title right before a name. */
  private titleBefore({ start }: Range): Word | null {
    const [word] = this.syntax.wordsIn({ start: start - 2, end: start - 1 });
    return word !== undefined && isRole(this.textOf(word), this.words) ? word : null;
  }

  /** A noun for what somebody is, right beside the name: before it, or between marks behind it; and what a clause says they are. */
  private tradeBeside(name: Range, head: Word): Word | null {
    const isTrade = (word: Word) => {
      const form = this.textOf(word).toLowerCase();
      const isOffice = isRole(form, this.words) || !this.words.bodies.has(form);
      return word.part === 'NOUN' && isOffice && !this.words.documents.has(form);
    };
    const { parent, relation } = head;
    const behind = head.children.find(
      (word) => word.relation === 'appos' && isTrade(word) && this.isBeside(name.end, this.beginOf(word)),
    );
    if (behind !== undefined) return behind;
    // "Rafael Oster, who has been president since 2031", "Rafael Oster is president".
    const clause =
      head.children.find((word) => word.relation === 'acl:relcl') ?? (relation === 'nsubj' ? parent : null);
    if (clause != null && isTrade(clause) && isRole(this.textOf(clause), this.words) && hasCopula(clause))
      return clause;
    const isApposed = parent !== null && APPOSED.has(withoutSubtype(relation)) && isTrade(parent);
    const end = parent === null ? 0 : Math.max(parent.end, this.ofBehind(parent)?.end ?? 0);
    return isApposed && this.isBeside(end, name.start) ? parent : null;
  }

  /** Whether no more than a mark or an age stands between two places. */
  private isBeside(from: number, to: number): boolean {
    return from <= to && to - from < 8 && /^(?:,? \(?|, \d\d, )$/.test(this.text.slice(from, to));
  }

  /** Where the words begin that belong to a noun. */
  private beginOf(noun: Word): number {
    return Math.min(
      noun.start,
      ...noun.children
        .filter(({ relation, start }) => start < noun.start && BEFORE_NOUN.has(withoutSubtype(relation)))
        .map((word) => phraseOf(word).start),
    );
  }

  /** The words behind "of", "for" or "at" that tell what a noun is one of. */
  private ofBehind(noun: Word): Range | null {
    const of = noun.children.find(
      ({ relation, start, children }) =>
        relation === 'nmod' && start > noun.end && children.some((word) => LINKS.has(this.textOf(word))),
    );
    return of === undefined ? null : phraseOf(of);
  }

  private bodyBehind(head: Word): Office | null {
    const body = head.children.find(
      ({ relation, start, children }) =>
        relation === 'nmod' && start > head.end && children.some((word) => OF_BODY.has(this.textOf(word))),
    );
    const name =
      body === undefined ? '' : this.textOf(phraseOf(body)).replace(/^(?:of|from|for) (?:the )?/, '');
    return this.words.named.get(name) === 'organization'
      ? { role: null, affiliation: name, possessive: false }
      : null;
  }

  /** "Ruth Bellinger (Labour, Tarrant East)". */
  private partyBehind({ end }: Range): Office | null {
    const party = /^ \(([^(),\n]{2,40})[,)]/.exec(this.text.slice(end, end + 50))?.[1] ?? '';
    return this.words.named.get(party) === 'organization'
      ? { role: null, affiliation: party, possessive: false }
      : null;
  }

  /** A title as far as a comma; of so many words none is. */
  private officeAt(noun: Word): Office | null {
    const start = this.beginOf(noun);
    const end = this.ofBehind(noun)?.end ?? noun.end;
    const [phrase = ''] = this.text.slice(start, end).split(/[,;:(]/);
    if (phrase.length < noun.end - start || phrase.split(' ').length > MOST_WORDS) return null;
    return officeIn(phrase, noun.end - start, this.words);
  }

  /** The words that describe somebody, up to the first mark behind which more is told of them: "Three nurses[, all of whom had worked]". */
  descriptionIn(range: Range): string {
    const words = this.syntax.wordsIn(range);
    const isBetween = ({ start }: Word) =>
      words.some(
        ({ relation, parent, start: at }) =>
          relation === 'conj' && at > start && (parent?.start ?? at) < start,
      );
    const stop = words.find(
      (word) => this.textOf(word) === ',' && word.start > range.start && !isBetween(word),
    );
    return this.text.slice(range.start, Math.min(range.end, stop?.start ?? range.end)).trim();
  }

  /** Several who are the subject of a sentence that ends before a place: "[Hana and Mira Lodz] reopened it." */
  severalIn(sentence: Range): Range | null {
    for (const word of this.syntax.wordsIn(sentence)) {
      const others = word.children.filter(({ relation }) => relation === 'conj');
      if (!word.relation.startsWith('nsubj') || others.length === 0) continue;
      const parts = [word, ...others].map(phraseOf);
      return {
        start: Math.min(...parts.map(({ start }) => start)),
        end: Math.max(...parts.map(({ end }) => end)),
      };
    }
    return null;
  }

  private textOf({ start, end }: Range): string {
    return this.text.slice(start, end);
  }

  /** "The buyer, [Grand Pavilion Hotels]": the body's name in apposition to the head of a phrase. */
  private bodyIn(range: Range): Name | null {
    const described = this.syntax.headIn(range);
    if (described === null) return null;
    return (
      overlapping(this.bodies, range).find((name) => {
        const head = contains(range, name) ? this.syntax.headIn(name) : null;
        return head?.relation === 'appos' && head.parent === described && described.part === 'NOUN';
      }) ?? null
    );
  }

  /** The person's name that stands in apposition to what a range describes, in it or right behind it. */
  private holderIn(range: Range): Name | null {
    const [described] = this.syntax.headsIn(range);
    if (described === undefined) return null;
    const atEnd = this.holderAtEnd(range);
    if (atEnd !== null) return atEnd;
    const near = overlapping(this.persons, { start: range.start, end: range.end + BESIDE_REACH }).filter(
      (name) =>
        name.start > described.start &&
        (contains(range, name) ||
          (name.start >= range.end && BESIDE.test(this.text.slice(range.end, name.start)))),
    );
    const [only, ...more] = near.filter((name) => this.isHolder(name, described));
    return more.length === 0 ? (only ?? null) : null;
  }

  /** "Deputy Minister of Agriculture of Tisk [Bohumil Sarkan]": a person's name right behind the words of a title. */
  private holderAtEnd(range: Range): Name | null {
    const inside = overlapping(this.persons, range).filter((one) => contains(range, one));
    const name = inside.findLast((one) => one.start > range.start);
    if (name === undefined || /[\p{L}\p{N}]/u.test(this.text.slice(name.end, range.end))) return null;
    const before = this.text.slice(range.start, name.start);
    const isOther = inside.some((one) => one.end <= name.start);
    if (isOther || this.belongsToAnother(before)) return null;
    const last = before.trim().slice(before.trim().lastIndexOf(' ') + 1);
    const isTitle = isRole(last, this.words) || /^\p{Lu}/u.test(last) || this.words.bodies.has(last);
    if (!before.endsWith(' ') || !isTitle || /['’]s$/.test(last)) return null;
    const { role, name: other } = readSource(before, this.words);
    return role !== null && other === null ? name : null;
  }

  /** "A spokesperson for Prime Minister [Edda Rosk]", "the man who met [Edda Rosk]": the name is of whom the phrase only mentions. */
  private belongsToAnother(before: string): boolean {
    const words = before.trim().split(/\s+/);
    const link = words.findLastIndex((word) => GOVERNS.has(word));
    const behind = words.slice(link + 1).filter((word) => !ARTICLES.has(word));
    // "advisers to Mr. [Penn]": nothing but a title stands between.
    const isTitled =
      link > 0 &&
      (behind.some((word) => isRole(word, this.words)) || behind.every((word) => isTitle(word, this.words)));
    return isTitled || words.some((word) => RELATIVE.has(word));
  }

  private isHolder(name: Name, described: Word): boolean {
    const head = this.syntax.headIn(name);
    if (head === null || head === described) return false;
    const isGoverned = head.children.some(
      ({ relation, start }) => withoutSubtype(relation) === 'case' && start < name.end + 3,
    );
    if (isGoverned || head.relation === 'nmod:poss') return false;
    const { parent, relation } = head;
    const how = withoutSubtype(relation);
    if (parent === described) return APPOSED.has(how) || how === 'nmod';
    // The two stand side by side for a parser that joins them to the verb alone.
    if (parent === null || parent === described.parent) return SAME_VERB.has(how);
    // "A spokeswoman for the bank, Nadia Feld": a body has no person in apposition; who stands in a clause is another.
    return (
      contains(phraseOf(described), parent) &&
      how === 'appos' &&
      parent.part !== 'PROPN' &&
      !isRole(this.textOf(parent), this.words)
    );
  }
}

/** What a person's name is followed by where a body's follows: "Wim Tolland of the Green List". */
const OF_BODY = new Set(['of', 'from', 'for']);
const hasCopula = ({ children }: Word): boolean => children.some(({ relation }) => relation === 'cop');
const MOST_WORDS = 12;
const LINKS = new Set(['of', 'for', 'at']);
const GOVERNS = new Set(['of', 'for', 'at', 'to', 'by', 'with', 'from', 'against', 'about']);
const ARTICLES = new Set(['the', 'a', 'an']);
const RELATIVE = new Set(['who', 'whom', 'whose', 'which', 'that']);
const BEFORE_NOUN = new Set(['det', 'amod', 'compound', 'nmod', 'nummod', 'flat']);
const APPOSED = new Set(['appos', 'flat', 'dep', 'compound', 'parataxis']);
const SAME_VERB = new Set(['nsubj', 'obl', 'root', 'dep', 'appos', 'parataxis', 'vocative']);
