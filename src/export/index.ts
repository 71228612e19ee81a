/** The record in forms that others read. Each is a whole file by the standard that it names. */

import { annotations } from './annotations.ts';
import { bibtex } from './bibtex.ts';
import { csl } from './csl.ts';
import { csv } from './csv.ts';
import { jsonl } from './jsonl.ts';
import { schemaOrg } from './schema-org.ts';
import { textFile } from './text-file.ts';
import type { FileOnItsWay, Format } from './told.ts';

export { citationsOf } from './citation.ts';
export { cslItem } from './csl.ts';
export { csvHeader, csvRow } from './csv.ts';
export { placeOf, statementJson } from './jsonl.ts';
export { textFile } from './text-file.ts';
export type { Cited, FileOnItsWay, Format, Piece, ReportTold, Told } from './told.ts';

export const TEXT_FORMATS = ['jsonl', 'csv', 'annotations', 'csl', 'bibtex', 'schema-org'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

export const FORMAT_OF: Readonly<Record<TextFormat, Format>> = {
  jsonl,
  csv,
  annotations,
  csl,
  bibtex,
  'schema-org': schemaOrg,
};

export const EXPORT_FORMATS = [...TEXT_FORMATS, 'parquet'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A new file of a form. What writes Parquet is loaded when it is asked for. */
export async function fileAs(format: ExportFormat): Promise<FileOnItsWay> {
  if (format !== 'parquet') return textFile(FORMAT_OF[format]);
  const { parquetFile } = await import('./parquet.ts');
  return parquetFile();
}
