import { type Actor, permalinkOf, type Report, type Statement, titleOf } from '../record/index.ts';
import { dayWords } from './published.ts';
import type { Format, RecordTold } from './told.ts';
import { speakerWords, wordsOf } from './who-words.ts';

/** An entity of FollowTheMoney: each property has one value or more. */
interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/**
 * Entities of FollowTheMoney (followthemoney.tech), one a line: the report as an Article, who speaks and is spoken to, a
 * Mention of each, and each statement as a Documentation between the two; where nobody is named, as a Note on the Article.
 * Whoever is named in two reports is two entities: that they are one is for whoever reads it to say.
 */
export const ftm: Format<RecordTold> = {
  open: '',
  between: '',
  close: '',
  entries: (told) => entitiesOf(told).map((entity) => `${JSON.stringify(entity)}\n`),
};

function entitiesOf({ report, statements, actors }: RecordTold): Entity[] {
  const article = nameOf(report.id);
  const own = statements.map(({ statement }) => statement);
  const ids = new Map<string, string>(actors.map(({ actor }, at) => [actor, `${article}.who-${at + 1}`]));
  const named = new Set(own.flatMap(namedIn));
  const told = actors.filter(({ actor }) => named.has(actor));
  return [
    articleOf(article, report),
    ...told.flatMap((actor) => actorOf(actor, ids.get(actor.actor) ?? article, article)),
    ...own.map((one) => statementOf(one, { article, report, ids })),
  ];
}

/** Letters, digits, dots and dashes make a name there. */
const nameOf = (id: string): string => id.replaceAll(/[^\w.]/g, '-');

const namedIn = ({ speaker, to }: Statement): string[] =>
  [speaker.kind === 'named' ? speaker.actor : null, ...to.map(({ actor }) => actor)].flatMap(
    (actor) => actor ?? [],
  );

/** The values that are there. */
const properties = (given: Readonly<Record<string, readonly (string | null)[]>>): Entity['properties'] =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, values]) => {
      const own = values.flatMap((value) => (value === null || value === '' ? [] : [value]));
      return own.length === 0 ? [] : [[name, own]];
    }),
  );

const articleOf = (id: string, report: Report): Entity => ({
  id,
  schema: 'Article',
  properties: properties({
    title: [titleOf(report)],
    author: [report.byline],
    publisher: [report.outlet],
    publishedAt: [dayWords(report.published)],
    modifiedAt: [dayWords(report.modified)],
    sourceUrl: [report.url],
    bodyText: [report.text],
  }),
});

/** What sort of entity an actor is. A country and a group are nothing nearer than somebody who can act. */
const SCHEMA: Readonly<Record<Actor['kind'], string>> = {
  person: 'Person',
  organization: 'Organization',
  government: 'PublicBody',
  country: 'LegalEntity',
  outlet: 'Organization',
  agency: 'Organization',
  group: 'LegalEntity',
};

function actorOf({ name, kind, sector, offices }: Actor, id: string, article: string): Entity[] {
  const held = offices.map(({ title, of }) => (of === null ? title : `${title}, ${of}`));
  const schema = SCHEMA[kind];
  return [
    {
      id,
      schema,
      properties: properties({
        name: [name],
        classification: [sector],
        position: kind === 'person' ? [...new Set(held)] : [],
        proof: [article],
      }),
    },
    {
      id: `${id}.mention`,
      schema: 'Mention',
      properties: properties({ document: [article], name: [name], resolved: [id], detectedSchema: [schema] }),
    },
  ];
}

interface Within {
  readonly article: string;
  readonly report: Report;
  readonly ids: ReadonlyMap<string, string>;
}

function statementOf(statement: Statement, { article, report, ids }: Within): Entity {
  const { speaker, said, act, negated, content, cue } = statement;
  const who = speaker.kind === 'named' && speaker.actor !== null ? (ids.get(speaker.actor) ?? null) : null;
  const [place] = [...content, ...cue];
  const about = {
    description: [wordsOf({ statement })],
    summary: [`${speakerWords({ statement })}: ${negated ? 'not ' : ''}${act}`],
    sourceUrl: [report.url],
  };
  if (who === null)
    return {
      id: nameOf(statement.id),
      schema: 'Note',
      properties: properties({ ...about, name: [speakerWords({ statement })], entity: [article] }),
    };
  return {
    id: nameOf(statement.id),
    schema: 'Documentation',
    properties: properties({
      ...about,
      document: [article],
      entity: [who],
      role: [negated ? `not ${act}` : act],
      date: [dayWords(said?.value ?? null)],
      recordId: [place === undefined ? statement.id : permalinkOf(report.id, place)],
    }),
  };
}
