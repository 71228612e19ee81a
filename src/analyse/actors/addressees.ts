import type { Actor, Report, Statement } from '../../record/index.ts';
import { firstEndingAfter, type Range, spanOf, trimmed } from '../../text/index.ts';
import type { ReportWords } from './actor-words.ts';
import type { Cast, Member } from './cast.ts';
import { readSource } from './reading.ts';

/** Verbs that take whom is spoken to as their object, in the forms that cues end with. */
const TELLS =
  /\b(?:tell|tells|told|telling|inform(?:s|ed|ing)?|assur(?:e|es|ed|ing)|remind(?:s|ed|ing)?|ask(?:s|ed|ing)?|urg(?:e|es|ed|ing)|warn(?:s|ed|ing)?|advis(?:e|es|ed|ing)|call(?:s|ed|ing)? on|order(?:s|ed|ing)?|promis(?:e|es|ed|ing)|wrote to|writes to|spoke to|said to|replied to)$/i;
/** Where the object ends when the content does not follow it. */
const END =
  /[,.;:–—“”"«»\n]|--|\s(?:on|in|at|after|during|before|that|to|by|as|when|while|with|about|whether|if|for|from|yesterday|today|earlier|late|outside|inside|near|over|not|he|she|they|it|we|I)\s/u;
const MOST_WORDS = 9;
/** "warned [parents not to give …]": the object stands at the beginning of what the tagger takes for the content. */
const OBJECT_WITHIN =
  /^((?:the |a |an |all |his |her |its |their )?\p{L}[\p{L}’'-]*(?: \p{L}[\p{L}’'-]*){0,4}?) (?:not )?to \p{Ll}/u;
const NO_OBJECT = /^(?:that|to|about|whether|if|how|why|what|on|in|at|for|a|it|not|so|this|him|her)\b/i;

const HIM_OR_HER: Readonly<Record<string, 'he' | 'she'>> = { him: 'he', her: 'she' };
const REACH = 600;

/**
 * Those spoken to: what stands between a verb such as "told" and the content, or behind the verb up to the end of the
 * phrase. "Him" and "her" are the person named last who can be and does not speak.
 */
export function addressees(
  { text }: Pick<Report, 'text'>,
  { statement, cast, idOf }: { statement: Statement; cast: Cast; idOf: ReadonlyMap<Member, Actor['actor']> },
  words: ReportWords,
): Statement['to'] {
  const cue = statement.cue.at(-1);
  if (cue === undefined || !TELLS.test(cue.text) || /\bto (?:be )?\p{Ll}+$/u.test(cue.text)) return [];
  const next = [...statement.content, ...statement.source]
    .map(({ start }) => start)
    .filter((start) => start >= cue.end)
    .toSorted((a, b) => a - b)[0];
  const rest = text.slice(cue.end, Math.min(next ?? text.length, cue.end + 120));
  const stop = rest.search(END);
  const between: Range = trimmed(text, {
    start: cue.end,
    end: cue.end + (stop < 0 ? rest.length : stop),
  });
  const within = next === cue.end + 1 ? OBJECT_WITHIN.exec(text.slice(next, next + 80))?.[1] : undefined;
  const range: Range =
    within === undefined || next === undefined ? between : { start: next, end: next + within.length };
  const phrase = text.slice(range.start, range.end);
  const gender = HIM_OR_HER[phrase.toLowerCase()];
  if (gender !== undefined) return personBefore(range, gender, { statement, cast, idOf }, text);
  if (!/[\p{L}\p{N}]/u.test(phrase) || NO_OBJECT.test(phrase) || phrase.split(/\s+/).length > MOST_WORDS)
    return [];
  const { name } = readSource(phrase, words);
  const member = name === null ? null : cast.find(name);
  return [
    {
      name: member?.name ?? name ?? phrase,
      actor: member === null ? null : (idOf.get(member) ?? null),
      span: spanOf(text, range),
    },
  ];
}

function personBefore(
  range: Range,
  gender: 'he' | 'she',
  {
    statement: { speaker },
    cast,
    idOf,
  }: { statement: Statement; cast: Cast; idOf: ReadonlyMap<Member, Actor['actor']> },
  text: string,
): Statement['to'] {
  const isOther = ({ kind, name, gender: own }: Member) =>
    kind === 'person' && own === gender && !(speaker.kind === 'named' && speaker.name === name);
  const last = cast.mentions
    .slice(0, firstEndingAfter(cast.mentions, range.start))
    .findLast(({ member, end }) => range.start - end > REACH || isOther(member));
  return last === undefined || !isOther(last.member)
    ? []
    : [{ name: last.member.name, actor: idOf.get(last.member) ?? null, span: spanOf(text, range) }];
}
