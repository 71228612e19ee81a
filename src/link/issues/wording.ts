import type { Statement } from '../../record/index.ts';
import { anyOf, foldedWords, remembered } from '../../text/index.ts';
import { courseOf } from '../positions/question.ts';
import { type LinkWords, stemsOf } from '../words.ts';

/** How a statement says what should be done, the plainest first. */
export const FORMS = ['should', 'asked-of', 'course', 'will', 'asked-for', 'intends'] as const;

/** A sentence of what should be done, made from the words of a statement. */
export interface Worded {
  readonly proposition: string;
  readonly form: (typeof FORMS)[number];
}

/** A statement with what its report knows of its speaker. */
export interface Spoken {
  readonly statement: Statement;
  /** The body that it is said for, or that says it; null of a person alone. */
  readonly body: string | null;
}

type Act = Statement['act'];
const ASKING: ReadonlySet<Act> = new Set<Act>(['demand', 'want', 'propose', 'plan']);
/** Whoever does it says what they will do, or will not. */
const INTENDING: ReadonlySet<Act> = new Set<Act>([
  'plan',
  'want',
  'propose',
  'promise',
  'agree',
  'refuse',
  'rule out',
  'threaten',
  'decide',
]);
/** Whoever does it is for a thing or against it. */
const SIDING: ReadonlySet<Act> = new Set<Act>([
  'demand',
  'propose',
  'support',
  'oppose',
  'agree',
  'refuse',
  'rule out',
]);

/** Of the light words these alone may stand behind "should". */
const AUXILIARY: ReadonlySet<string> = new Set(['be', 'do', 'have']);
/** Fewer words, or more, are no sentence to be for or against. */
const FEWEST = 4;
const MOST = 22;

const patterns = remembered(({ phrases }: LinkWords) => {
  const clause = anyOf([...phrases['clause-opening'], ...phrases['proposition-ends']]);
  const subject = '(?<subject>[\\p{L}\\p{N}][^"“”]*?)';
  return {
    apart: new RegExp(
      `[.!?…]+(?:\\s+(?=\\p{Lu})|$)|[,;:…()]+(?:\\s|$)|\\s[—–-]+\\s|\\s(?=${clause}\\b)`,
      'u',
    ),
    opening: new RegExp(`^(?:${anyOf(phrases['before-proposition'])} )+`, 'iu'),
    pointing: new RegExp(`^${anyOf(phrases['points-elsewhere'])}(?![\\p{L}-])`, 'iu'),
    should: new RegExp(`^${subject} (?<aim>${anyOf(phrases.aim)}) (?<rest>.+)$`, 'iu'),
    will: new RegExp(`^${subject} ${anyOf(phrases['aim-later'])} (?<rest>.+)$`, 'iu'),
    askedOf: new RegExp(`^${subject} to (?<rest>\\p{Ll}.+)$`, 'u'),
    intends: /^(?:not )?to (?<rest>\p{Ll}.+)$/u,
    askedFor: /^(?<subject>an? \p{L}.+)$/iu,
  };
});

/** What a statement says should be done, as a sentence made from its words; null where it has none that stands by itself. */
export function wordedIn(spoken: Spoken, words: LinkWords): Worded | null {
  const { apart, opening } = patterns(words);
  const told = spoken.statement.content.map(({ text }) => text).join(' … ');
  const clauses = told
    .replace(/["“”]|(?<!\p{L})['‘’]|['’](?!\p{L})/gu, ' ')
    .trim()
    .split(apart)
    .map((clause) => clause.replace(/\s+/gu, ' ').trim().replace(opening, ''));
  const all = clauses.flatMap((clause) => wordedBy(clause, spoken, words) ?? []);
  return all.toSorted((a, b) => FORMS.indexOf(a.form) - FORMS.indexOf(b.form))[0] ?? null;
}

/** The plainest of the forms that a clause has. */
function wordedBy(clause: string, spoken: Spoken, words: LinkWords): Worded | null {
  const { should, will } = patterns(words);
  const said = should.exec(clause)?.groups;
  if (said !== undefined)
    return sentence('should', [namedSubject(said.subject, spoken, words), said.aim, said.rest], words);
  const later = will.exec(clause)?.groups;
  if (later === undefined) return askedIn(clause, spoken, words) ?? courseIn(clause, words);
  const isMeant = INTENDING.has(spoken.statement.act) || hasCourse(later.rest ?? '', words);
  if (!isMeant) return null;
  return sentence('will', [namedSubject(later.subject, spoken, words), 'should', later.rest], words);
}

/** What somebody asks for or means to do, where the act tells that it is one of these. */
function askedIn(clause: string, spoken: Spoken, words: LinkWords): Worded | null {
  const { act } = spoken.statement;
  const { askedOf, intends, askedFor } = patterns(words);
  const asked = ASKING.has(act) ? askedOf.exec(clause)?.groups : undefined;
  if (asked !== undefined)
    return sentence('asked-of', [namedSubject(asked.subject, spoken, words), 'should', asked.rest], words);
  const meant = INTENDING.has(act) ? intends.exec(clause)?.groups : undefined;
  if (meant !== undefined) return sentence('intends', [spoken.body, 'should', meant.rest], words);
  const thing = SIDING.has(act) ? askedFor.exec(clause)?.groups : undefined;
  if (thing === undefined) return null;
  return sentence('asked-for', ['There', 'should', `be ${thing.subject}`], words);
}

/** "The levy stays": what becomes of something by itself. */
function courseIn(clause: string, words: LinkWords): Worded | null {
  const told = clause.split(' ');
  const at = told.findIndex((word, nth) => nth > 0 && /^\p{Ll}+s$/u.test(word) && isOwnCourse(word, words));
  const subject = told.slice(0, at).join(' ');
  if (at < 1 || isPointing(subject, words)) return null;
  const plain = told[at]?.replace(/(?<=o)es$|s$/u, '');
  return sentence('course', [subject, 'should', [plain, ...told.slice(at + 1)].join(' ')], words);
}

const isOwnCourse = (word: string, words: LinkWords) =>
  stemsOf(word, words).some((stem) => courseOf(stem, words)?.isOwn === true);
const hasCourse = (text: string, words: LinkWords) =>
  stemsOf(text, words).some((stem) => courseOf(stem, words) !== null);

/** Whether words only point to somebody or something that is named elsewhere: "our ministry", "we". */
export const isPointing = (told: string, words: LinkWords): boolean => patterns(words).pointing.test(told);

/** Who is to do it, where the words alone tell it; of "we" the body that is spoken for. */
function namedSubject(subject: string | undefined, { body }: Spoken, words: LinkWords): string | null {
  if (subject === undefined || /^we$/iu.test(subject)) return body;
  const isDenied = subject.split(' ').some((word) => words.stance.denial.has(word.toLowerCase()));
  const isElsewhere = [subject, subject.split(' ').at(-1) ?? ''].some((told) => isPointing(told, words));
  return isDenied || isElsewhere ? null : subject;
}

/** One sentence without denial: who denies what it says is against it. Null where it does not tell by itself what is to be done. */
function sentence(
  form: Worded['form'],
  [subject, aim, rest]: readonly [subject: string | null, aim: string | undefined, rest: string | undefined],
  words: LinkWords,
): Worded | null {
  if (
    subject === null ||
    (form === 'intends' && isPointing(subject, words)) ||
    aim === undefined ||
    rest === undefined
  )
    return null;
  const told = rest.split(' ');
  const [verb = ''] = told.filter((word) => !words.stance.denial.has(word.toLowerCase()));
  if (!isVerb(verb, words)) return null;
  const affirmed = told.filter((word, at) => at > 1 || !words.stance.denial.has(word.toLowerCase()));
  if (affirmed.length < 3 && isPointing(affirmed[1] ?? '', words)) return null;
  const whole = `${subject} ${aim.toLowerCase()} ${affirmed.join(' ')}`.replace(/[\s'’‘]+$/u, '');
  const count = foldedWords(whole).length;
  if (count < FEWEST || count > MOST) return null;
  return { proposition: `${whole.charAt(0).toUpperCase()}${whole.slice(1)}`, form };
}

/** A plain form may stand behind "should": no noun of several, no word of liking, none that says nothing but "be" and the like. */
function isVerb(word: string, words: LinkWords): boolean {
  if (/[^s]s$/u.test(word)) return false;
  const [stem] = stemsOf(word, words);
  return stem === undefined ? AUXILIARY.has(word) : !words.stance.favour.has(stem);
}
