import { parseWhen, type Time } from '../../record/index.ts';
import { overlapping, type Range } from '../../text/index.ts';
import type { TokenBlock } from '../layout.ts';
import { type Clauses, isBreak } from './clause.ts';
import type { EventWords } from './lexicon.ts';
import { impliedNoun, nounMentions } from './nouns.ts';
import { predicatesOf } from './predicate.ts';
import { stemOf } from './stem.ts';
import { isEvent } from './told.ts';
import { type VerbForms, type VerbGroup, verbGroups } from './verb-groups.ts';
import { verbMention } from './verbs.ts';

function formsOf({ irregular, occasionVerbs }: EventWords): VerbForms {
  return {
    irregular,
    isPlanned: (form) => PLANNED.test(form),
    isOccasion: (form) => occasionVerbs.has(stemOf(form, irregular)) && !/(?:ing|ed)$/.test(form),
  };
}

/** Verbs that say in the present what is fixed for a day. */
const PLANNED =
  /^(?:begins?|starts?|opens?|reopens?|ends?|resumes?|closes?|goes|runs|falls|takes|holds|meets|travels|arrives|plays?|returns|leaves|stands|remains?|stays|expires|reconvenes|plans|hosts|stages|proposes)$/;

/** Every sentence with its verbs, nouns and dates. */
export function clausesOf(
  blocks: readonly TokenBlock[],
  { times, cues, named }: { times: readonly Time[]; cues: readonly Range[]; named: readonly Range[] },
  words: EventWords,
): Clauses[] {
  const forms = formsOf(words);
  const ranges = times.map((time) => ({
    time: { ...time, when: parseWhen(time.value) },
    start: time.span.start,
    end: time.span.end,
  }));
  const sentences: Clauses[] = [];
  for (const block of blocks)
    for (const sentence of block.sentences) {
      const tokens = block.tokens.slice(
        sentence.first,
        Math.min(sentence.last, sentence.first + MOST_TOKENS),
      );
      const place = sentences.length;
      const own = overlapping(ranges, sentence).map(({ time }) => time);
      const groups = finite(verbGroups(tokens, forms), tokens);
      const isHeadline = block.kind === 'headline';
      const known = { tokens, groups, times: own, place, isHeadline };
      const isSpoken = (group: VerbGroup) => overlapping(cues, group).length > 0;
      const listed = { ...sentence, ...known, mentions: nounMentions(known, words) };
      const implied = groups.flatMap((group) =>
        isSpoken(group) ? [] : (impliedNoun(listed, group, words) ?? []),
      );
      const nouns = [...listed.mentions, ...implied].toSorted((a, b) => a.head - b.head);
      const clauses = { ...listed, mentions: nouns };
      const verbs = groups.flatMap((group) => {
        const isOwn = !isSpoken(group) && isEvent(clauses, group, named, words);
        return isOwn ? (verbMention(group, known, words) ?? []) : [];
      });
      sentences.push({ ...clauses, mentions: [...nouns, ...verbs].toSorted((a, b) => a.head - b.head) });
    }
  return sentences;
}

/**
 * "The probe landed on the moon": a form in -ed before a preposition is a past where its clause has no other verb, and a
 * participle where one follows: "the talks planned for May were held". Verbs of planning are participles in any case.
 */
function finite(groups: readonly VerbGroup[], tokens: Clauses['tokens']): VerbGroup[] {
  return groups.map((group, index) => {
    if (group.tense !== 'participle' || group.last - group.first > 1 || tokens[group.first - 1]?.form === ',')
      return group;
    if (predicatesOf(group, tokens).some((name) => /^(?:plan|move|cancel|suspend)$/.test(name))) return group;
    const next = groups[index + 1];
    const isGoverned =
      next !== undefined &&
      next.tense !== 'infinitive' &&
      next.tense !== 'participle' &&
      !/^(?:and|but|or)$/.test(tokens[next.first - 1]?.form ?? '') &&
      tokens
        .slice(group.last, next.first)
        .every((token, at) => token.form !== ',' && !isBreak(tokens, group.last + at));
    return isGoverned ? group : { ...group, tense: 'past', passive: false };
  });
}

/** A text without full stops is no report; of such a sentence so much is looked at. */
const MOST_TOKENS = 150;
