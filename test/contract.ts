import type { analyse } from '../src/analyse/index.ts';
import { Fault, faultsIn, type ReportRecord, reportRecord } from '../src/record/index.ts';

type Analyse = typeof analyse;

/** The same analysis, which throws where a record breaks its schema or the contract. */
export function keptBy(analysis: Analyse): Analyse {
  return async (reports, kit) => {
    const records = await analysis(reports, kit);
    for (const record of records) keep(record);
    return records;
  };
}

/** @throws Fault where a record breaks the contract, with the beginning of its text; ZodError where it breaks its schema. */
export function keep(record: ReportRecord): void {
  reportRecord.parse(record);
  const [fault, ...more] = faultsIn(record);
  if (fault !== undefined)
    throw new Fault(
      'contract',
      `expected a record that keeps the contract, found ${fault} and ${more.length} more, in ${JSON.stringify(record.report.text.slice(0, MOST_SHOWN))}`,
    );
}

const MOST_SHOWN = 1_000;

/** Looks at every record among the lines that the command printed. */
export function keepPrinted(out: string): void {
  for (const line of out.split('\n'))
    if (line.startsWith('{"report":{') && line.includes('"statements":[')) keep(JSON.parse(line));
}
