/** The record in forms that others read. Each is a whole file by the standard that it names. */

import { annotations } from './annotations.ts';
import { bibtex } from './bibtex.ts';
import { csl } from './csl.ts';
import { csv } from './csv.ts';
import { ftm } from './ftm.ts';
import { jsonl } from './jsonl.ts';
import { plover } from './plover.ts';
import { schemaOrg } from './schema-org.ts';
import { tei } from './tei.ts';
import { textFile } from './text-file.ts';
import type { FileOnItsWay, Format, RecordTold } from './told.ts';

export { citationsOf } from './citation.ts';
export { cslItem } from './csl.ts';
export { csvHeader, csvRow } from './csv.ts';
export { placeOf, statementJson } from './jsonl.ts';
export { textFile } from './text-file.ts';
export type { Cited, FileOnItsWay, Format, Piece, RecordTold, ReportTold, Told } from './told.ts';

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

/** Forms that tell of a report’s actors or events too. */
export const RECORD_FORMATS = ['tei', 'ftm', 'plover'] as const;
export type RecordFormat = (typeof RECORD_FORMATS)[number];

export const RECORD_FORMAT_OF: Readonly<Record<RecordFormat, Format<RecordTold>>> = { tei, ftm, plover };

export const EXPORT_FORMATS = [...TEXT_FORMATS, 'parquet', ...RECORD_FORMATS] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A new file of a form. What writes Parquet is loaded when it is asked for. */
export async function fileAs(format: ExportFormat): Promise<FileOnItsWay<RecordTold>> {
  if (format === 'parquet') {
    const { parquetFile } = await import('./parquet.ts');
    return parquetFile();
  }
  const record = RECORD_FORMATS.find((one) => one === format);
  if (record !== undefined) return textFile(RECORD_FORMAT_OF[record]);
  const text = TEXT_FORMATS.find((one) => one === format);
  if (text === undefined) throw new Error(`no form ${format}`);
  return textFile(FORMAT_OF[text]);
}

/** Whether a form needs more of a report than what was found in it. */
export const needsRecord = (format: string): boolean => RECORD_FORMATS.some((one) => one === format);
