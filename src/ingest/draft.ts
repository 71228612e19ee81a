import type { FailedInput, RawPage } from '../record/index.ts';
import { NOTHING_GIVEN } from './given.ts';
import { pageOf } from './raw-page.ts';

/** The page of a text that somebody pasted: it comes from nowhere and is kept nowhere. */
export function pageOfDraft(text: string, published: string | null): RawPage | FailedInput {
  const bytes = Buffer.from(text);
  return pageOf({ path: 'draft', place: '', format: 'text', bytes, given: { ...NOTHING_GIVEN, published } });
}
