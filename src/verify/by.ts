import { isNamedInText, type Speaker, type Statement, speakerName } from '../record/index.ts';
import { foldedWords } from '../text/index.ts';
import { weightOf } from './asked.ts';

/** Whether the words are the asked person's, as far as the report tells, and how it is known who says them. */
export interface SpokenBy {
  readonly answer: 'matches' | 'differs' | 'unclear';
  /** Whom the report gives the words to: a name, a description, or the source's own words. */
  readonly source: string | null;
  /** Whether the text states the speaker, a rule inferred it or somebody decided it; null where nobody is known. */
  readonly how: 'stated' | 'inferred' | 'decided' | null;
  /** The rule that decided, or a person's decision. */
  readonly rule: string | null;
  /** Who else it could have been: who came second. */
  readonly others: readonly { readonly name: string; readonly why: string }[];
}

/**
 * Compares a name with the speaker of a statement. Only a name that the text itself states or a person decided contradicts another: who was
 * inferred may be wrong, and whoever is described may be the very person.
 */
export function spokenBy(asked: string, statement: Statement | null): SpokenBy {
  if (statement === null) return { answer: 'unclear', source: null, how: null, rule: null, others: [] };
  const { speaker } = statement;
  return {
    answer: isAsked(asked, speaker) ? 'matches' : isCertain(speaker) ? 'differs' : 'unclear',
    source: speakerName(statement),
    how: speaker.kind === 'unknown' ? null : speaker.how,
    rule: speaker.kind === 'unknown' ? null : speaker.by,
    others: 'others' in speaker ? speaker.others.map(({ name, why }) => ({ name, why })) : [],
  };
}

const isCertain = (speaker: Speaker) =>
  isNamedInText(speaker) || (speaker.kind === 'named' && speaker.how === 'decided');

/** A person by the last of the asked names; a description by all its words, so that "a spokesman for Beck" is not Beck. */
function isAsked(asked: string, speaker: Speaker): boolean {
  if (speaker.kind === 'unknown') return false;
  if (speaker.kind === 'described') return withoutArticle(asked) === withoutArticle(speaker.text);
  const surname = formsOf(asked).at(-1);
  return surname !== undefined && formsOf(speaker.name).includes(surname);
}

const formsOf = (words: string): string[] => foldedWords(words).map(({ form }) => form);

/** A description without the short word that opens it. */
function withoutArticle(words: string): string {
  const [first = '', ...rest] = formsOf(words);
  return rest.length > 0 && weightOf(first) < 1 ? rest.join(' ') : [first, ...rest].join(' ');
}
