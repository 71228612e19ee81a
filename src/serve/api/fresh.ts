import type { MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';

/** A strong tag by the SHA-256 of what is answered: who has it already is told that it did not change (RFC 9110, 13.1.2). */
export const tagged: MiddlewareHandler = etag({
  generateDigest: (body) => crypto.subtle.digest('SHA-256', body),
});

/** An answer is kept, and asked about before it is used again: a ledger changes whenever a report comes. */
export const askedAgain: MiddlewareHandler = async (context, next) => {
  await next();
  if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-cache');
};
