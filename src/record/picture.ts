import { z } from 'zod';
import { type Frozen, field } from './field.ts';
import { actorId, eventId, reportId, statementId } from './ids.ts';
import {
  ACTOR_KINDS,
  DIFFERENCES,
  EVENT_KINDS,
  LINKED_FLAG_KINDS,
  PARTS,
  STANCES,
  STATUSES,
  TITLE_FORMS,
} from './lists.ts';
import { span, spans } from './span.ts';

/** What many reports together tell: who is who, what was said once, what became of an event, who stands where. */

const id = <Kind extends string>(kind: Kind) => z.string().regex(new RegExp(`^${kind}:[0-9a-f]{16}$`));
export const linkedActorId = id('who').brand<'LinkedActorId'>();
export const utteranceId = id('utterance').brand<'UtteranceId'>();
export const linkedEventId = id('what').brand<'LinkedEventId'>();
export const issueId = id('issue').brand<'IssueId'>();

const published = field(z.string().nullable(), 'Published', 'The day on which its report was published.');
const report = field(reportId, 'Report', 'The report that tells it.');
const rule = field(z.string(), 'Rule', 'The rule that decided.');
const score = field(z.number(), 'Score', 'How sure the link is, from 0 to 1.');
const who = field(linkedActorId.nullable(), 'Who', 'The actor over all reports, where there is one.');
const name = field(z.string(), 'Name', 'The fullest name of all reports.');

/** Why two were taken as one. */
export const link = z
  .strictObject({
    with: field(z.string(), 'With', 'The member that it was joined to.'),
    rule,
    score,
  })
  .meta({ title: 'Link', description: 'Why one member belongs to the others.' });

export const linkedActor = z
  .strictObject({
    id: linkedActorId,
    name,
    kind: field(z.enum(ACTOR_KINDS), 'Kind', 'What sort of actor it is.'),
    names: field(z.array(z.string()), 'Names', 'All names that reports give it, the fullest first.'),
    members: field(
      z.array(z.strictObject({ report, actor: actorId, link: link.nullable() })),
      'Members',
      'The actors of reports that are this one.',
    ),
    offices: field(
      z.array(
        z.strictObject({
          title: z.string(),
          of: z.string().nullable(),
          report,
          published,
          span,
        }),
      ),
      'Offices',
      'Offices that reports give it, in the order of publication.',
    ),
    speaksFor: field(
      z.array(z.strictObject({ who, name: z.string(), rule, report, published })),
      'Speaks for',
      'Whom its words stand for, each once, with the report that tells it first.',
    ),
  })
  .meta({ title: 'Linked actor', description: 'Who is one actor over all reports.' });

const quotedIn = {
  statement: field(statementId, 'Statement', 'The statement that quotes the words.'),
  report,
  span: field(span, 'Span', 'The words; where it has none of its own, the ones on both sides of the gap.'),
};
const against = field(z.strictObject(quotedIn), 'Against', 'The same words as another report quotes them.');

export const difference = z
  .strictObject({
    kind: field(
      z.enum(DIFFERENCES),
      'Kind',
      'Words left out without a mark or behind an ellipsis, a bracket, words put in or changed, a negation or a number that only one has, or another wording throughout.',
    ),
    ...quotedIn,
    against,
  })
  .meta({ title: 'Difference', description: 'Where two reports quote the same words otherwise.' });

export const utterance = z
  .strictObject({
    id: utteranceId,
    speakers: field(z.array(z.strictObject({ who, name: z.string() })), 'Speakers', 'Who said it.'),
    words: field(z.string(), 'Words', 'The rendition that gives most of it, as its report has it.'),
    renditions: field(
      z.array(
        z.strictObject({
          statement: statementId,
          report,
          published,
          outlet: z.string().nullable(),
          link: link.nullable(),
        }),
      ),
      'Renditions',
      'The statements that render it, in the order of publication.',
    ),
    root: field(
      z.strictObject({ kind: z.enum(['speaker', 'medium', 'body']), name: z.string(), who, rule }),
      'Root',
      'Who published it first: the medium to which alone it was given, the body by its own notice, or the speaker.',
    ),
    said: field(z.string().nullable(), 'Said', 'When, in EDTF, where a report dates it.'),
    outlets: field(z.int(), 'Outlets', 'How many outlets have it.'),
    differences: field(
      z.array(difference).default([]),
      'Differences',
      'Where a rendition’s quotation has other words than the one that gives most of them; none where a linker before this field wrote it.',
    ),
  })
  .meta({ title: 'Utterance', description: 'One act of saying, with all its renditions.' });

export const linkedFlag = z
  .strictObject({
    kind: field(z.enum(LINKED_FLAG_KINDS), 'Kind', 'What is to be looked at.'),
    spans: field(spans, 'Spans', 'Where.'),
    message: field(z.string(), 'Message', 'A sentence for the editor.'),
    utterance: field(utteranceId, 'Utterance', 'What is rendered.'),
    difference: field(z.enum(DIFFERENCES), 'Difference', 'What kind of difference it is.'),
    against,
  })
  .meta({ title: 'Linked flag', description: 'Something an editor should look at beside another report.' });

export const step = z
  .strictObject({
    when: field(z.string().nullable(), 'When', 'The date in EDTF, or null where none is given.'),
    status: field(z.enum(STATUSES), 'Status', 'How the event stands then.'),
    by: field(z.strictObject({ who, name: z.string() }).nullable(), 'By', 'Who gave the date.'),
    place: field(z.string().nullable(), 'Place', 'Where, if the report names it.'),
    report,
    published,
    event: field(eventId, 'Event', 'The event of that report.'),
    statement: field(statementId.nullable(), 'Statement', 'The statement that it rests on.'),
    span: field(span, 'Span', 'The words that tell.'),
  })
  .meta({ title: 'Step', description: 'What one report adds to what is known of an event’s date.' });

export const eventTitle = z
  .strictObject({
    text: field(
      z.string(),
      'Text',
      'The words of the span as a title: with a capital first, without capitals that a headline alone gives, “ … ” where words are left out.',
    ),
    form: field(z.enum(TITLE_FORMS), 'Form', 'A phrase that names it, or a clause that tells it.'),
    report,
    span: field(span, 'Span', 'Where the report has the words.'),
  })
  .meta({ title: 'Title', description: 'What a person would call an event, in the words of one report.' });

export const party = z
  .strictObject({
    who,
    name: field(z.string(), 'Name', 'Who, in the fullest name of all reports or in a report’s words.'),
    part: field(z.enum(PARTS), 'Part', 'What part they have in it.'),
  })
  .meta({ title: 'Party', description: 'Who takes part in an event, by any of its reports.' });

export const linkedEvent = z
  .strictObject({
    id: linkedEventId,
    what: field(z.string(), 'What', 'The event, in the words of a report.'),
    title: field(
      eventTitle.nullable().default(null),
      'Title',
      'What a person would call it; null where a linker before this field wrote it.',
    ),
    kind: field(
      z.enum(EVENT_KINDS).default('occasion'),
      'Kind',
      'An occasion (a meeting, a vote, a launch), or a deed: what a verb alone tells.',
    ),
    names: field(z.array(z.string()).default([]), 'Names', 'All that reports call it, each once.'),
    parties: field(z.array(party).default([]), 'Parties', 'Who takes part in it, each once.'),
    places: field(z.array(z.string()).default([]), 'Places', 'All places that reports give it, each once.'),
    members: field(
      z.array(z.strictObject({ event: eventId, report, published, link: link.nullable() })),
      'Members',
      'The events of reports that are this one, in the order of publication.',
    ),
    schedule: field(z.array(step), 'Schedule', 'Only what changes or confirms, in the order of publication.'),
    when: field(z.string().nullable(), 'When', 'The date that stands now.'),
    status: field(z.enum(STATUSES), 'Status', 'How it stands now.'),
    place: field(z.string().nullable(), 'Place', 'Where, as it stands now.'),
  })
  .meta({ title: 'Linked event', description: 'One event over all reports.' });

export const issue = z
  .strictObject({
    id: issueId,
    proposition: field(z.string(), 'Proposition', 'What actors are for or against.'),
    terms: field(z.array(z.string()), 'Terms', 'Words that belong to it.'),
  })
  .meta({ title: 'Issue', description: 'A question on which actors take positions.' });

export const position = z
  .strictObject({
    issue: issueId,
    statement: statementId,
    report,
    published,
    who,
    name: field(z.string(), 'Name', 'Whoever says it.'),
    for: field(
      z.string().nullable(),
      'For',
      'The government or body that is spoken for; null for an own view.',
    ),
    forWho: who,
    stance: field(z.enum(STANCES), 'Stance', 'For, against, on a condition, or not clear.'),
    condition: field(span.nullable(), 'Condition', 'The condition’s words.'),
    rule,
    decided: field(
      z
        .strictObject({
          decision: field(z.string(), 'Decision', 'The decision, by its id.'),
          by: field(z.string(), 'By', 'Who decided.'),
          read: field(z.enum(STANCES).nullable(), 'Read', 'The stance that was read; null where none was.'),
        })
        .nullable(),
      'Decided',
      'Who decided the stance; null where it was read.',
    ),
  })
  .meta({ title: 'Position', description: 'A stance on an issue, with the statement that shows it.' });

export const change = z
  .strictObject({
    issue: issueId,
    who,
    name: field(z.string(), 'Name', 'Whose position changed.'),
    from: field(z.enum(STANCES), 'From', 'What it was.'),
    to: field(z.enum(STANCES), 'To', 'What it became.'),
    before: field(statementId, 'Before', 'The statement that shows the former position last.'),
    after: field(statementId, 'After', 'The statement that shows the new one first.'),
    report,
  })
  .meta({ title: 'Change', description: 'A change of position, with the two statements that show it.' });

export const reprint = z
  .strictObject({
    report,
    of: field(reportId, 'Of', 'The report of which it is a copy, published before.'),
    shared: field(z.number(), 'Shared', 'How much of the shorter one stands in the other, from 0 to 1.'),
  })
  .meta({ title: 'Reprint', description: 'A report that is another’s copy nearly whole.' });

export const correction = z
  .strictObject({
    report,
    of: field(reportId, 'Of', 'The report that it corrects.'),
    span: field(span, 'Span', 'The words that tell of the mistake.'),
    rule,
  })
  .meta({ title: 'Correction', description: 'A report that corrects an earlier one.' });

/** The whole picture of some reports. */
export interface Picture {
  readonly actors: readonly LinkedActor[];
  readonly utterances: readonly Utterance[];
  readonly events: readonly LinkedEvent[];
  readonly positions: readonly Position[];
  readonly changes: readonly PositionChange[];
  readonly reprints: readonly Reprint[];
  readonly corrections: readonly Correction[];
}

export type LinkedActorId = z.infer<typeof linkedActorId>;
export type UtteranceId = z.infer<typeof utteranceId>;
export type LinkedEventId = z.infer<typeof linkedEventId>;
export type IssueId = z.infer<typeof issueId>;
export type Link = Frozen<z.infer<typeof link>>;
export type LinkedActor = Frozen<z.infer<typeof linkedActor>>;
export type Difference = Frozen<z.infer<typeof difference>>;
export type LinkedFlag = Frozen<z.infer<typeof linkedFlag>>;
export type Utterance = Frozen<z.infer<typeof utterance>>;
export type Step = Frozen<z.infer<typeof step>>;
export type EventTitle = Frozen<z.infer<typeof eventTitle>>;
export type Party = Frozen<z.infer<typeof party>>;
export type LinkedEvent = Frozen<z.infer<typeof linkedEvent>>;
export type Issue = Frozen<z.infer<typeof issue>>;
export type Position = Frozen<z.infer<typeof position>>;
export type PositionChange = Frozen<z.infer<typeof change>>;
export type Reprint = Frozen<z.infer<typeof reprint>>;
export type Correction = Frozen<z.infer<typeof correction>>;
