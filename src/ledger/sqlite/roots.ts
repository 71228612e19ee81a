import { type Kysely, sql } from 'kysely';
import { ftsString, termsOf } from '../search/query.ts';
import type { Tables } from './tables.ts';

/**
 * The root sources that a name fits, by number: all its words stand in the name that an utterance was linked with, or in one
 * of those that its actor has now. None for a name without a word.
 */
export async function rootsNamed(db: Kysely<Tables>, name: string): Promise<readonly number[]> {
  const match = termsOf(name).map(ftsString).join(' ');
  if (match === '') return [];
  const { rows } = await sql<{ number: number }>`
    select rowid as number from root_names where root_names match ${match}
    union
    select root.number from (select rowid as number from linked_names where linked_names match ${match}) as named
    cross join linked on linked.number = named.number and linked.kind = 'actor'
    cross join link_unit on link_unit.linked = linked.number
    cross join link_member on link_member.unit = link_unit.number
    cross join root on root.who = link_member.alias and root.who <> ''`.execute(db);
  return rows.map(({ number }) => number);
}
