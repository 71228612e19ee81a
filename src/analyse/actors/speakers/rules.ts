import type { NamedRule } from '../../named-rule.ts';

/** The rules by which the sieves find a speaker. */
export const SPEAKER_RULES = {
  'name-in-source': {
    example: 'Judge Amara Stole said that the case was closed.',
  },
  'named-most-of-those-with-the-name': {
    example:
      'Pavel Strunin and Olga Strunin came. Pavel Strunin sat. Pavel Strunin stood. Pavel Strunin left. Strunin said that the door was open.',
  },
  'surname-of-whose-relatives-they-are': {
    example: 'Pavel Strunin came with his wife, Olga Strunin. Strunin said that the door was open.',
  },
  'turn-before-the-last': {
    example:
      '— Why did you stay? — asks our reporter.\n\n— Somebody had to row, — says Josip Marn.\n\n— And the others?',
  },
  'question-of-the-outlet': {
    example:
      'Edda Bream met us on the pier.\n\nQ: Is it safe?\n\nA: It is dry.\n\nQ: And the dam?\n\nA: There is no dam.',
  },
  'answer-of-whom-the-interview-is-with': {
    example:
      'Edda Bream met us on the pier.\n\nQ: Is it safe?\n\nA: It is dry.\n\nQ: And the dam?\n\nA: There is no dam.',
  },
  'first-person-is-the-speaker': {
    example: '“I have said that the bridge is unsafe,” Edda Bream said.',
  },
  'we-is-the-speakers-body': {
    example:
      'Edda Bream, head of the Harbour Authority, said: “We have warned the town that the bridge is unsafe.”',
  },
  'we-is-the-outlet': {
    example: 'We reported that the bridge was unsafe.',
  },
  'first-person': {
    example: 'Edda Bream said: “We have warned the town that the bridge is unsafe.”',
  },
  'you-is-the-other-of-two': {
    example:
      'Hana Reed: Is it safe?\n\nIvo Dovic: It is dry.\n\nHana Reed: You said that the dam was safe.\n\nIvo Dovic: There is no dam.',
  },
  'relative-clause': {
    example: 'Irena Kolb, who said that the bridge was unsafe, left.',
  },
  'pronoun-of-the-speaker': {
    example: 'Edda Bream said on Monday that she had said that the bridge was unsafe.',
  },
  'pronoun-of-the-subject-before': {
    example: 'Edda Bream walked to the pier. She said that the bridge was unsafe.',
  },
  'pronoun-of-the-speaker-before': {
    example: 'Edda Bream said that the bridge was unsafe. She added that it was old.',
  },
  'pronoun-of-the-person-before': {
    example:
      'The crew had dinner on the pier in the harbour of Sannow with Edda Bream. The ferry left. She said that the bridge was unsafe.',
  },
  'they-are-the-several-before': {
    example: 'Growers led by a union challenged the rules. They said that the bridge was unsafe.',
  },
  'pronoun-of-the-body-before': {
    example: 'The Harbour Authority closed the pier. It said that the bridge was unsafe.',
  },
  'role-named-before': {
    example: 'Foreign Minister Pavel Strunin arrived. The minister said that the door was open.',
  },
  'named-below-the-lede': {
    example:
      'A prosecutor said that the case was closed.\n\nThe prosecutor, Amara Stole, left the court on Monday.\n\nProsecutor Amara Stole had come early.',
  },
  'of-two-before': {
    example: 'Edda Bream and Pol Hagen met on the pier. The latter said that the sea was calm.',
  },
  'age-of-the-person-before': {
    example: 'Edda Bream won the race. The 49-year-old said that the sea was calm.',
  },
  'body-named-before': {
    example: 'The Wexcombe Museum has the letter. The museum said that it was old.',
  },
  'body-before': {
    example: 'The Tesk Group has a new ferry. The company said that it was safe.',
  },
  'side-of-the-country': {
    example: 'Talks began in France. The French side said that the door was open.',
  },
  'whose-words-they-are': {
    example: 'The Wexcombe Museum spoke of a gift. Its statement said that the letter was old.',
  },
  'body-of-the-person-before': {
    example:
      'Edda Bream, chief executive of the Tesk Group, said that the sea was calm. Her company said that the ferry was safe.',
  },
  'described-before': {
    example:
      'Two officers with knowledge of the case said that it was closed. The officers said that it was old.',
  },
  'epithet-of-the-speaker-before': {
    example:
      'Foreign Minister Pavel Strunin said that the talks were over. The diplomat added that the door was open.',
  },
  'words-of-the-source': {
    example: 'The fisherman on the pier said that the sea was calm.',
  },
} as const satisfies Readonly<Record<string, Pick<NamedRule, 'example'>>>;

export type SpeakerRule = keyof typeof SPEAKER_RULES;
