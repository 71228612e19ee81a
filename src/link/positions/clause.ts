import { stemmer } from 'stemmer';
import { anyOf, foldedWords, remembered } from '../../text/index.ts';
import type { LinkWords, StancePhrase } from '../words.ts';
import { type Course, courseOf, type Question } from './question.ts';

/** What a word of a clause is to a question: what is proposed or its contrary, its matter, a plan, or a word that judges or turns about. */
export type Part =
  | 'deed'
  | 'toward'
  | 'away'
  | 'matter'
  | 'name'
  | 'plan'
  | 'favour'
  | 'disfavour'
  | 'denial'
  | 'without'
  | 'other';

/** Sentences end here; their clauses where something is set against or apart. */
const SENTENCE = /(?<=[.!?…]["”'’)]*)\s+(?=["“‘'([]*\p{Lu})/u;
/** Who stays or goes where it is not the matter: "I stay at home". */
const PERSON = new Set(['i', 'we', 'you', 'they', 'he', 'she', "i'll", "we'll", "i'm", "we're"]);
const patterns = remembered(({ phrases }: LinkWords) => ({
  clause: new RegExp(`[,;:—–…]|\\s-\\s|\\b(?=${anyOf(phrases['clause-opening'])}\\b)`, 'iu'),
  against: new RegExp(`^\\W*${anyOf(phrases['against-before'])}\\b`, 'iu'),
  /** What holds whatever comes of it tells no stance: "whether there is money or not". */
  whatever: new RegExp(`\\b${anyOf(phrases.whatever)}\\b[^,.;!?]*`, 'giu'),
  /** A question that expects no for an answer: "who needs it?". */
  rhetorical: new RegExp(
    `^\\W*(?:${anyOf(phrases['going-on'])} )?${anyOf(phrases['question-word'])}\\b(?: \\p{L}+){0,2}? ?\\b${anyOf(phrases['question-of-need'])}\\b`,
    'iu',
  ),
}));

export interface Clause {
  readonly parts: readonly Part[];
  /** Whether it is set against what stands before it in its sentence. */
  readonly isAgainst: boolean;
}

/** The clauses of a text, sentence by sentence, each word with what it is to the question. */
export function clausesIn(said: string, question: Question, words: LinkWords): Clause[][] {
  const { clause: apart, against, whatever, rhetorical } = patterns(words);
  return said
    .replace(whatever, ' ')
    .split(SENTENCE)
    .map((sentence) =>
      sentence.split(apart).map((clause) => ({
        parts: [
          ...(rhetorical.test(clause) ? (['denial'] as const) : []),
          ...partsOf(clause, question, words),
        ],
        isAgainst: against.test(clause),
      })),
    );
}

function partsOf(clause: string, question: Question, words: LinkWords): Part[] {
  const forms = foldedWords(clause).map(({ form }) => form.replace(/['’]s$/u, '').replace('’', "'"));
  const parts: Part[] = [];
  for (let at = 0; at < forms.length; ) {
    const phrase = phraseAt(forms, at, words.stance.phrases);
    const isMoved = forms.slice(Math.max(at - 4, 0), at).some((form) => PERSON.has(form));
    parts.push(
      phrase === null
        ? partOf(forms[at] ?? '', isMoved, { question, words })
        : partOfPhrase(phrase.sort, isMoved, question),
    );
    at += phrase?.length ?? 1;
  }
  return parts;
}

/** The longest phrase that begins at a word. */
function phraseAt(
  forms: readonly string[],
  at: number,
  phrases: LinkWords['stance']['phrases'],
): { sort: StancePhrase; length: number } | null {
  for (let length = Math.min(5, forms.length - at); length > 1; length--) {
    const sort = phrases.get(forms.slice(at, at + length).join(' '));
    if (sort !== undefined) return { sort, length };
  }
  return null;
}

function partOfPhrase(sort: StancePhrase, isMoved: boolean, question: Question): Part {
  if (sort === 'filler') return 'other';
  if (sort === 'ending' || sort === 'lasting')
    return partOfCourse({ course: sort, isOwn: false }, isMoved, question);
  if (sort === 'going' || sort === 'staying')
    return partOfCourse({ course: sort === 'going' ? 'ending' : 'lasting', isOwn: true }, isMoved, question);
  return sort;
}

function partOf(
  form: string,
  isMoved: boolean,
  { question, words }: { question: Question; words: LinkWords },
): Part {
  const { denial, favour, disfavour, plan } = words.stance;
  const stem = stemmer(words.irregular.get(form) ?? form);
  if (form === 'without') return 'without';
  if (denial.has(form)) return 'denial';
  if (question.deed.has(stem)) return 'deed';
  if (question.matter.has(stem)) return 'matter';
  const told = courseOf(stem, words);
  if (told !== null) return partOfCourse(told, isMoved, question);
  if (disfavour.has(stem) || form === 'against') return 'disfavour';
  if (favour.has(stem)) return 'favour';
  if (plan.has(stem)) return 'plan';
  return question.names.has(stem) ? 'name' : 'other';
}

/** What ends or lasts, held against what is to: of something that is to be done, lasting tells nothing, nor who stays or goes. */
function partOfCourse(told: Course, isMoved: boolean, { course }: Question): Part {
  if (told.isOwn && isMoved) return 'other';
  if (course === told.course) return 'toward';
  return course === 'doing' && told.course === 'lasting' ? 'other' : 'away';
}
