import type { NamedRule } from '../../named-rule.ts';

/** The rules that tell whom a speaker speaks for. */
export const SPEAKS_FOR_RULES = {
  'office-of-a-government': {
    example: 'The French foreign minister, Pavel Strunin, said that the door was open.',
  },
  'office-in-a-ministry': {
    example: 'A spokeswoman for the French foreign ministry said that the door was open.',
  },
  'ministry-named-before': {
    example:
      'The French foreign ministry had invited nobody. A spokesman for the foreign ministry said that the door was open.',
  },
  'office-of-a-body': {
    example: 'Edda Bream, chief executive of the Tesk Group, said that the sea was calm.',
  },
  'party-by-a-word-of-its-name': {
    example:
      'The National Liberals said that the vote was fair. Liberal leader Edda Bream said that the sea was calm.',
  },
  'clause-tells-whom-one-leads': {
    example: 'Edda Bream, who heads the Harbour Authority, said that the bridge was unsafe.',
  },
  'body-of-a-government': {
    example: 'The French foreign ministry said that the door was open.',
  },
  'seat-of-a-government': {
    example: 'Downing Street said that the door was open.',
  },
} as const satisfies Readonly<Record<string, Pick<NamedRule, 'example'>>>;

export type SpeaksForRule = keyof typeof SPEAKS_FOR_RULES;
