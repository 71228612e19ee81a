import type { NamedRule } from '../named-rule.ts';

/** What a clause says of when an event is: once planned, planned beside what else is said, planned, another date, none, given up, as planned, done, going on, thinkable. */
export type Says =
  | 'formerly'
  | 'due'
  | 'planned'
  | 'moved'
  | 'postponed'
  | 'cancelled'
  | 'confirmed'
  | 'held'
  | 'under way'
  | 'possible';

interface AssertionEntry extends Pick<NamedRule, 'example'> {
  readonly says: Says;
}

const entry = (says: Says, example: string): AssertionEntry => ({ says, example });

/** How a clause says so, by the rule's name: what is given up or moved, what is not, what a verb's tense tells, what a noun tells. */
export const ASSERTION_RULES = {
  // What is given up, put off or moved
  'giving-up-is-denied': entry(
    'confirmed',
    'The ministry denied reports that the exchange on March 1 had been cancelled.',
  ),
  'not-given-up': entry('confirmed', 'The summit has not been cancelled and will begin on Friday.'),
  'date-of-what-is-given-up': entry('formerly', 'The vote on the water bill on March 3 has been called off.'),
  'given-up': entry('cancelled', 'The vote on the water bill on March 3 has been called off.'),
  suspended: entry('postponed', 'The talks have been suspended.'),
  'moved-from': entry('formerly', 'The company has delayed its annual meeting from April 23 to May 21.'),
  'moved-to': entry('moved', 'The company has delayed its annual meeting from April 23 to May 21.'),
  'moved-by-a-length': entry('moved', 'The race has been put back from June 8 by a week.'),
  'moved-without-a-date': entry('postponed', 'The hearing, first set for March 10, has been put off.'),
  // What is not to be
  'date-of-none': entry('formerly', 'No meeting on May 2 will be possible, the mayor said.'),
  'there-will-be-none': entry('cancelled', 'There will be no vote.'),
  'contrasted-date': entry('formerly', 'The exercise will start on March 22 and not on March 15.'),
  'negated-date': entry('formerly', 'The premiere will not be on March 24 but on March 31.'),
  'behind-but': entry('moved', 'The premiere will not be on March 24 but on March 31.'),
  'not-until-a-date': entry('moved', 'The talks will not resume until May 2.'),
  'not-until': entry('postponed', 'The talks will not resume until after the holidays.'),
  'who-stays-away': entry('planned', 'The minister will not attend the conference on March 12.'),
  'not-held': entry('cancelled', 'The meeting did not take place on Tuesday.'),
  'not-ruled-out': entry('possible', 'She has not ruled out a second debate.'),
  // What stands
  confirmed: entry('confirmed', 'The two confirmed on Monday that the summit is on track for March 8.'),
  'as-planned': entry('confirmed', 'The election is on March 19 as planned.'),
  'day-that-was-planned': entry(
    'formerly',
    'The hearing will be held on Friday, two days later than planned.',
  ),
  'another-day-than-planned': entry(
    'moved',
    'The hearing will be held on Friday, two days later than planned.',
  ),
  // What the verb's tense and mood tell
  may: entry('possible', 'A summit may take place in April.'),
  'asked-whether': entry('possible', 'She asked whether the summit would take place in April.'),
  'would-have-been': entry('formerly', 'The fair would have opened on May 2.'),
  intended: entry('possible', 'The union proposed a meeting on May 2.'),
  'planned-aside': entry('due', 'The vote, due on May 2, divides the town.'),
  'was-planned': entry(
    'formerly',
    'The talks, which had been planned for March 3, will now take place on March 10.',
  ),
  'verb-of-planning': entry('planned', 'A hearing is scheduled for March 10.'),
  'lies-ahead': entry('planned', 'The talks will be held in Sannow on March 3.'),
  'would-without-a-date': entry('possible', 'The talks would be held in Sannow.'),
  'to-be-given-up': entry('formerly', 'The company has scrapped plans to reopen the line on March 20.'),
  'to-be': entry('planned', 'Museum to open on March 20\n\nThe museum in Sannow has been shut for years.'),
  'may-come-to-be': entry('possible', 'The council wants to hold the vote on March 20.'),
  'present-tense': entry('planned', 'The museum opens on April 27.'),
  'going-on': entry('under way', 'The talks are taking place in Sannow.'),
  'going-on-with-a-day': entry('planned', 'The talks are taking place on Friday.'),
  'has-begun': entry('under way', 'The trial of the builder opened on Monday.'),
  'told-as-past': entry('held', 'Preliminary talks were held on January 23–24.'),
  'past-with-a-day-ahead': entry('planned', 'The council voted to hold the race on March 20.'),
  // What a noun tells
  'noun-of-what-may-be': entry('possible', 'The ministers spoke of a possible summit.'),
  'noun-of-a-plan': entry('planned', 'The ministers spoke of the planned summit.'),
  'noun-put-off': entry('postponed', 'The ministers spoke of the postponed summit.'),
  'noun-given-up': entry('cancelled', 'The ministers spoke of the cancelled summit.'),
  'in-talks': entry('under way', 'The two firms are in talks.'),
  'after-it': entry('held', 'The ministers left after the summit.'),
  'where-people-spoke': entry('held', 'The minister said in an interview that the bridge was unsafe.'),
  'date-of-a-noun': entry('planned', 'The town waits for the race of May 2.'),
  'past-date-of-a-noun': entry('held', 'The mayor spoke of the race on February 2.'),
  'new-date': entry('moved', 'The marathon has a new date: October 9.'),
  'same-date': entry('confirmed', 'The date of the marathon is unchanged: October 9.'),
} as const satisfies Readonly<Record<string, AssertionEntry>>;

export type AssertionRule = keyof typeof ASSERTION_RULES;

export const saysOf = (rule: AssertionRule): Says => ASSERTION_RULES[rule].says;
