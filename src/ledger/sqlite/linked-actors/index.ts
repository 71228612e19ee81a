import type { Kysely } from 'kysely';
import type { LinkedActors } from '../../linked-actors.ts';
import type { Tables } from '../tables.ts';
import { linkedActors as list } from './list.ts';
import { officesOf, reportsNaming } from './offices.ts';
import { saidOnce } from './said.ts';
import { voicesOf } from './voices.ts';
import { bearersOf, wholeActor } from './whole.ts';

/** Actors over all reports, in SQLite. */
export const linkedActors = (db: Kysely<Tables>): LinkedActors => ({
  linkedActors: (page) => list(db, page),
  bearersOf: (id) => bearersOf(db, id),
  wholeActor: (id) => wholeActor(db, id),
  officesOf: (id, reports) => officesOf(db, id, reports),
  voicesOf: (id) => voicesOf(db, id),
  saidOnce: (id, asked) => saidOnce(db, id, asked),
  reportsNaming: (id, page) => reportsNaming(db, id, page),
});
