import type { FailedInput, RawPage } from '../record/index.ts';
import { NOTHING_GIVEN } from './given.ts';
import { pageOf } from './raw-page.ts';

/** The page of a text that somebody pasted: it comes from nowhere and is kept nowhere. */
export function pageOfDraft({
  text,
  published,
  format,
}: {
  text: string;
  published: string | null;
  format: 'text' | 'markdown';
}): RawPage | FailedInput {
  const bytes = Buffer.from(text);
  return pageOf({ path: 'draft', place: '', format, bytes, given: { ...NOTHING_GIVEN, published } });
}
