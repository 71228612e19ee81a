import { z } from 'zod';
import { failure, reportRecord } from './record.ts';

/** The JSON Schema (draft 2020-12) of a line of `onrecord read --json`: a record or a failure. */
export function jsonSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'onrecord read --json',
    description: 'One line of the output: the record of a report, or the failure of an input.',
    anyOf: [reportRecord, failure].map((schema) => {
      const { $schema: _, ...body } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
      return body;
    }),
  };
}
