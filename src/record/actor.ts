import { z } from 'zod';
import { type Frozen, field } from './field.ts';
import { actorId } from './ids.ts';
import { ACTOR_KINDS, HOW } from './lists.ts';
import { span, spans } from './span.ts';

export const office = z
  .strictObject({
    title: field(z.string(), 'Title', 'The office, in the report’s words.'),
    of: field(z.string().nullable(), 'Of', 'What it is an office of.'),
    span: field(span, 'Span', 'Where the text gives it.'),
    how: field(z.enum(HOW), 'How', 'Whether the text states it or a rule inferred it.'),
    by: field(z.string(), 'By', 'The rule that decided.'),
  })
  .meta({ title: 'Office', description: 'An office that a report says an actor holds.' });

export const actor = z
  .strictObject({
    actor: field(actorId, 'Actor', 'Names the actor in this record.'),
    name: field(z.string(), 'Name', 'The fullest name that the report gives.'),
    kind: field(z.enum(ACTOR_KINDS), 'Kind', 'What sort of actor it is.'),
    country: field(z.string().nullable(), 'Country', 'Its country (ISO 3166-1 alpha-3).'),
    sector: field(z.string().nullable(), 'Sector', 'Its PLOVER sector.'),
    offices: field(z.array(office), 'Offices', 'The offices that the report gives it.'),
    mentions: field(spans, 'Mentions', 'Where the report speaks of it.'),
  })
  .meta({
    title: 'Actor',
    description: 'A person, organisation, government, country, outlet, agency or group.',
  });

export type Actor = Frozen<z.infer<typeof actor>>;
