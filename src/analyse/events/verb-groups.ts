import type { Range } from '../../text/index.ts';
import type { Token } from '../tokens/index.ts';
import {
  AUXILIARY,
  BE,
  CONJUNCTION,
  DETERMINER,
  DO,
  HAVE,
  isAdverb,
  isClosed,
  isNot,
  MAY,
  PAST_AUXILIARY,
  PREPOSITION,
  PRONOUN,
  plainAuxiliary,
  WILL,
  WOULD,
} from './words.ts';

/** A verb with its auxiliaries and the verbs that it hangs on: "is now expected to take". */
export interface VerbGroup extends Range {
  /** Tokens of the sentence that it takes, half open. */
  readonly first: number;
  readonly last: number;
  /** The token of its last verb. */
  readonly verb: number;
  /** The verbs that mean something, in order: "expected", "take". */
  readonly chain: readonly string[];
  readonly tense: 'past' | 'present' | 'future' | 'infinitive' | 'participle';
  /** May, might, could; can; would, should. */
  readonly modal: 'may' | 'can' | 'would' | null;
  readonly perfect: boolean;
  readonly passive: boolean;
  readonly negated: boolean;
  /** "is to meet", "was to have met": what is to be, by arrangement. */
  readonly arranged: boolean;
}

/** What is known of a verb's forms. */
export interface VerbForms {
  /** The plain form of an irregular past or participle. */
  readonly irregular: ReadonlyMap<string, string>;
  /** Whether a form with -s or without ending is a verb that reports plan and hold things with. */
  readonly isPlanned: (form: string) => boolean;
  /** Whether a form is one of a verb that does an occasion, and may be a noun too. */
  readonly isOccasion: (form: string) => boolean;
}

/** Words that stand behind "be" like participles. */
const AS_PARTICIPLE = new Set(
  'due set ready likely unlikely able about going off on over under back willing prepared certain sure bound'.split(
    ' ',
  ),
);
/** -ed words that are none. */
const NO_PARTICIPLE = new Set(
  'red bed need speed seed indeed hundred breed feed deed exceed proceed succeed united wed sacred shed embed'.split(
    ' ',
  ),
);

type Draft = { -readonly [Key in keyof VerbGroup]: VerbGroup[Key] };

/**
 * Takes the tokens of a sentence. Gives its verb groups in order. Without a parser: a group begins at an auxiliary, at
 * "to" with a verb, at a form that can only be a past or participle, or at a verb of planning and holding in the present.
 */
export function verbGroups(tokens: readonly Token[], forms: VerbForms): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let at = 0; at < tokens.length; ) {
    const group = groupAt(tokens, at, forms) ?? sharedAuxiliary(tokens, at, groups.at(-1), forms);
    if (group === null) at++;
    else {
      const before = groups.at(-1);
      // "has scrapped plans": right behind a verb it is a noun.
      const isObject =
        before?.last === at &&
        group.tense === 'present' &&
        group.first === group.verb &&
        before.verb > before.first;
      if (isObject) {
        at++;
        continue;
      }
      if (before !== undefined && isOf(before, group, tokens))
        groups[groups.length - 1] = joined(before, group);
      else groups.push(group);
      at = group.last;
    }
  }
  return groups;
}

/** "will open on May 2 and close on June 9": the second verb shares the auxiliary of the first. */
function sharedAuxiliary(
  tokens: readonly Token[],
  at: number,
  before: VerbGroup | undefined,
  forms: VerbForms,
): VerbGroup | null {
  const token = tokens[at] as Token;
  if (
    before === undefined ||
    before.tense !== 'future' ||
    !/^(?:and|or|then)$/.test(tokens[at - 1]?.form ?? '')
  )
    return null;
  if (token.kind !== 'word' || !(forms.isPlanned(token.form) || forms.isOccasion(token.form))) return null;
  return {
    ...before,
    start: token.start,
    end: token.end,
    first: at,
    last: at + 1,
    verb: at,
    chain: [token.form],
  };
}

/** Verbs that take another verb with "to" and mean one thing together. */
const TAKES_VERB =
  /^(?:expect(?:s|ed)?|plan(?:s|ned|ning)?|schedul(?:e|es|ed)|set|due|likely|unlikely|suppose[sd]?|going|about|intend(?:s|ed|ing)?|hope[sd]?|want(?:s|ed)?|wish(?:es|ed)?|aim(?:s|ed|ing)?|agree[sd]?|promise[sd]?|pledge[sd]?|vow(?:s|ed)?|decide[sd]?|refuse[sd]?|decline[sd]?|threaten(?:s|ed)?|need(?:s|ed)?|have|has|had|ready|able|willing|prepared|continue[sd]?|begin|begins|began|start(?:s|ed)?|offer(?:s|ed)?|appear(?:s|ed)?|seem(?:s|ed)?|fail(?:s|ed)?|try|tries|tried|attempt(?:s|ed)?|seek(?:s)?|sought|slated|billed|believed|said|reported|meant|bound|certain|sure|vote[sd]?|opt(?:s|ed)?|chose|chosen|committed|call(?:ed)?|announced|booked)$/;

function isOf(before: VerbGroup, group: VerbGroup, tokens: readonly Token[]): boolean {
  if (group.tense !== 'infinitive') return false;
  const own = tokens[before.verb]?.form ?? '';
  if (!TAKES_VERB.test(own) && !(BE.has(own) && before.verb === before.last - 1)) return false;
  return tokens.slice(before.last, group.first).every(({ form }) => isAdverb(form));
}

function joined(before: VerbGroup, group: VerbGroup): VerbGroup {
  const isBare = BE.has(before.chain[0] ?? '') && before.chain.length === 1;
  return {
    ...before,
    end: group.end,
    last: group.last,
    verb: group.verb,
    chain: [...(isBare ? [] : before.chain), ...group.chain],
    // "is to visit": what is to be lies ahead.
    tense: isBare && before.tense === 'present' ? 'future' : before.tense,
    perfect: before.perfect || group.perfect,
    passive: group.passive,
    negated: before.negated || group.negated,
    arranged: before.arranged || isBare,
  };
}

function groupAt(tokens: readonly Token[], at: number, forms: VerbForms): VerbGroup | null {
  const token = tokens[at] as Token;
  if (token.kind !== 'word') return null;
  const { form, negated } = plainAuxiliary(token.form);
  if (!AUXILIARY.has(form)) return finiteVerb(tokens, at, forms);
  const draft = { ...draftAt(token, at), negated };
  if (WILL.has(form) || MAY.has(form) || WOULD.has(form)) {
    if (MAY.has(form) && /^\p{Lu}/u.test(token.text)) return null;
    draft.tense = WILL.has(form) ? 'future' : 'present';
    draft.modal = form === 'can' ? 'can' : MAY.has(form) ? 'may' : WOULD.has(form) ? 'would' : null;
    return plainVerb(tokens, at + 1, draft, forms);
  }
  if (form === 'to') {
    draft.tense = 'infinitive';
    return plainVerb(tokens, at + 1, draft, forms);
  }
  if (form === "'s" && !PRONOUN.has(tokens[at - 1]?.form ?? '')) return null;
  draft.tense = PAST_AUXILIARY.has(form)
    ? 'past'
    : form === 'be' || form === 'being'
      ? 'participle'
      : 'present';
  if (DO.has(form)) return plainVerb(tokens, at + 1, draft, forms);
  return behindAuxiliary(tokens, at, draft, forms);
}

function draftAt({ start, end }: Token, at: number): Draft {
  return {
    start,
    end,
    first: at,
    last: at + 1,
    verb: at,
    chain: [],
    tense: 'present',
    modal: null,
    perfect: false,
    passive: false,
    negated: false,
    arranged: false,
  };
}

/** Forms that no plain verb has: plurals, participles, numbers. */
const NO_VERB =
  /[^aeious]s$|[^aeiou]es$|[^e]ed$|^(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|more|less|least|rather|better|most|date|life|death|power|court|work|war)$/;

/** Behind a modal or "to": adverbs, then "be" or "have" with a participle, or a plain verb. */
function plainVerb(tokens: readonly Token[], from: number, draft: Draft, forms: VerbForms): VerbGroup | null {
  const at = overAdverbs(tokens, from, draft);
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word') return null;
  const { form } = token;
  if (form === 'be' || form === 'have' || form === 'been') return behindAuxiliary(tokens, at, draft, forms);
  if (
    isClosed(form) ||
    NO_VERB.test(form) ||
    /^\p{Lu}/u.test(token.text) ||
    /(?:ing|tion|ment|ness)$/.test(form)
  ) {
    // "will the minister", "to the house": no verb here; a plain verb may end so ("bring").
    if (
      !/^(?:bring|sing|ring|cling|fling|swing|sting|comment|implement|cement|mention|question|sanction|function|ration)$/.test(
        form,
      )
    )
      return null;
  }
  return { ...draft, last: at + 1, end: token.end, verb: at, chain: [form] };
}

/** At a form of "be" or "have": further auxiliaries, then a participle, or nothing, where it is the verb itself. */
function behindAuxiliary(tokens: readonly Token[], from: number, draft: Draft, forms: VerbForms): VerbGroup {
  let at = from;
  let isBe = BE.has(tokens[at]?.form ?? '');
  draft.perfect ||= HAVE.has(plainAuxiliary(tokens[at]?.form ?? '').form);
  draft.verb = at;
  draft.last = at + 1;
  draft.end = (tokens[at] as Token).end;
  for (;;) {
    const next = overAdverbs(tokens, at + 1, draft);
    const token = tokens[next];
    if (token === undefined || token.kind !== 'word') break;
    const { form } = token;
    if (form === 'been' || form === 'being' || form === 'be') {
      isBe = true;
      at = next;
      draft.verb = at;
      continue;
    }
    if (isParticiple(form, forms) || (isBe && (/ing$/.test(form) || AS_PARTICIPLE.has(form)))) {
      // "have to", "is on": what stands behind them decides.
      const isVerb = !(AS_PARTICIPLE.has(form) && PREPOSITION.has(form) && !isLast(tokens, next));
      if (!isVerb) break;
      return {
        ...draft,
        last: next + 1,
        end: token.end,
        verb: next,
        chain: [form],
        passive: isBe && !/ing$/.test(form) && !AS_PARTICIPLE.has(form),
      };
    }
    break;
  }
  const own = tokens[draft.verb] as Token;
  return { ...draft, last: draft.verb + 1, end: own.end, chain: [own.form] };
}

/** "is off", "is back on": a preposition is the whole of what is said where nothing follows it that it could govern. */
function isLast(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next === undefined || next.kind === 'mark' || isAdverb(next.form) || CONJUNCTION.has(next.form);
}

function overAdverbs(tokens: readonly Token[], from: number, draft: Draft): number {
  let at = from;
  for (; at < tokens.length; at++) {
    const { form } = tokens[at] as Token;
    if (isNot(form)) draft.negated = true;
    else if (!isAdverb(form)) break;
  }
  return at;
}

export function isParticiple(form: string, { irregular }: VerbForms): boolean {
  return (form.length > 2 && form.endsWith('ed') && !NO_PARTICIPLE.has(form)) || irregular.has(form);
}

/** A verb without an auxiliary: a past or participle by its form, or a verb of planning and holding in the present. */
function finiteVerb(tokens: readonly Token[], at: number, forms: VerbForms): VerbGroup | null {
  const token = tokens[at] as Token;
  const { form, text } = token;
  const before = tokens[at - 1];
  const previous = before?.form ?? '';
  const isPast = isParticiple(form, forms);
  const isPlanned = !isPast && (forms.isPlanned(form) || (SUBJECT.has(previous) && forms.isOccasion(form)));
  if (!isPast && !isPlanned && form !== 'due') return null;
  if (/^\p{Lu}/u.test(text) && at > 0) return null;
  const draft = draftAt(token, at);
  const isNoun = DETERMINER.has(previous) && !PRONOUN.has(previous);
  // "later than planned" says nothing by itself.
  const isManner =
    previous === 'as' && /^(?:planned|scheduled|announced|agreed|expected|intended|promised)$/.test(form);
  if (isNoun || isManner || previous === 'of' || previous === 'than') return null;
  const next = tokens[at + 1];
  if (isPast) {
    // "the long planned talks", "in planned talks": before a noun it is an adjective.
    const isAdjective = before !== undefined && (PREPOSITION.has(previous) || isAdverbOfNoun(tokens, at));
    if (isAdjective && next !== undefined && next.kind === 'word' && !isClosed(next.form)) return null;
    // "called off a walkout": what stands behind the particle is its object.
    const object = tokens[at + 2];
    const hasObject =
      next !== undefined &&
      /^(?:off|back|forward|over|up|down|out)$/.test(next.form) &&
      object !== undefined &&
      (DETERMINER.has(object.form) ||
        (object.kind === 'word' && !isClosed(object.form) && !isAdverb(object.form)));
    const isDecided = next?.form === 'to' && DECIDES.has(form);
    const isBare =
      !hasObject &&
      !isDecided &&
      (previous === ',' ||
        /^(?:first|originally|initially|previously|last)$/.test(previous) ||
        next === undefined ||
        PREPOSITION.has(next.form) ||
        next.kind === 'mark') &&
      !PRONOUN.has(previous);
    return { ...draft, chain: [form], tense: isBare ? 'participle' : 'past', passive: isBare };
  }
  if (form === 'due') return { ...draft, chain: [form], tense: 'participle' };
  // "opens on April 27", "they debate on Thursday": in the present, what is fixed.
  if (isPlanned && before !== undefined && !isClosedBeforeVerb(previous)) {
    const isThird = /[^s]s$/.test(form);
    if (/^(?:remain|stay|stand)$/.test(form) && !isClosed(previous))
      return { ...draft, chain: [form], tense: 'present' };
    if (isThird && /^(?:place|effect|part)$/.test(next?.form ?? ''))
      return { ...draft, chain: [form], tense: 'present' };
    const isTime =
      next !== undefined &&
      (/^(?:next|this|tomorrow|today|tonight|later|again)$/.test(next.form) ||
        /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(next.text));
    if (isThird ? next === undefined || next.kind === 'mark' || isTime || isClosed(next.form) : isDated(next))
      return { ...draft, chain: [form], tense: 'present' };
  }
  return null;
}

const SUBJECT = new Set('i you he she it we they who which'.split(' '));
const isDated = (next: Token | undefined) =>
  next !== undefined && /^(?:on|in|at|from|for|again|next)$/.test(next.form);
const isClosedBeforeVerb = (form: string) =>
  (PREPOSITION.has(form) || DETERMINER.has(form) || CONJUNCTION.has(form)) && !PRONOUN.has(form);

/** Verbs that somebody does, and no participles of what is planned: "voted to delay it". */
const DECIDES = new Set(
  'agreed decided voted refused declined promised pledged vowed threatened offered opted chose tried sought failed began started continued wanted hoped intended'.split(
    ' ',
  ),
);

/** "the now cancelled", "a long awaited": an adverb between an article and a participle. */
function isAdverbOfNoun(tokens: readonly Token[], at: number): boolean {
  return isAdverb(tokens[at - 1]?.form ?? '') && DETERMINER.has(tokens[at - 2]?.form ?? '');
}
