import type { Statement } from '../../../record/index.ts';
import { contains, overlapping, overlaps, type Range } from '../../../text/index.ts';
import { phraseOf, type Word, withoutSubtype } from '../../syntax/index.ts';
import { isRole } from '../actor-words.ts';
import { plain } from '../codes/plain.ts';
import { holdersOf } from '../speakers/of-cast.ts';
import type { Setting } from '../speakers/scene.ts';
import { isPlatform } from './media.ts';

/** What a go-between stands behind. */
const WAYS = new Set(['through', 'via']);
const REACH = 300;

/** "via Orlan", "through his lawyer, Tomas Rhee", "through mediators": somebody between, whom the statement's own sentence names or describes. */
export function goBetween(statement: Statement, known: Setting): { name: string; range: Range } | null {
  const [cue] = statement.cue;
  const [sentence] = cue === undefined ? [] : overlapping(known.sentences, cue);
  if (cue === undefined || sentence === undefined) return null;
  const near = {
    start: Math.max(sentence.start, cue.start - REACH),
    end: Math.min(sentence.end, cue.end + REACH),
  };
  for (const word of known.syntax.wordsIn(near)) {
    const { parent } = word;
    if (parent === null || !leads(word, known)) continue;
    const isSaid = [...statement.content, ...statement.source].some((piece) => overlaps(piece, word));
    const between = isSaid || parent.start < word.end ? null : betweenAt(parent, known);
    if (between !== null) return between;
  }
  return null;
}

/** "through", "via", or the "by" of whoever read it out. */
function leads(word: Word, { report: { text } }: Setting): boolean {
  const textOf = ({ start, end }: Range) => text.slice(start, end).toLowerCase();
  if (WAYS.has(textOf(word))) return true;
  const verb = word.parent?.parent;
  return textOf(word) === 'by' && verb != null && PASSED.has(textOf(verb)) && verb.start < word.start;
}

/** What is done with somebody's words by whoever passes them on. */
const PASSED = new Set(['read', 'passed', 'relayed', 'conveyed', 'delivered', 'transmitted', 'forwarded']);

const LEADING = new Set(['through', 'via', 'by', 'the', 'a', 'an']);

/** Whoever a noun behind "through" is: the person or body with a name in its phrase, else a noun for an office or a trade. */
function betweenAt(
  noun: Word,
  { report: { text }, names, cast, words }: Setting,
): { name: string; range: Range } | null {
  const phrase = phraseOf(noun);
  const beside = noun.children.filter(({ relation }) => BESIDE.has(withoutSubtype(relation)));
  const parts = [phrase, ...beside.map(phraseOf)];
  const said = text.slice(noun.start, noun.end);
  const named = names.find((name) => parts.some((part) => contains(part, name)));
  if (named !== undefined) {
    const name = text.slice(named.start, named.end);
    // A lone name is often taken for a place's: words that come by way of a place that nobody knows come by a person.
    const isPlace = named.kind === 'place' && words.places.has(plain(name));
    return isPlace || isPlatform(name) ? null : { name: cast.find(name)?.name ?? name, range: named };
  }
  if (/^\p{Lu}/u.test(said)) {
    const member = cast.find(said);
    return isPlatform(said) || (member !== null && member.kind === 'country')
      ? null
      : { name: said, range: noun };
  }
  const isSomebody = isRole(said, words) || BETWEEN.has(said) || words.bodies.has(said);
  if (!isSomebody) return null;
  // "through her agent": the only one of whom the report says so, by name.
  const [only, ...more] = holdersOf(said.toLowerCase(), { cast, words });
  const tokens = text.slice(phrase.start, phrase.end).split(' ');
  const described = tokens.slice(tokens.findIndex((token) => !LEADING.has(token.toLowerCase()))).join(' ');
  const name = only !== undefined && more.length === 0 ? only.name : described;
  return { name, range: phrase };
}

const BESIDE = new Set(['appos', 'flat', 'dep']);
/** Who goes between, beside those with an office. */
const BETWEEN = new Set([
  'mediators',
  'mediator',
  'intermediaries',
  'intermediary',
  'envoys',
  'representatives',
  'relatives',
  'family',
]);
