/** Every kind of problem that the server answers with, by its title, and what it means. */
export const PROBLEMS = {
  'Another page': 'Another site’s page, or nobody’s, asks for what only a page of this server may ask.',
  'It went wrong': 'The server broke on it; its own terminal says what happened.',
  'Method not allowed': 'The address is only read.',
  'No decision': 'What was sent is no decision.',
  'No draft': 'What was sent is no draft that can be looked over.',
  'No such actor': 'Nobody in this ledger has the id.',
  'No such alert': 'No alert of this ledger has the id or name.',
  'No such calendar': 'A filter of the calendar is none.',
  'No such cursor': 'The cursor was not given by this list, or what it goes on behind is gone: begin again.',
  'No such day': 'It is no day or moment.',
  'No such decisions': 'It is no number before which decisions are.',
  'No such event': 'No event of this ledger has the id.',
  'No such issue': 'No issue that stands in this ledger has the id.',
  'No such kind': 'It is none of the kinds that the list has.',
  'No such number': 'It is no number of lines that a list gives at once.',
  'No such order': 'It is none of the ways in which the list is ordered.',
  'No such page': 'There is nothing at the address.',
  'No such position': 'It is none of the stances.',
  'No such positions': 'A filter of positions is none.',
  'No such question': 'What is asked of somebody’s words cannot be asked.',
  'No such queue': 'What waits cannot be asked for so.',
  'No such report': 'No report of this ledger has the id.',
  'No such rule': 'It is none of the kinds of flags.',
  'No such source': 'No outlet and no root source of this ledger has the name.',
  'No such statement': 'No statement of this ledger has the id.',
  'No such utterance': 'No utterance of this ledger has the id.',
  'Not found yet': 'It is still being looked for: ask again later.',
  'Not here': 'This server was started without what answers that.',
  'Not ready': 'The server lives, and its ledger does not answer.',
  'Nothing is decided here': 'This server takes no decisions.',
  'Nothing of this id': 'Nothing that was linked has the id.',
  'Nothing to join': 'No id was given of what is to be joined.',
  'That cannot be looked for': 'A field of the search is none.',
  'Too long': 'More was sent than is taken.',
  'Wrong host': 'The server answers to this machine’s own names alone.',
} as const;

export type ProblemTitle = keyof typeof PROBLEMS;

/** The name of a kind of problem within addresses. */
export const problemName = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');

/** The address of a kind of problem (RFC 9457, 3.1.1): where the page about these answers tells of it. */
export const problemType = (title: ProblemTitle): string => `/-/api#${problemName(title)}`;
