import { z } from 'zod';
import { DOUBTS } from '../../ledger/index.ts';
import {
  ACTOR_KINDS,
  ACTS,
  FLAG_KINDS,
  KINDS,
  LINKED_FLAG_KINDS,
  STANCES,
  STATUSES,
} from '../../record/index.ts';
import { ORDERS } from '../asked.ts';
import { STANDINGS } from '../pages/sources/source.ts';
import { ROOT_KINDS } from '../pages/sources/sources.ts';
import { MOST_AT_ONCE } from './portions.ts';

/** What is asked behind the `?` of each list, and what it means: for the document about these answers. */
const asked = (meaning: string, most = 200) => z.string().max(most).optional().meta({ description: meaning });
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values, meaning: string) =>
  z.enum(values).optional().meta({ description: meaning });
const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>) =>
  Object.keys(table) as [Key, ...Key[]];

const when = asked('Said within these days: 2031-05-12, 2031-05, 2031, or from one to another by a stroke.');
const act = oneOf(ACTS, 'What is done by saying it.');
const kind = oneOf(KINDS, 'How it is quoted.');
const outlet = asked('The outlet of the report.');

/** What every list takes. */
export const ONWARD = {
  cursor: asked('Where the list goes on, as the answer before said it.', 1000),
  limit: z
    .int()
    .min(1)
    .max(MOST_AT_ONCE)
    .optional()
    .meta({ description: 'How many lines are answered at once.' }),
};

export const searchAsked = {
  q: asked('Words in all their forms, phrases in quotation marks.', 1000),
  by: asked('Words of the source or of the speaker’s name.'),
  for: asked('Words of the name of the body for which the speaker speaks.'),
  to: asked('Words of the name of one who is spoken to.'),
  root: asked('Words of the name of the root source.'),
  act,
  kind,
  outlet,
  when,
  held: oneOf(['1'], 'Attitudes that are held, too.'),
  exact: oneOf(['1'], 'The words as one phrase, looked up as a quotation.'),
  order: oneOf(ORDERS, 'Best first, or by when it was said.'),
};

export const actorAsked = {
  q: asked('Words of what was said.', 1000),
  act,
  kind,
  when,
  to: asked('Words of the name of one who is spoken to.', 1000),
  outlet,
};

export const actorsAsked = {
  q: asked('Words of a name.'),
  kind: oneOf([...ACTOR_KINDS, 'body'], 'One kind, or all bodies.'),
};

export const flagsAsked = {
  kind: oneOf([...FLAG_KINDS, ...LINKED_FLAG_KINDS], 'Flags of one rule.'),
};

export const calendarAsked = {
  month: asked('A month such as 2031-05; without it, the one nearest to today.'),
  ahead: oneOf(['1'], 'All that lies ahead, whatever the month.'),
  q: asked('Words of what an event is called.'),
  who: asked('Words of the names of one who takes part.'),
  place: asked('Words of where it is.'),
  status: oneOf(STATUSES, 'How it stands.'),
  deeds: oneOf(['1'], 'Deeds too, beside occasions.'),
};

export const todayAsked = {
  day: asked('From this day back.'),
  since: asked('What came since a day or a moment such as 2031-05-06T08:00:00Z.'),
};

export const sourcesAsked = { kind: oneOf(keys(ROOT_KINDS), 'Root sources of one kind.') };
export const sourceAsked = { stood: oneOf(keys(STANDINGS), 'How the outlet stands to others that have it.') };

export const issueAsked = {
  actor: asked('Who holds the position: the id in `holder`.', 300),
  stance: oneOf(STANCES, 'One stance.'),
};

export const positionsAsked = {
  issue: asked('The id of an issue.'),
  who: asked('Words of a name, of who holds it or for whom.', 200),
  stance: oneOf(STANCES, 'One stance.'),
  when: asked('A date or period: `2031-05-12`, `2031-05`, `2031-05-12/2031-06-30`.'),
  page: asked('The number of the part.'),
};

export const reviewAsked = {
  report: asked('The id of a report.'),
  speaker: asked('A speaker’s name or id.'),
  doubt: oneOf(DOUBTS, 'The reason that weighs most.'),
};

export const mergeAsked = {
  of: z.string().max(200).meta({ description: 'The id of an actor, utterance or event.' }),
  with: asked('A name or words of another.'),
};
