import type { Range } from '../../text/index.ts';
import { eventIdAt, statementIdAt } from '../ids.ts';
import type { ReportRecord } from '../record.ts';
import { extentOf } from '../spans.ts';
import { type Broken, type ContractRule, shown } from './rule.ts';

/** An id with the path of the field that it stands in. */
interface Named {
  readonly path: string;
  readonly id: string;
}

const ownIds = ({ statements, events, actors }: ReportRecord): readonly Named[] => [
  ...statements.map(({ id }, index) => ({ path: `statements[${index}].id`, id })),
  ...events.map(({ id }, index) => ({ path: `events[${index}].id`, id })),
  ...actors.map(({ actor }, index) => ({ path: `actors[${index}].actor`, id: actor })),
];

export const idsAreUnique: ContractRule = {
  name: 'ids-are-unique',
  promise: 'No two statements, events or actors of a record have the same id.',
  brokenIn: (record) => {
    const seen = new Set<string>();
    return ownIds(record).flatMap(({ path, id }) => {
      const isNew = !seen.has(id);
      seen.add(id);
      return isNew ? [] : [{ path, found: `${id} a second time` }];
    });
  },
};

export const idsRefer: ContractRule = {
  name: 'ids-refer',
  promise: 'Every id that a field refers to stands in the same record.',
  brokenIn: (record) => {
    const known = new Set(ownIds(record).map(({ id }) => id));
    return [...references(record)]
      .filter(({ id }) => !known.has(id))
      .map(({ path, id }) => ({ path, found: `${id}, which the record does not hold` }));
  },
};

/** The fields that refer: by their names, wherever they stand, so that no field is forgotten. */
const REFERRING = new Set(['within', 'event', 'actor', 'by', 'statement']);
const ID = /^(?:statement|event|actor):/;

function* references({ statements, events, flags }: ReportRecord): Generator<Named> {
  yield* referencesIn(statements, 'statements');
  yield* referencesIn(events, 'events');
  yield* referencesIn(flags, 'flags');
}

function* referencesIn(value: unknown, path: string): Generator<Named> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* referencesIn(item, `${path}[${index}]`);
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    if (typeof item === 'string' && REFERRING.has(key) && ID.test(item))
      yield { path: `${path}.${key}`, id: item };
    else yield* referencesIn(item, `${path}.${key}`);
  }
}

export const idsSayWhere: ContractRule = {
  name: 'ids-say-where',
  promise:
    'A statement’s id is made of its report’s and of the range that its spans cover; an event’s, of its report’s and of the words that name it first.',
  brokenIn: ({ report, statements, events }) => [
    ...statements.flatMap(({ id, ...roles }, index) =>
      isAt(id, statementIdAt(report.id, extentOf(roles), 1))
        ? []
        : [misplaced(`statements[${index}].id`, id, extentOf(roles))],
    ),
    ...events.flatMap(({ id, spans: [first] }, index) =>
      first === undefined || isAt(id, eventIdAt(report.id, first))
        ? []
        : [misplaced(`events[${index}].id`, id, first)],
    ),
  ],
};

/** Several at one place are numbered from the second on. */
const isAt = (id: string, first: string) =>
  id === first || (id.startsWith(`${first}.`) && /^\d+$/.test(id.slice(first.length + 1)));

const misplaced = (path: string, id: string, { start, end }: Range): Broken => ({
  path,
  found: `${shown(id)} where the words stand at ${start}-${end}`,
});
