import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { problem } from './problem.ts';

/** Nothing but this server's own style, fonts and script; no frame around it; nothing sent anywhere. */
export const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'"],
    scriptSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
});

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/** A page of another site that points its own name at this machine (DNS rebinding) asks with that name: it is refused. */
export const ownHostOnly: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? '';
  if (!LOOPBACK.test(host))
    return problem(context, 421, 'Wrong host', `expected 127.0.0.1 or localhost, found ${host || 'no host'}`);
  return await next();
};

/** Where a draft is sent to be looked over: nothing is kept of it. */
const DRAFTS = new Set(['/check', '/check.json']);

/** Nothing can be changed here: every request reads, and a draft comes from this server's own page. */
export const readOnly: MiddlewareHandler = async (context, next) => {
  if (context.req.method === 'POST' && DRAFTS.has(context.req.path)) {
    const site = context.req.header('sec-fetch-site');
    const origin = context.req.header('origin');
    const isOwn = origin === undefined || URL.parse(origin)?.host === context.req.header('host');
    // A browser says whose page asks; where it keeps the origin to itself (no referrer), it still says that.
    if (site === undefined ? isOwn : site === 'same-origin' || site === 'none') return await next();
    return problem(
      context,
      403,
      'Another page',
      `expected a draft from this server's own page, found ${origin ?? site}`,
    );
  }
  if (context.req.method !== 'GET' && context.req.method !== 'HEAD')
    return problem(context, 405, 'Method not allowed', `expected GET, found ${context.req.method}`);
  return await next();
};
