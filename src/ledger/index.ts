/** All that is kept: the port that every store implements, and the store that there is. */

export type * from './alerts.ts';
export type * from './as-of.ts';
export type * from './beside.ts';
export type * from './calendar.ts';
export { GENESIS } from './chain.ts';
export type * from './decisions.ts';
export { DOUBTS, type Doubt, flaggedIn, headlineEnd, rankOf, reasonsIn, weightOf } from './doubt.ts';
export type * from './linked-actors.ts';
export type * from './links.ts';
export type * from './port.ts';
export type * from './review.ts';
export { stemAsked, typedTerms } from './search/query.ts';
export type * from './sources.ts';
export { askSqlite, openSqlite } from './sqlite/index.ts';
export { mayWrite } from './sqlite/open.ts';
export { openReaders } from './sqlite/readers.ts';
export type * from './today.ts';
export type * from './visits.ts';
export { OUTCOMES } from './visits.ts';
