import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';

/** A request that was answered. */
export interface Answered {
  readonly method: string;
  /** The address without what is asked behind `?`: questions are nobody’s business. */
  readonly path: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Tells of every request when it is answered. */
export function observed(tell: (answered: Answered) => void): MiddlewareHandler {
  return async (context, next) => {
    const began = performance.now();
    await next();
    const { method, path } = context.req;
    tell({
      method: METHODS.has(method) ? method : 'other',
      path,
      route: routeName(routePath(context)),
      status: context.res.status,
      seconds: (performance.now() - began) / 1000,
    });
  };
}

/** A route by the pattern of its addresses, as people write it; `none` where no route answered. */
export function routeName(pattern: string): string {
  if (pattern.endsWith('*')) return 'none';
  return pattern
    .replace(/:page\{(\w+)(?:[^\w{}][^{}]*)?\}/, '$1')
    .replace(/\{\.\+\[\.\](\w+)\}/, '.$1')
    .replace(/\{[^{}]*\}/g, '');
}
