import type { Context, MiddlewareHandler } from 'hono';
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

/** Where decisions are sent; nothing else changes anything. */
export const DECIDED = {
  who: '/review/who',
  decide: '/review/decide',
  undo: '/review/undo',
  merge: '/review/merge',
  split: '/review/split',
} as const;

const DECISIONS: ReadonlySet<string> = new Set(Object.values(DECIDED));

/**
 * Only a draft or a decision is taken, each from this server's own page; all else reads. What asks for a decision has to say
 * whose page it comes from: a program that says nothing has the command line.
 */
export const ownPagesOnly: MiddlewareHandler = async (context, next) => {
  const { method, path } = context.req;
  if (method === 'GET' || method === 'HEAD') return await next();
  const decides = DECISIONS.has(path);
  if (method !== 'POST' || !(decides || DRAFTS.has(path))) {
    context.header('allow', 'GET, HEAD');
    return problem(context, 405, 'Method not allowed', `expected GET, found ${method}`);
  }
  const site = context.req.header('sec-fetch-site');
  const origin = context.req.header('origin');
  if (decides ? isFromOwnPage(context, site, origin) : mayBeOwn(context, site, origin)) return await next();
  return problem(
    context,
    403,
    'Another page',
    `expected ${decides ? 'a decision' : 'a draft'} from this server's own page, found ${origin ?? site ?? 'nothing that says whose page asks'}`,
  );
};

const isOwn = (context: Context, origin: string) => URL.parse(origin)?.host === context.req.header('host');

// A browser says whose page asks; where it keeps the origin to itself (no referrer), it still says that.
const mayBeOwn = (context: Context, site?: string, origin?: string) =>
  site === undefined
    ? origin === undefined || isOwn(context, origin)
    : site === 'same-origin' || site === 'none';

const isFromOwnPage = (context: Context, site?: string, origin?: string) =>
  site === undefined ? origin !== undefined && isOwn(context, origin) : site === 'same-origin';
