import type { Event } from '../../record/index.ts';
import type { NamedRule } from '../named-rule.ts';

type Status = Event['status'];
const stands = (status: Status, example: string) => ({ status, example });

/** How an event stands, by what all clauses say of it. */
export const STATUS_RULES = {
  done: stands('held', 'Preliminary talks were held on January 23–24.'),
  'has-begun': stands('under way', 'The trial of the builder opened on Monday.'),
  'given-up': stands('cancelled', 'The vote on the water bill on March 3 has been called off.'),
  'put-off': stands('postponed', 'The hearing, first set for March 10, has been put off.'),
  'another-date': stands('rescheduled', 'The talks planned for March 3 will now take place on March 10.'),
  'date-behind-putting-off': stands(
    'rescheduled',
    'The vote was suspended on Monday. The vote will be held on March 10.',
  ),
  'put-off-behind-a-date': stands(
    'postponed',
    'The vote will be held on March 10. On Monday the vote was suspended.',
  ),
  dated: stands('planned', 'A hearing is scheduled for March 10.'),
  'dated-and-confirmed': stands('confirmed', 'The election is on March 19 as planned.'),
  'date-that-may-be': stands('possible', 'A summit may take place in April.'),
  'former-date-alone': stands('planned', 'The fair would have opened on May 2.'),
  confirmed: stands('confirmed', 'The summit has not been cancelled.'),
  'may-be': stands('possible', 'She has not ruled out a second debate.'),
  'nothing-else': stands('planned', 'Parliament will vote on the water bill.'),
  'done-by-saying-it': stands('held', 'Mayor Edda Bream accused the builder Tesk Haulage of fraud.'),
} as const satisfies Readonly<Record<string, Pick<NamedRule, 'example'> & { readonly status: Status }>>;

export type StatusRule = keyof typeof STATUS_RULES;
