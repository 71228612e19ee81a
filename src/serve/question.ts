/** What a question in plain words asks of the record: by whom, and which words. */
export interface Question {
  readonly by: string | null;
  readonly words: string;
}

const LONGEST = 200;
const SAID = '(?:say|said|saying|state|think|tell us|promise|announce|claim)';

/** The forms of a question, each with what it asks; the first that fits is taken. */
const FORMS: readonly { readonly form: RegExp; readonly example: string }[] = [
  {
    form: new RegExp(
      `^what (?:did|does|do|has|have) (?<by>.+?) ${SAID}(?: (?:about|on|of|regarding|to) (?<words>.+))?$`,
      'iu',
    ),
    example: 'What did Petra Lunn say about the pier?',
  },
  {
    form: /^what (?:is|was|are|were) (?<by>.+?)['’]s? (?:position|view|stance|words?) (?:on|about|of) (?<words>.+)$/iu,
    example: 'What is Ambrose Teale’s view on the bridge?',
  },
  {
    form: /^where (?:does|did|do) (?<by>.+?) stand on (?<words>.+)$/iu,
    example: 'Where does Ostrey stand on tolls?',
  },
  {
    form: /^who (?:first )?(?:said|says|had|spoke|speaks|reported|told)(?: (?:first|it first))?(?: (?:that|about|on|of))? (?<words>.+)$/iu,
    example: 'Who said that the pier is not on the table?',
  },
  {
    form: /^(?<by>.+?) (?:said|says|spoke|speaks|talked|talks) (?:about|on) (?<words>.+)$/iu,
    example: 'Petra Lunn said about the pier',
  },
  {
    form: /^(?<by>\p{Lu}.+?) (?:about|on) (?<words>.+)$/u,
    example: 'Ambrose Teale on the bridge',
  },
];

const ARTICLE = /^(?:the|an?|his|her|their|its) (?=.)/iu;
const FIRST = /^(?:it )?first$/iu;

/** The question that a line of words asks; null where it is none of the known forms, or a quotation. */
export function questionIn(line: string): Question | null {
  if (line.length > LONGEST || /["“”„«»]/.test(line)) return null;
  const bare = line.trim().replace(/[\s?!.]+$/u, '');
  for (const { form } of FORMS) {
    const { by, words } = form.exec(bare)?.groups ?? {};
    if (by === undefined && words === undefined) continue;
    const about = withoutArticle(words ?? '');
    if (by === undefined && FIRST.test(about)) return null;
    return { by: by === undefined ? null : withoutArticle(by), words: about };
  }
  return null;
}

/** What the forms are shown by. */
export const QUESTION_EXAMPLES: readonly string[] = FORMS.map(({ example }) => example);

const withoutArticle = (words: string): string => words.replace(ARTICLE, '').trim();
