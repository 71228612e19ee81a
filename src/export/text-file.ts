import type { FileOnItsWay, Format, ReportTold } from './told.ts';

/** A file of text, entry by entry. */
export function textFile<Of extends ReportTold>({
  open,
  between,
  close,
  entries: entriesOf,
}: Format<Of>): FileOnItsWay<Of> {
  let isFirst = true;
  return {
    start: () => open,
    add: (told) => {
      const entries = entriesOf(told);
      const before = isFirst || entries.length === 0 ? '' : between;
      isFirst &&= entries.length === 0;
      return { piece: before + entries.join(between), entries: entries.length };
    },
    end: () => close,
  };
}
