import { z } from 'zod';
import { NAMED } from './answers/pieces.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { ONWARD } from './parameters.ts';
import { problemSchema } from './problem-schema.ts';

type Json = Readonly<Record<string, unknown>>;

const PARTS = '#/components/schemas/';
/** The schema of the whole answer: its data, and of a list where that goes on. */
function answerOf({ answer, isList, isBare }: Operation): z.ZodType {
  if (isBare) return answer;
  return isList
    ? z.strictObject({
        data: answer,
        next: z
          .string()
          .nullable()
          .meta({ description: 'The address at which the list goes on; null at its end.' }),
      })
    : z.strictObject({ data: answer });
}

/** All schemas of the document, each once: what others refer to, and every answer. */
function schemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  registry.add(problemSchema, { id: 'Problem' });
  for (const one of OPERATIONS) {
    registry.add(answerOf(one), { id: `${one.name}Answer` });
    if (one.also !== undefined && !registry.has(one.also.answer))
      registry.add(one.also.answer, { id: 'Bearers' });
  }
  const made = z.toJSONSchema(registry, { target: 'draft-2020-12', uri: (id) => `${PARTS}${id}` });
  return Object.fromEntries(Object.entries(made.schemas).map(([id, schema]) => [id, plain(schema)]));
}

/** A schema without what says which schema it is: the document says that. */
function plain(schema: object): Json {
  const { $schema: _, $id: __, id: ___, ...rest } = schema as Record<string, unknown>;
  return rest;
}

const inputOf = (schema: z.ZodType): Json =>
  plain(z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' }));

/** What is asked behind the `?` of an operation, by name. */
export const askedOf = ({ asked, isList }: Operation): Readonly<Record<string, z.ZodType>> => ({
  ...asked,
  ...(isList ? ONWARD : {}),
});

function parametersOf(operation: Operation): Json[] {
  const inPath = operation.path.includes('{id}')
    ? [
        {
          name: 'id',
          in: 'path',
          required: true,
          schema: { type: 'string' },
          description: idWords(operation),
        },
      ]
    : [];
  const asked = Object.entries(askedOf(operation)).map(([name, schema]) => {
    const { description, ...rest } = inputOf(schema);
    const required = !schema.safeParse(undefined).success;
    return { name, in: 'query', required, description, schema: rest };
  });
  return [...inPath, ...asked];
}

const idWords = ({ of }: Operation): string =>
  of === 'source' ? 'The name, as addresses have it.' : `The id of one ${of}.`;

const HEADERS = {
  ETag: {
    description: 'By the SHA-256 of the answer: send it as If-None-Match.',
    schema: { type: 'string' },
  },
};
const LINK = {
  Link: { description: 'Where a list goes on, rel="next" (RFC 8288).', schema: { type: 'string' } },
};

const said: Readonly<Record<number, string>> = {
  400: 'Something that is asked is wrong: `errors` says what.',
  403: 'Asked from another site’s page.',
  404: 'There is nothing of this id or name.',
  413: 'Too much was sent.',
  422: 'What was sent is no draft.',
  501: 'The server was started without what answers this.',
  503: 'Not now: ask again.',
};

function operationOf(operation: Operation): Json {
  const { name, about, group, sent, isList, isBare, also, problems, forms = {} } = operation;
  const type = isBare ? 'application/feed+json' : 'application/json';
  const json = (id: string) => ({ schema: { $ref: `${PARTS}${id}` } });
  const others = Object.entries(forms).map(([ending, form]) => `\`${ending}\` (${form})`);
  return {
    operationId: name.replace(/^./, (letter) => letter.toLowerCase()),
    summary: about,
    ...(others.length > 0 && { description: `At the same address also with ${others.join(', ')}.` }),
    tags: [group],
    parameters: parametersOf(operation),
    ...(sent !== undefined && {
      requestBody: { required: true, content: { 'application/json': { schema: inputOf(sent) } } },
    }),
    responses: {
      200: {
        description: about,
        headers: { ...HEADERS, ...(isList ? LINK : {}) },
        content: { [type]: json(`${name}Answer`) },
      },
      ...(also && {
        [also.status]: {
          description: 'Several bear the id: each has one of its own.',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: { data: { $ref: `${PARTS}Bearers` } },
                required: ['data'],
              },
            },
          },
        },
      }),
      ...(sent === undefined && { 304: { description: 'It is as it was (If-None-Match).' } }),
      ...Object.fromEntries(
        problems.map((status) => [
          status,
          {
            description: said[status] ?? 'A problem.',
            content: { 'application/problem+json': json('Problem') },
          },
        ]),
      ),
      default: { description: 'A problem.', content: { 'application/problem+json': json('Problem') } },
    },
  };
}

/** OpenAPI 3.1 of every answer with data, made from the schemas of the record (https://spec.openapis.org/oas/v3.1.1). */
export function openApi(): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Onrecord',
      version: '1',
      summary: 'Who said or did what, when, to whom, on whose word.',
      description:
        'Every page has its data at the same address with `.json`. Offsets are UTF-16 code units of a report’s text.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'record', description: 'What is on record.' },
      { name: 'people', description: 'What people ask for and decide.' },
      { name: 'server', description: 'The server itself.' },
    ],
    paths: Object.fromEntries(
      OPERATIONS.map((one) => [one.path, { [one.sent === undefined ? 'get' : 'post']: operationOf(one) }]),
    ),
    components: { schemas: schemas() },
  };
}
