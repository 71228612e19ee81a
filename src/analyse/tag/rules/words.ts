/** Closed classes of English that the rules walk over. */
const set = (words: string) => new Set(words.split(' '));

export const AUXILIARIES = set(
  "has have had is was are were be been being do does did will would could can may might should must shall 'll 'd not never n't won't wouldn't can't couldn't didn't doesn't don't hasn't haven't hadn't isn't wasn't aren't weren't cannot",
);
export const BE = set('is was are were be been being');
export const ADVERBS = set(
  'also yet later then again now still just once even already often always never only further earlier previously recently first long simply merely soon ever almost',
);
export const DETERMINERS = set(
  'the a an his her its their our my your this that these those some many several most other another both two three four five six no any every each all few more',
);
export const PRONOUNS = set(
  'he she they it i we you who one some others many most everyone nobody anyone someone both critics',
);
export const CLAUSE_OPENERS = set(
  'and but or so while as because although though since if when where which that after before until whereas whether than what how why unless who',
);
export const NP_INNER = set("of the for a an and de von van al el la le du in at on & 's to from with");
export const STOPS = set(', ; : — – -- - ( ) [ ] . ! ? … ...');
export const PERIODS = set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow',
);
/** Words that tell when, where or to whom something was said. */
export const AFTER_CUE = set('on in at during after before last this earlier later via through when while');
