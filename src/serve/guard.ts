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

/** Nothing can be changed here: every request reads. */
export const readOnly: MiddlewareHandler = async (context, next) => {
  if (context.req.method !== 'GET' && context.req.method !== 'HEAD')
    return problem(context, 405, 'Method not allowed', `expected GET, found ${context.req.method}`);
  return await next();
};
