import { idsAreUnique } from './contract/ids.ts';
import { Fault } from './fault.ts';
import type { ReportRecord } from './record.ts';
import { firstBrokenSpan } from './spans.ts';

/**
 * What every record that is written must hold, told at once however large it is: its spans are the text's own characters, and
 * no two of its statements, events or actors have one id. All that a record promises is in `contract/`.
 * @throws Fault `span-does-not-hold` or `ids-not-unique`, with the place.
 */
export function mustHold(record: ReportRecord): void {
  const broken = firstBrokenSpan(record);
  if (broken !== null)
    throw new Fault(
      'span-does-not-hold',
      `expected the report's own characters at ${broken.path}, found "${broken.span.text}"`,
    );
  const [double] = idsAreUnique.brokenIn(record);
  if (double !== undefined)
    throw new Fault('ids-not-unique', `expected an id of its own at ${double.path}, found ${double.found}`);
}
