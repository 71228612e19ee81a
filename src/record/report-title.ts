import type { Report } from './report.ts';

/** A headline, or the opening words where there is none. */
export function titleOf({ headline, text }: Pick<Report, 'headline' | 'text'>): string {
  if (headline !== null) return headline;
  const opening = text.trim().split(/\s+/).slice(0, 12).join(' ');
  return opening.length < text.trim().length ? `${opening} …` : opening;
}
