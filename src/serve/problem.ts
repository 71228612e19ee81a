import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { problemPage } from './pages/problem.ts';

/** The one shape of an error: RFC 9457 for programs, a page with the same words for people. */
export function problem(
  context: Context,
  status: ContentfulStatusCode,
  title: string,
  detail: string,
): Response | Promise<Response> {
  const wantsData =
    context.req.path.endsWith('.json') || !(context.req.header('accept') ?? '*/*').includes('text/html');
  if (!wantsData) return context.html(problemPage({ title, detail }), status);
  return context.body(JSON.stringify({ type: 'about:blank', title, status, detail }), status, {
    'content-type': 'application/problem+json',
  });
}
