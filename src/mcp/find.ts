import { z } from 'zod';
import { asksForSomething } from '../ledger/search/asks.ts';
import { ACTS, Fault, KINDS } from '../record/index.ts';
import { periodAsked, when } from './period.ts';
import { statementTold } from './told.ts';
import { count, limit, nothing, tool, words } from './tool.ts';

/** As `onrecord find`: statements by words, and by who, to whom, when. */
export const find = tool({
  name: 'find',
  title: 'Find statements',
  description:
    'Finds what was said, by words in any of their forms and by who said it, to whom, for whom and when. Quotation marks hold a phrase together. Gives statements as reports have them, each with how its speaker is known.',
  input: z.strictObject({
    query: words('Words and "phrases" in what is said, its source or its speaker’s name.').optional(),
    by: words('Who says it: words of a name.').optional(),
    for: words('The government or body that is spoken for.').optional(),
    to: words('Who is spoken to.').optional(),
    about: words('Words in what is said alone.').optional(),
    root: words('Who published the words first.').optional(),
    outlet: words('The outlet of the report.').optional(),
    act: z.enum(ACTS).optional().describe('What is done by saying it.'),
    kind: z.enum(KINDS).optional().describe('Whether it stands in quotation marks.'),
    when: when('When it was said; what is undated counts as said on its publication').optional(),
    held: z.boolean().default(false).describe('Also beliefs, wishes and plans.'),
    order: z.enum(['best', 'newest', 'oldest']).default('best'),
    limit,
  }),
  answer: async ({ query = '', when, ...filters }, { ledger }) => {
    const search = { ...filters, words: query, when: periodAsked(when) };
    if (!asksForSomething(search))
      throw new Fault(
        'bad-question',
        'expected words, a name, an act, a kind or a date to look for, found none',
      );
    const { total, isMore, statements } = await ledger.find(search);
    if (total === 0) return nothing('no statement in the ledger fits what was asked for');
    const shown = statements.length < total ? `; the first ${statements.length} are given` : '';
    return {
      onRecord: true,
      answer: `${isMore ? 'More than ' : ''}${count(total, 'statement')} on record${shown}.`,
      statements: statements.map(statementTold),
    };
  },
});
