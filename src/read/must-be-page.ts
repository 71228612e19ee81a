import { Fault } from '../record/index.ts';

/**
 * Stops a caller without types who hands over something else than a page, such as its text.
 * @throws Fault that says what was expected and found.
 */
export function mustBePage(page: unknown): void {
  const { text, given }: { text?: unknown; given?: unknown } = Object(page);
  if (typeof text === 'string' && typeof given === 'object' && given !== null) return;
  const found = typeof page === 'object' && page !== null ? 'an object without them' : `a ${typeof page}`;
  throw new Fault(
    'not-a-page',
    `expected a page with its "text" and what is "given" of it, found ${found}: see RawPage in onrecord/record`,
  );
}
