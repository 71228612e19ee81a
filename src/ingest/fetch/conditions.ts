import type { Policy } from '../../record/index.ts';
import type { Answer } from './request.ts';

/** Caches on the way are to ask the outlet itself: what they hold may be older than what it publishes now. */
const FRESH = { 'cache-control': 'max-age=0' } as const;

/** What is sent to an address: conditions only to the one that gave what tells by, whatever leads there. */
export function headersFor(former: Policy | null): (address: string) => Readonly<Record<string, string>> {
  return (address) => {
    if (former === null || former.address !== address) return FRESH;
    return {
      ...FRESH,
      ...(former.etag !== null && { 'if-none-match': former.etag }),
      ...(former.modified !== null && { 'if-modified-since': former.modified }),
    };
  };
}

/** Whether the address that answered was asked on a condition: only then does "not modified" say anything. */
export function isConditional(former: Policy | null, { address }: Answer): former is Policy {
  return former?.address === address && (former.etag ?? former.modified) !== null;
}

/** What is kept of an answer to ask again. */
export function policyOf({ address, moved, headers }: Answer): Policy {
  return { address, isMoved: moved, etag: headers.etag?.trim() || null, modified: modifiedOf(headers) };
}

/**
 * The time of the last change, where it tells two texts apart: one within the second of the answer may be that of a text
 * which was changed once more in the same second (RFC 9110, section 8.8.2.2).
 */
function modifiedOf(headers: Answer['headers']): string | null {
  const modified = headers['last-modified'];
  const age = Date.parse(headers.date ?? '') - Date.parse(modified ?? '');
  return modified !== undefined && age >= 1000 ? modified : null;
}
