/** The record in forms that others read. Each is a whole file by the standard that it names. */

import { annotations } from './annotations.ts';
import { bibtex } from './bibtex.ts';
import { csl } from './csl.ts';
import { csv } from './csv.ts';
import { jsonl } from './jsonl.ts';
import { schemaOrg } from './schema-org.ts';
import type { Format } from './told.ts';

export { citationsOf } from './citation.ts';
export { cslItem } from './csl.ts';
export { csvHeader, csvRow } from './csv.ts';
export { placeOf, statementJson } from './jsonl.ts';
export type { Cited, Format, ReportTold, Told } from './told.ts';

export const EXPORT_FORMATS = ['jsonl', 'csv', 'annotations', 'csl', 'bibtex', 'schema-org'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const FORMAT_OF: Readonly<Record<ExportFormat, Format>> = {
  jsonl,
  csv,
  annotations,
  csl,
  bibtex,
  'schema-org': schemaOrg,
};
