import type { Word } from '../../src/analyse/syntax/index.ts';
import { fold } from '../../src/text/index.ts';
import { mentionsOf, type ReadText } from './mentions.ts';

const MODAL = new Set(['will', 'would', 'may', 'might', 'could', 'can', 'should', 'must', "'ll", 'shall']);
const DENIAL = new Set(['not', "n't", 'never']);
const PERSONS = new Set(['he', 'she', 'him', 'her']);
const THINGS = new Set(['it', 'they', 'them']);
const RELATIVE = new Set(['who', 'which', 'that', 'whom']);
/** So far before a pronoun what it stands for is looked for, in characters. */
const NEAR = 300;
/** What a verb is to another whose subject it shares where it has none of its own. */
const SHARING = new Set(['conj', 'advcl', 'xcomp', 'parataxis']);
const FARTHEST = 4;

const kindOf = ({ relation }: Word) => relation.split(':')[0] ?? '';

/** The verbs of a report in which an entity takes part, as the trees have it: told as so, neither denied nor only possible. */
export function verbsOf(entity: string, read: ReadText): Word[] {
  const { syntax } = read;
  const isMeant = meant(entity, read);
  return syntax.words.filter(
    (word) => word.part === 'VERB' && isTold(word, read) && partsOf(word).some((part) => isMeant(part)),
  );
}

/** Who and what takes part in what a verb says. */
function partsOf(verb: Word): Word[] {
  const objects = verb.children.filter(
    (child) =>
      ['obj', 'iobj'].includes(kindOf(child)) ||
      child.relation === 'obl:agent' ||
      (kindOf(child) === 'nsubj' && kindOf(verb) !== 'acl'),
  );
  const subject = subjectOf(verb, FARTHEST);
  return subject === null ? objects : [...objects, subject];
}

/** The subject, of a verb without one that of the verb that it hangs on, or the noun that it describes. */
function subjectOf(verb: Word, steps: number): Word | null {
  const own = verb.children.find((child) => kindOf(child) === 'nsubj');
  if (own !== undefined) return own;
  const { parent } = verb;
  if (parent === null || steps === 0) return null;
  if (kindOf(verb) === 'acl') return parent;
  return SHARING.has(kindOf(verb)) ? subjectOf(parent, steps - 1) : null;
}

/** Tells whether a word of a tree means the entity: by name, or as a pronoun of the last one that could be meant. */
function meant(entity: string, read: ReadText): (word: Word) => boolean {
  const { record, syntax } = read;
  const own = mentionsOf(entity, read);
  const heads = new Set(own.flatMap((range) => syntax.headIn(range) ?? []));
  const starts = new Set(own.map(({ start }) => start));
  const isPerson = record.actors.some(
    ({ kind, mentions }) => kind === 'person' && mentions.some(({ start }) => starts.has(start)),
  );
  const others = record.actors
    .filter(({ kind }) => (kind === 'person') === isPerson && kind !== 'country')
    .flatMap(({ mentions }) => mentions);
  const candidates = [...own, ...others].toSorted((a, b) => a.start - b.start);
  const isMeantBy = (pronoun: Word) => {
    const last = candidates.findLast(({ end }) => end <= pronoun.start && end > pronoun.start - NEAR);
    return last !== undefined && starts.has(last.start);
  };
  const isOwn = (word: Word): boolean => {
    if (heads.has(word)) return true;
    const form = fold(record.report.text.slice(word.start, word.end));
    if (RELATIVE.has(form) && word.parent !== null && kindOf(word.parent) === 'acl')
      return word.parent.parent !== null && heads.has(word.parent.parent);
    return (isPerson ? PERSONS : THINGS).has(form) && isMeantBy(word);
  };
  return isOwn;
}

function isTold(verb: Word, { record }: ReadText): boolean {
  const forms = verb.children
    .filter(({ relation }) => ['aux', 'advmod', 'mark'].includes(relation.split(':')[0] ?? ''))
    .map(({ start, end }) => fold(record.report.text.slice(start, end)));
  return !forms.some((form) => MODAL.has(form) || DENIAL.has(form) || form === 'to' || form === 'if');
}

/** A verb with its particle: "showed off". */
export function writtenVerb(verb: Word, { record }: ReadText): string {
  const particle = verb.children.find(({ relation }) => relation === 'compound:prt');
  return [verb, particle]
    .flatMap((word) => (word === undefined ? [] : [record.report.text.slice(word.start, word.end)]))
    .join(' ');
}
