import { holds, type Range, type Span } from '../text/index.ts';
import type { ReportRecord } from './record.ts';

/** A span with the path of the field that holds it. */
interface Found {
  readonly span: Span;
  readonly path: string;
}

/** Visits every span of a value, found by shape, so that no field is forgotten; ends when the visitor says `false`. */
export function visitSpans(value: unknown, visit: (span: Span, path: () => string) => boolean): boolean {
  const trail: (string | number)[] = [];
  const path = () =>
    trail
      .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
      .join('')
      .slice(1);
  return inside(value);

  function inside(value: unknown): boolean {
    if (typeof value !== 'object' || value === null) return true;
    if (isSpan(value)) return visit(value, path);
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) if (!under(index, value[index])) return false;
      return true;
    }
    for (const key in value) if (!under(key, (value as Record<string, unknown>)[key])) return false;
    return true;
  }

  function under(key: string | number, value: unknown): boolean {
    trail.push(key);
    const goOn = inside(value);
    trail.pop();
    return goOn;
  }
}

/** The first span of the record whose characters are not those of the report's text, or null: the promise of every entry. */
export function firstBrokenSpan(record: ReportRecord): Found | null {
  const { report, ...derived } = record;
  let broken: Found | null = null;
  visitSpans(derived, (span, path) => {
    if (!holds(report.text, span)) broken = { span, path: path() };
    return broken === null;
  });
  return broken;
}

/** The range that all of some spans lie in. */
export function extentOf({
  source,
  cue,
  content,
}: Record<'source' | 'cue' | 'content', readonly Range[]>): Range {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const role of [source, cue, content])
    for (const range of role) {
      start = Math.min(start, range.start);
      end = Math.max(end, range.end);
    }
  return { start: Math.min(start, end), end };
}

function isSpan(value: object): value is Span {
  return 'start' in value && 'end' in value && 'text' in value;
}
