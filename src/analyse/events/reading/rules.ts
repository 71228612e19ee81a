import type { NamedRule } from '../../named-rule.ts';

/** What is read of an event by a tagger that reads events: its dates, and how it stands. */
export const READING_RULES = {
  'read-date': { example: 'The unveiling has been taken off the calendar for 2 May and will be on 9 May.' },
  'read-former-date': {
    example: 'The council meeting, scheduled for 2 May, has been postponed by two weeks, the mayor said.',
  },
  'read-length': {
    example: 'The council meeting, scheduled for 2 May, has been postponed by two weeks, the mayor said.',
  },
  'read-without-date': { example: 'The unveiling on 2 May has been shelved.' },
} as const satisfies Readonly<Record<string, Pick<NamedRule, 'example'>>>;

export type ReadingRule = keyof typeof READING_RULES;

/** Its standing is the likeliest of all that its words tell. */
export const READ_STATUS: NamedRule & { readonly name: 'read-as-likeliest' } = {
  name: 'read-as-likeliest',
  example: 'The unveiling on 2 May has been shelved.',
};
