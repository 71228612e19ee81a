import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type ProblemTitle, problemType } from './api/problems.ts';
import { problemPage } from './pages/problem.ts';

/** What is wrong with each parameter, by its name. */
export type Invalid = Readonly<Record<string, string | undefined>>;

const PROBLEM = 'application/problem+json';

/** The one shape of an error: RFC 9457 for programs, a page with the same words for people. */
export const problem = (
  context: Context,
  status: ContentfulStatusCode,
  title: ProblemTitle,
  detail: string,
): Response | Promise<Response> => answer(context, { status, title, detail });

/** A problem with what was asked for, that lists each parameter that is wrong. */
export function invalid(
  context: Context,
  title: ProblemTitle,
  parameters: Invalid,
): Response | Promise<Response> {
  const errors = Object.entries(parameters).flatMap(([parameter, detail]) =>
    detail === undefined ? [] : [{ parameter, detail }],
  );
  const detail =
    errors.length === 1
      ? (errors[0]?.detail ?? '')
      : errors.map((one) => `${one.parameter}: ${one.detail}`).join('; ');
  return answer(context, { status: 400, title, detail, errors });
}

interface Told {
  readonly status: ContentfulStatusCode;
  readonly title: ProblemTitle;
  readonly detail: string;
  readonly errors?: readonly { readonly parameter: string; readonly detail: string }[];
}

function answer(context: Context, told: Told): Response | Promise<Response> {
  const { title, detail, status, errors } = told;
  context.header('vary', 'Accept');
  if (!wantsProblem(context)) return context.html(problemPage({ title, detail }), status);
  const { pathname, search } = new URL(context.req.url);
  return context.body(
    JSON.stringify({ type: problemType(title), title, status, detail, errors, instance: pathname + search }),
    status,
    { 'content-type': PROBLEM },
  );
}

/** Whether who asks is a program: by the address, or by what it says that it takes. */
const wantsProblem = (context: Context): boolean =>
  context.req.path.endsWith('.json') ||
  accepts(context, {
    header: 'Accept',
    supports: [PROBLEM, 'application/json', 'text/html'],
    default: PROBLEM,
  }) !== 'text/html';
