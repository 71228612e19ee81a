import type { Statement } from '../../../record/index.ts';
import {
  type FoldedWord,
  firstEndingAfter,
  foldedWords,
  overlapping,
  overlaps,
  type Range,
} from '../../../text/index.ts';
import type { Setting } from '../speakers/scene.ts';
import { areMedia, isMediumNoun, isNoMedium } from './media.ts';

const setOf = (words: string) => new Set(words.split(' '));

/** Words that lead to whoever passes others' words on, and the preposition between. */
interface Lead {
  readonly words: ReadonlySet<string>;
  readonly by: ReadonlySet<string> | null;
  /** Whether a name there is a medium's, though nothing else tells so. */
  readonly tells: boolean;
  /** Whether words must say that it is a medium. */
  readonly labelled?: true;
}

const LEADS: readonly Lead[] = [
  {
    words: setOf(
      'interview interviews comment comments conversation talk statement statements remark remarks chat',
    ),
    by: setOf('with for on to'),
    tells: true,
  },
  { words: setOf('air waves page pages programme'), by: setOf('of on'), tells: true },
  {
    words: setOf('quoted cited interviewed published carried relayed broadcast aired distributed saying'),
    by: setOf('by'),
    tells: true,
  },
  { words: setOf('said says complained wrote'), by: setOf('to'), tells: true },
  { words: setOf('spoke speaking'), by: setOf('to on with'), tells: true },
  { words: setOf('told tells telling'), by: null, tells: true },
  { words: setOf('quoted cited'), by: setOf('in'), tells: true },
  { words: setOf('in on'), by: null, tells: false, labelled: true },
  { words: setOf('reported given'), by: setOf('by to'), tells: false },
  { words: setOf('according'), by: setOf('to'), tells: false },
];

/** So far from the cue a sentence names who passes its words on. */
export const REACH = 300;

/** The media that a statement's own sentence names where constructions put them, outside of what is said, in the order of the text. */
export function mediaBeside(statement: Statement, known: Setting): Range[] {
  const around = aroundCue(statement, known);
  if (around === null) return [];
  const walk = new Walk(known.report.text, foldedWords(known.report.text, around));
  const behind = followOn(statement, known);
  const further =
    behind === null ? null : new Walk(known.report.text, foldedWords(known.report.text, behind));
  const own =
    further === null ? [] : further.words.flatMap((_, at) => mediumBehind(further, at, known) ?? []);
  return [...mediaIn(walk, statement, known), ...own];
}

const PRONOUNS = setOf('he she they it');
const DID = setOf('did was were spoke made');
const SO = setOf('so speaking talking this that these the');

/** The sentence behind that tells where it was said: "He did so in an interview with Norne." */
function followOn({ cue: [first] }: Statement, { report, sentences }: Setting): Range | null {
  if (first === undefined) return null;
  const [sentence] = overlapping(sentences, first);
  const next = sentence === undefined ? undefined : sentences[firstEndingAfter(sentences, sentence.end)];
  if (next === undefined) return null;
  const [who, verb, what] = foldedWords(report.text, {
    start: next.start,
    end: Math.min(next.end, next.start + 60),
  });
  const tells = PRONOUNS.has(who?.form ?? '') && DID.has(verb?.form ?? '') && SO.has(what?.form ?? '');
  return tells ? { start: next.start, end: Math.min(next.end, next.start + REACH) } : null;
}

function mediaIn(walk: Walk, statement: Statement, known: Setting): Range[] {
  return walk.words
    .flatMap((_, at) => mediumBehind(walk, at, known) ?? [])
    .filter(({ start, end }) => {
      const isContent = statement.content.some((piece) => overlaps(piece, { start, end }));
      return !isContent && statement.source[0]?.start !== start;
    });
}

/** What of a statement's sentence is near its cue, within one block. */
function aroundCue({ cue: [first] }: Statement, { report, sentences }: Setting): Range | null {
  if (first === undefined) return null;
  const [sentence] = overlapping(sentences, first);
  const [block] = overlapping<Range>(report.blocks, first);
  if (sentence === undefined || block === undefined) return null;
  return {
    start: Math.max(sentence.start, first.start - REACH),
    end: Math.min(sentence.end, block.end, first.end + REACH),
  };
}

/** The medium to which a word leads. */
function mediumBehind(walk: Walk, at: number, known: Setting): Range | null {
  const lead = LEADS.find((one) => leadsAt(one, walk.words, at));
  if (lead === undefined) return null;
  const next = at + (lead.by === null ? 1 : 2);
  const medium = mediumAt(walk, next, known);
  if (medium === null) return null;
  const text = walk.text.slice(medium.start, medium.end);
  // "in the podcast Norne" says what it is; "in the Republican camp" does not.
  if (
    lead.labelled &&
    !text.split(' ').some((word) => /^\p{Ll}/u.test(word) && isMediumNoun(word, known.words))
  )
    return null;
  // A medium that is told something has its name alone: "told the Senate" is no medium.
  const tells = lead.tells && !(lead.by === null && walk.form(next) === 'the');
  return areMedia(text, known) || (tells && !isNoMedium(text, known)) ? medium : null;
}

const leadsAt = ({ words: own, by }: Lead, words: readonly FoldedWord[], at: number): boolean =>
  own.has(words[at]?.form ?? '') && (by === null || by.has(words[at + 1]?.form ?? ''));

const ARTICLES = setOf('the a an its their his her');
const JOINS = setOf('of the and for');
const OTHERS = setOf('other several the');
/** Days and months stand where a name might. */
const DAYS = setOf(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
);
const MOST_LABEL = 5;

/** The words of a stretch of text, one after the other. */
class Walk {
  readonly text: string;
  readonly words: readonly FoldedWord[];

  constructor(text: string, words: readonly FoldedWord[]) {
    this.text = text;
    this.words = words;
  }

  form(at: number): string {
    return this.words[at]?.form ?? '';
  }

  /** Whether nothing but space stands before a word. */
  follows(at: number): boolean {
    const [before, word] = [this.words[at - 1], this.words[at]];
    return (
      word !== undefined && (before === undefined || this.text.slice(before.end, word.start).trim() === '')
    );
  }

  isName(at: number): boolean {
    const word = this.words[at];
    return word !== undefined && /\p{Lu}/u.test(this.text.charAt(word.start)) && !DAYS.has(word.form);
  }

  /** The words from one in quotation marks to the closing one. */
  marked(at: number): Range | null {
    const start = this.words[at]?.start ?? 0;
    if (!this.isName(at) || !/[«“"]/.test(this.text.charAt(start - 1))) return null;
    const size = /^[^«»“”"\n]{2,40}(?=[»”"])/.exec(this.text.slice(start, start + 50))?.[0].length ?? 0;
    return size === 0 ? null : { start, end: start + size };
  }
}

/** The medium that begins at a word: what it is called, and its name, as far as the tagger or the capitals tell; with one or several beside it. */
function mediumAt(walk: Walk, from: number, known: Setting): Range | null {
  const { words } = walk;
  const at = nameFrom(walk, from);
  const marked = walk.marked(at);
  if (marked !== null) return marked;
  const [first, begins] = [words[from], words[at]];
  if (first === undefined || begins === undefined) return null;
  if (!walk.isName(at)) return unnamedAt(walk, from, known);
  const name = known.names[firstEndingAfter(known.names, begins.start)];
  const isTagged = name !== undefined && name.start <= begins.start;
  const isPerson = isTagged && name.start === begins.start && name.kind === 'person';
  // "the channel Kanal Ost", "Channel Nordia": it says what it is.
  const isLabelled =
    isMediumNoun(walk.form(at), known.words) || (at > from && isMediumNoun(walk.form(at - 1), known.words));
  if (isPerson && !isLabelled && isPersonHere(walk.text.slice(name.start, name.end), known)) return null;
  const last = nameTo(walk, at, isTagged ? name.end : 0);
  return further(walk, { first, last }, known) ?? { start: first.start, end: withOthers(walk, last, known) };
}

/** "Solmark's Kanal Ost", "the Halden weekly «Kontor»": the last of the two is the medium; of "CNN's Wolf Blitzer" it is the first. */
function further(
  walk: Walk,
  { first, last }: { first: FoldedWord; last: number },
  known: Setting,
): Range | null {
  const { words } = walk;
  if (walk.form(last).endsWith("'s")) {
    const next = words[last + 1]?.start ?? 0;
    const behind = known.names[firstEndingAfter(known.names, next)];
    const isOfPerson = behind?.kind === 'person' && behind.start === next;
    return isOfPerson
      ? { start: first.start, end: (words[last]?.end ?? 2) - 2 }
      : mediumAt(walk, last + 1, known);
  }
  const noun = words[last + 1];
  return noun !== undefined && walk.follows(last + 1) && isMediumNoun(noun.form, known.words)
    ? (mediumAt(walk, last + 2, known) ?? { start: first.start, end: noun.end })
    : null;
}

/** Whether the report has a person of this name, whatever a tagger takes one mention of it for. */
const isPersonHere = (name: string, { cast }: Setting): boolean => {
  const kind = cast.find(name)?.kind;
  return kind === undefined || kind === 'person';
};

/** "the state broadcaster", "the magazine": a medium that is only called one. */
function unnamedAt(walk: Walk, from: number, { words }: Setting): Range | null {
  const [article, ...more] = walk.words.slice(from, from + MOST_LABEL);
  if (article?.form !== 'the') return null;
  const at = more.findIndex(({ form }) => isMediumNoun(form, words));
  const isPhrase = at >= 0 && more.slice(0, at + 1).every((_, step) => walk.follows(from + 1 + step));
  const noun = more[at];
  // "the press", "the website" are nobody's word.
  return isPhrase && at < 3 && noun !== undefined && !ANY.has(noun.form)
    ? { start: article.start, end: noun.end }
    : null;
}

const ANY = setOf(
  'press media website websites site channels radio television tv news reports report outlets agencies',
);

/** Where a name begins behind an article and what it is called. */
function nameFrom(walk: Walk, from: number): number {
  let at = ARTICLES.has(walk.form(from)) ? from + 1 : from;
  while (at < from + MOST_LABEL && walk.follows(at + 1) && !walk.isName(at)) at++;
  return at;
}

/** The last word of a name: of the tagger's, and of more with capitals or digits. */
function nameTo(walk: Walk, at: number, taggedEnd: number): number {
  let last = at;
  const goesOn = (next: number): boolean =>
    walk.isName(next) ||
    /^\p{N}/u.test(walk.form(next)) ||
    (walk.words[next]?.end ?? 0) <= taggedEnd ||
    (JOINS.has(walk.form(next)) && walk.follows(next + 1) && walk.isName(next + 1));
  while (!walk.form(last).endsWith("'s") && walk.follows(last + 1) && goesOn(last + 1)) last++;
  return last;
}

/** "X and other media", "X and the broadcaster Y". */
function withOthers(walk: Walk, last: number, known: Setting): number {
  const end = walk.words[last]?.end ?? 0;
  if (walk.form(last + 1) !== 'and' || !walk.follows(last + 2)) return end;
  if (walk.isName(nameFrom(walk, last + 2))) {
    const second = mediumAt(walk, last + 2, known);
    return second !== null && areMedia(walk.text.slice(second.start, second.end), known) ? second.end : end;
  }
  if (!OTHERS.has(walk.form(last + 2))) return end;
  return walk.words.slice(last + 3, last + 6).find(({ form }) => isMediumNoun(form, known.words))?.end ?? end;
}
