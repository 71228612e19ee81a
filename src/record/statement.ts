import { z } from 'zod';
import { type Frozen, field } from './field.ts';
import { actorId, eventId, statementId } from './ids.ts';
import { ACTS, HOW, KINDS, MODES, RELATIONS } from './lists.ts';
import { span, spans } from './span.ts';

const how = field(z.enum(HOW), 'How', 'Whether the text states it or a rule inferred it.');
const by = field(z.string(), 'By', 'The rule or model that decided.');
/** Of what people correct too. */
const known = {
  how: field(
    z.enum([...HOW, 'decided']),
    'How',
    'Whether the text states it, a rule inferred it, or somebody decided it.',
  ),
  by: field(z.string(), 'By', 'The rule or model that decided; a person’s decision by its id.'),
};
const name = field(z.string(), 'Name', 'The fullest name that the report gives.');
const actor = field(actorId.nullable(), 'Actor', 'The actor of this record, where there is one.');

const candidate = z.strictObject({
  actor,
  name,
  why: field(z.string(), 'Why', 'Why this one came second.'),
});
const others = field(z.array(candidate), 'Others', 'Who else it could have been.');

const speaksFor = field(
  z
    .strictObject({
      actor,
      name: field(z.string(), 'Name', 'The government or body, by the fullest name that the report gives.'),
      how: field(
        z.enum(HOW),
        'How',
        'Whether one phrase tells the office and its body, or a rule inferred it.',
      ),
      by,
    })
    .nullable()
    .default(null),
  'Speaks for',
  'On whose behalf the speaker speaks by office; null where the report tells nobody, and where an analyser before this field wrote it.',
);

/** Whom the source refers to: a named actor, a described one, or unknown with the reason. */
export const speaker = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: field(z.literal('named'), 'Kind', 'The speaker is known by name.'),
    actor,
    name,
    role: field(z.string().nullable(), 'Role', 'The office or trade that the report gives.'),
    affiliation: field(
      z.string().nullable(),
      'Affiliation',
      'What the office is one of, in the report’s words.',
    ),
    speaksFor,
    ...known,
    others,
  }),
  z.strictObject({
    kind: field(z.literal('described'), 'Kind', 'The speaker is described and not named.'),
    text: field(z.string(), 'Text', 'The describing words.'),
    speaksFor,
    how,
    by,
  }),
  z.strictObject({
    kind: field(z.literal('unknown'), 'Kind', 'The speaker is not known.'),
    why: field(z.string(), 'Why', 'Why there is no answer.'),
    others,
  }),
]);

export const chainLink = z
  .strictObject({
    step: field(z.int().nonnegative(), 'Step', 'Its distance from the speaker; links side by side share it.'),
    name: field(z.string(), 'Name', 'Who passed the words on.'),
    actor,
    relation: field(z.enum(RELATIONS), 'Relation', 'How it stands to the link before.'),
    label: field(z.string().nullable(), 'Label', 'What the outlet calls it, in the outlet’s words.'),
    span: field(span.nullable(), 'Span', 'Where the report names it.'),
    how,
    by: field(z.string().nullable(), 'By', 'The rule that inferred the link; null where the text states it.'),
  })
  .meta({ title: 'Chain link', description: 'One step of “on whose word”, from the speaker outward.' });

const rule = z.string();

/** The rules that made a statement what it is, beside those of its speaker, chain, time and what it refers to. */
const rules = z.strictObject({
  found: field(
    z.array(rule),
    'Found',
    'What found it, the tagger or a mend, and the mends that changed it, in their order.',
  ),
  mode: field(rule, 'Mode', 'The rule that told its mode.'),
  act: field(rule, 'Act', 'The rule that told its act.'),
});

export const statement = z
  .strictObject({
    id: field(statementId, 'Statement', 'Names the statement; an alias of its spans in this report.'),
    mode: field(z.enum(MODES), 'Mode', 'Said by someone, shown by a document, or held as an attitude.'),
    kind: field(
      z.enum(KINDS),
      'Kind',
      'Whether its content stands in quotation marks: wholly, not, or in part.',
    ),
    act: field(z.enum(ACTS), 'Act', 'What is done by saying it.'),
    negated: field(z.boolean(), 'Negated', 'Whether the cue is negated (“did not say”).'),
    source: field(spans, 'Source', 'The words that name who; empty where the text names nobody.'),
    cue: field(spans, 'Cue', 'The words or mark that attribute.'),
    content: field(spans, 'Content', 'What is attributed, in one or several pieces.'),
    refers: field(
      z.strictObject({ spans: field(spans, 'Spans', 'The words pointed back to.'), how, by }).nullable(),
      'Refers',
      'What a content such as “This” points back to.',
    ),
    speaker: field(speaker, 'Speaker', 'Whom the source refers to.'),
    to: field(
      z.array(z.strictObject({ name, actor, span: field(span, 'Span', 'Where the text names them.') })),
      'To',
      'Those spoken to.',
    ),
    venue: field(
      z
        .strictObject({
          text: field(z.string(), 'Text', 'The venue or medium.'),
          span: field(span, 'Span', 'Where the text names it.'),
        })
        .nullable(),
      'Venue',
      'Where or through what it was said.',
    ),
    doubt: field(span.nullable(), 'Doubt', 'A word of doubt of the outlet’s own (“allegedly”).'),
    chain: field(z.array(chainLink), 'Chain', 'On whose word we have it, from the speaker outward.'),
    said: field(
      z
        .strictObject({
          value: field(z.string(), 'Value', 'When, in EDTF.'),
          span: field(span.nullable(), 'Span', 'The words that tell; null where somebody decided it.'),
          ...known,
        })
        .nullable(),
      'Said',
      'When it was said.',
    ),
    within: field(statementId.nullable(), 'Within', 'The statement whose content this one stands in.'),
    event: field(eventId.nullable(), 'Event', 'The event that the statement does or announces.'),
    rules: field(
      rules.nullable().default(null),
      'Rules',
      'The rules that found it and told its mode and act; null where an analyser before them wrote it.',
    ),
    confidence: field(z.number().min(0).max(1), 'Confidence', 'How sure the tagger is, from 0 to 1.'),
  })
  .meta({ title: 'Statement', description: 'One attribution in a report: source, cue and content.' });

export type Statement = Frozen<z.infer<typeof statement>>;
export type Speaker = Frozen<z.infer<typeof speaker>>;
export type ChainLink = Frozen<z.infer<typeof chainLink>>;
