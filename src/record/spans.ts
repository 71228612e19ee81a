import { holds, type Span } from '../text/index.ts';
import type { ReportRecord } from './record.ts';

/** Every span of a record with the path of the field that holds it, found by shape, so that no field is forgotten. */
export function* spansIn(value: unknown, path = ''): Generator<{ path: string; span: Span }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* spansIn(item, `${path}[${index}]`);
  } else if (typeof value === 'object' && value !== null) {
    if (isSpan(value)) yield { path, span: value };
    else
      for (const [key, inner] of Object.entries(value))
        yield* spansIn(inner, path === '' ? key : `${path}.${key}`);
  }
}

/** The first span of the record whose characters are not those of the report's text, or null: the promise of every entry. */
export function firstBrokenSpan(record: ReportRecord): { path: string; span: Span } | null {
  const { report, ...derived } = record;
  for (const found of spansIn(derived)) if (!holds(report.text, found.span)) return found;
  return null;
}

function isSpan(value: object): value is Span {
  return 'start' in value && 'end' in value && 'text' in value;
}
