/** Sentences, published on Wednesday, 26 February 2031, with each expression marked and its value behind it. */
export const timed: readonly string[] = [
  // Days
  'The talks were on {February 2, 2026}=2026-02-02 and {2 March 2026}=2026-03-02.',
  'The talks will be on {March 3}=2031-03-03.',
  'It was first set for {January 29}=2031-01-29.',
  'Elections are due on {November 4}=2031-11-04.',
  'They met on {November 4}=2030-11-04.',
  'It is on {Saturday, April 13}=2031-04-13.',
  'The date was {2031-02-20}=2031-02-20.',
  'He came on {the 24th}=2031-02-24, and will leave on {the 3rd}=2031-03-03.',
  'It was on the 24th floor in the 19th street.',
  // Ranges
  'The talks held on {January 23–24}=2031-01-23/2031-01-24 were short.',
  'The meeting is expected on {March 4 and 5}=2031-03-04/2031-03-05.',
  'They will meet {from March 30 to April 2}=2031-03-30/2031-04-02.',
  'It was done {between February 4 and 9}=2031-02-04/2031-02-09.',
  'The museum is open {from Monday to Wednesday}=2031-02-24/2031-02-26.',
  // Weekdays by tense
  'She said so on {Monday}=2031-02-24.',
  'The strike will begin on {Monday}=2031-03-03.',
  'She spoke on {Wednesday}=2031-02-26.',
  'It must be done by {Friday}=2031-02-28.',
  'He left {last Friday}=2031-02-21.',
  'He will leave {next Tuesday}=2031-03-04.',
  'She spoke on {Monday evening}=2031-02-24.',
  'It runs {every Friday}=XXXX-WXX-5.',
  // What hangs on the day of publication
  'It is {today}=2031-02-26, and was {yesterday}=2031-02-25, and will be {tomorrow}=2031-02-27.',
  'It was worse {last week}=2031-W08 and will be better {next month}=2031-03.',
  'It was worse {last year}=2030.',
  'She came {three days ago}=2031-02-23 and he {two years ago}=2029.',
  'He spoke {last December}=2030-12.',
  // Months, years, quarters, seasons
  'Profit rose in {the third quarter}=2030-35, more than {a year earlier}=2029-35.',
  'It was built in {1987}=1987 and shown in {the 1990s}=199X and {the 19th century}=18XX.',
  'It closed in {August 2029}=2029-08.',
  'It will reopen in {May}=2031-05.',
  'He left in {October}=2030-10.',
  'He may march in marching shoes.',
  'There were 2031 people and 1990 votes.',
  // Bounds and holidays
  'It should end {before the end of October}=../2031-10-31.',
  'Calls have come {since Christmas}=2030-12-25/.. and more.',
  'They were shipped {before Easter}=../2031-04-13.',
  // Times of day
  'It began at {14:30}=2031-02-26T14:30 and ended at {7 p.m.}=2031-02-26T19:00.',
  'It ends at {noon}=2031-02-26T12:00.',
  'It began at {04:10 GMT}=2031-02-26T04:10Z, {7 p.m. EST}=2031-02-26T19:00-05:00 and {9:30 a.m. ET}=2031-02-26T09:30-05:00 there.',
  // Lengths and what repeats
  'It took {six years}=P6Y, {two and a half hours}=PT2.5H and then they waited for {weeks}=PXW.',
  'The {90-minute}=PT90M match is {daily}=P1D.',
  'The 49-year-old won a second prize.',
  // References
  '{Now}=PRESENT it is quiet; {recently}=PAST it was not, and {soon}=FUTURE it will not be.',
  'They met on {March 3}=2031-03-03; {the next day}=2031-03-04 they left.',
  'It burned down in {1987}=1987; {Two years later}=1989 it was built anew, and {that same year}=1989 sold.',
  'It was shut {January–March 2030}=2030-01/2030-03 and lasted {twenty-three days}=P23D.',
  // As exact as what it hangs on
  'The sides met {last week}=2031-W08. {Two days later}=2031-W08 they broke off, and {ten days later}=2031-W09 they met.',
  'It rained in {January}=2031-01. {Two weeks later}=2031-01 it froze, and {the following month}=2031-02 it thawed.',
  'It fell in {the third quarter}=2030-35, rose {the following quarter}=2030-36 and fell {the following month}=2030-36.',
  'It began in {1987}=1987; {two days later}=1987 it was over, as {that week}=1987 was.',
  'They met on {January 23–24}=2031-01-23/2031-01-24 and again {three days later}=2031-01-27.',
  'They have met {since Christmas}=2030-12-25/.. and left {two days later}=2030-12-27.',
  'It was shut in {summer}=2030-22; {a year earlier}=2029-22 it was not.',
  'It was shut {January–March 2030}=2030-01/2030-03, as {a year earlier}=2029-01/2029-03.',
  'She came {two weekends ago}=2031-02-15/2031-02-16, he {two quarters ago}=2030-35 and it {half a year ago}=2030-08.',
  'It was built {three centuries ago}=1731 and was cold {last winter}=2030-24.',
  'It will be shut {from June to March}=2031-06/2032-03.',
  // With spaces that keep a line together
  'It was first set for {January\u00a029}=2031-01-29 and then for {5\u202fMarch}=2031-03-05.',
  // What no calendar holds
  'It lived {200,000,000 days ago}=PAST and {5,000 years ago}=PAST, and dies {9,999,999,999 decades from now}=FUTURE.',
  'It fell in {1987}=1987; {900,000,000 weeks later}=FUTURE it rose, and {900,000,000 weeks earlier}=PAST it stood.',
  'It will end in {9,999,999,999 weeks}=P9999999999W.',
  'It begins {in five minutes’ time}=FUTURE.',
];
