/**
 * Reports published on Wednesday, 26 February 2031, with what is on record of the events that have a date or stand otherwise than
 * planned: name, date, status, and the schedule's dates where it has more than one.
 */
export const scheduled: readonly (readonly [text: string, ...events: string[]])[] = [
  // Set
  ['The talks will be held in Sannow on March 3.', 'talks 2031-03-03 planned'],
  ['A hearing is scheduled for March 10.', 'hearing 2031-03-10 planned'],
  ['The museum opens on April 27.', 'opens 2031-04-27 planned'],
  ['Parliament will vote on the water bill on March 18.', 'vote on the water bill 2031-03-18 planned'],
  ['Nurses will go on strike on March 20 and 21.', 'strike 2031-03-20/2031-03-21 planned'],
  ['The two presidents are to meet in Brenn early next month.', 'meet in Brenn 2031-03 planned'],
  ['The election is on March 19 as planned.', 'election 2031-03-19 confirmed'],
  ['The fair will open on March 9 and close on March 18.', 'fair 2031-03-09/2031-03-18 planned'],
  // A noun that no list has
  ['The decommissioning of the reactor will take place on May 2.', 'decommissioning 2031-05-02 planned'],
  // Moved
  [
    'The talks, which had been planned for March 3, will now take place on March 10.',
    'talks 2031-03-10 rescheduled [2031-03-03 2031-03-10]',
  ],
  [
    'The annual meeting, originally set for April 21, has been moved to May 12.',
    'annual meeting 2031-05-12 rescheduled [2031-04-21 2031-05-12]',
  ],
  [
    'The trial will begin on March 17. It had been due to start on March 3.',
    'trial 2031-03-17 rescheduled [2031-03-03 2031-03-17]',
  ],
  [
    'The company has delayed its annual meeting from April 23 to May 21.',
    'annual meeting 2031-05-21 rescheduled [2031-04-23 2031-05-21]',
  ],
  [
    'The premiere will not be on March 24 but on March 31.',
    'premiere 2031-03-31 rescheduled [2031-03-24 2031-03-31]',
  ],
  [
    'The exercise will start on March 22 and not on March 15.',
    'exercise 2031-03-22 rescheduled [2031-03-15 2031-03-22]',
  ],
  [
    'The hearing will be held on Friday, two days later than planned.',
    'hearing 2031-02-28 rescheduled [2031-02-26 2031-02-28]',
  ],
  [
    'The government has put off the census, planned for next month, to October 2032.',
    'census 2032-10 rescheduled [2031-03 2032-10]',
  ],
  [
    'The hearing, originally slated for Monday, was pushed to Thursday.',
    'hearing 2031-02-27 rescheduled [2031-03-03 2031-02-27]',
  ],
  [
    'Organisers have brought the race forward from June 8 to June 1.',
    'race 2031-06-01 rescheduled [2031-06-08 2031-06-01]',
  ],
  [
    'The concert scheduled for Saturday has been moved to the following Saturday.',
    'concert 2031-03-08 rescheduled [2031-03-01 2031-03-08]',
  ],
  [
    'The exhibition will open a week later than planned, on March 28.',
    'exhibition 2031-03-28 rescheduled [2031-03-21 2031-03-28]',
  ],
  [
    'The marathon has a new date: October 9. The race was due to be run on May 22.',
    'marathon 2031-10-09 rescheduled [2031-05-22 2031-10-09]',
  ],
  ['The council voted to delay the election by a month, to November 20.', 'election 2031-11-20 rescheduled'],
  ['The vote slipped from Tuesday to Wednesday.', 'vote 2031-02-26 rescheduled [2031-02-25 2031-02-26]'],
  // Put off, given up
  ['The hearing, first set for March 10, has been put off.', 'hearing null postponed [2031-03-10 null]'],
  [
    'A further meeting, due on Thursday, has been cancelled.',
    'further meeting null cancelled [2031-02-27 null]',
  ],
  ['The vote on the water bill on March 3 has been called off.', 'vote null cancelled [2031-03-03 null]'],
  ['The meeting did not take place on Tuesday.', 'meeting null cancelled [2031-02-25 null]'],
  [
    'The company has scrapped plans to reopen the line on March 20.',
    'reopen the line null cancelled [2031-03-20 null]',
  ],
  ['Controllers called off a walkout planned for Friday.', 'walkout null cancelled [2031-02-28 null]'],
  [
    'The visit, which had been expected on March 2, was put on hold.',
    'visit null postponed [2031-03-02 null]',
  ],
  ['The meeting planned for Thursday fell through.', 'meeting null cancelled [2031-02-27 null]'],
  ['The talks will not resume until after the holidays.', 'talks null postponed'],
  // Still on
  ['The summit has not been cancelled and will begin on Friday.', 'summit 2031-02-28 confirmed'],
  ['The two confirmed on Monday that the summit is on track for March 8.', 'summit 2031-03-08 confirmed'],
  [
    'The ministry denied reports that the exchange on March 1 had been cancelled.',
    'exchange 2031-03-01 confirmed',
  ],
  ['The minister will not attend the conference on March 12.', 'conference 2031-03-12 planned'],
  ['The fair is still on: it will run from July 3 to July 6.', 'fair 2031-07-03/2031-07-06 planned'],
  ['There will be another vote in two weeks.', 'vote 2031-03-12 planned'],
  ['The verdict will be announced on March 20.', 'verdict 2031-03-20 planned'],
  ['The speaker denied that the vote on March 3 had been called off.', 'vote 2031-03-03 confirmed'],
  ['The ministry confirmed that the talks would be held on March 3.', 'talks 2031-03-03 confirmed'],
  // Thinkable
  ['A summit may take place in April.', 'summit 2031-04 possible'],
  ['She has not ruled out a second debate.', 'second debate null possible'],
  // Over
  ['The delegations met in Sannow on Monday for talks on grain.', 'talks 2031-02-24 held'],
  ['The trial of the builder opened on Monday.', 'trial 2031-02-24 under way'],
  ['Preliminary talks were held on January 23–24.', 'Preliminary talks 2031-01-23/2031-01-24 held'],
  // Over, by weeks, months and longer: begun by the day of publication is not ahead
  ['The talks were held last week.', 'talks 2031-W08 held'],
  ['The talks were held this week.', 'talks 2031-W09 held'],
  ['The talks will be held this week.', 'talks 2031-W09 planned'],
  ['The talks will be held next week.', 'talks 2031-W10 planned'],
  ['The race was held last weekend.', 'race 2031-02-22/2031-02-23 held'],
  ['The talks were held in January.', 'talks 2031-01 held'],
  ['The talks were held in March.', 'talks 2030-03 held'],
  ['The conference is held in March.', 'conference 2031-03 planned'],
  ['The meeting was set for March.', 'meeting 2031-03 planned'],
  ['The election took place in the third quarter.', 'election 2030-35 held'],
  ['The summit took place in spring.', 'summit 2030-21 held'],
  ['The summit took place last winter.', 'summit 2030-24 held'],
  ['The summit will take place in spring.', 'summit 2031-21 planned'],
  ['The summit was held last year.', 'summit 2030 held'],
  ['The trial opened last week.', 'trial 2031-W08 under way'],
  ['Last week’s meeting ended without a deal.', 'meeting 2031-W08 held'],
  ['The conference was held between November and January.', 'conference 2030-11/2031-01 held'],
  // When something was put off or given up is not the date that it has now
  ['The vote was postponed last week.', 'vote null postponed'],
  ['The vote was postponed last month.', 'vote null postponed'],
  ['The vote was postponed last weekend.', 'vote null postponed'],
  ['The vote was postponed until next week.', 'vote 2031-W10 rescheduled'],
  ['The vote was postponed to the spring.', 'vote 2031-21 rescheduled'],
  ['The hearing was cancelled last month.', 'hearing null cancelled'],
  ['The vote was delayed last month until May.', 'vote 2031-05 rescheduled'],
  ['The meeting was moved last week to April 2.', 'meeting 2031-04-02 rescheduled'],
  ['The vote planned for next month was postponed last week.', 'vote null postponed [2031-03 null]'],
  ['The meeting did not take place last week.', 'meeting null cancelled [2031-W08 null]'],
  // Moved by a length: an interval as a whole
  [
    'The vote has been put back by a week from March 3.',
    'vote 2031-03-10 rescheduled [2031-03-03 2031-03-10]',
  ],
  [
    'The fair has been put back by a week from March 3–5.',
    'fair 2031-03-10/2031-03-12 rescheduled [2031-03-03/2031-03-05 2031-03-10/2031-03-12]',
  ],
  ['The fair was brought forward by a month from April.', 'fair 2031-03 rescheduled [2031-04 2031-03]'],
  // No calendar holds these days
  ['There will be another vote in 9,999,999,999 weeks.'],
  ['The talks were held 200,000,000 days ago.'],
  // Told apart
  [
    'The first round of talks took place on January 14. The second round of talks will be held on March 4.',
    'first round of talks 2031-01-14 held',
    'second round of talks 2031-03-04 planned',
  ],
  [
    'The talks will be held on March 4. A meeting of the finance ministers was held on Monday.',
    'talks 2031-03-04 planned',
    'meeting 2031-02-24 held',
  ],
  [
    'The peace conference opened on Monday. It is due to end on Friday.',
    'peace conference 2031-02-24 under way',
  ],
  // No dates of theirs
  ['No new meeting has been planned.'],
  ['Nobody lives there in the 2016 election.'],
  ['The families asked for the hearing to be delayed until the spring.'],
  ['The tax of 2029 was raised by the council.'],
  ['She told reporters on Monday that nothing had changed.'],
  ['He will march home.'],
];

/** What statements do, as PLOVER codes it: type, who and whom. */
export const spoken: readonly (readonly [text: string, ...deeds: string[]])[] = [
  ['Anna Kolb accused Pavel Strunin of hiding the report.', 'ACCUSE Anna Kolb > Pavel Strunin'],
  ['“We will never sign it,” Anna Kolb said.', 'REJECT Anna Kolb > '],
  ['Anna Kolb demanded that Pavel Strunin resign.', 'REQUEST Anna Kolb > Pavel Strunin'],
  ['Anna Kolb praised Pavel Strunin for his patience.', 'SUPPORT Anna Kolb > Pavel Strunin'],
  ['Anna Kolb did not accuse Pavel Strunin of anything.'],
  ['A spokesman accused the mayor of lying.'],
];
