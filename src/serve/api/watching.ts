import { Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { Ledger } from '../../ledger/index.ts';
import { problem } from '../problem.ts';
import { data } from '../routes/answers.ts';
import type { Metrics } from './metrics.ts';
import { sizeOf } from './ready.ts';

export const healthAnswer = z.strictObject({ status: z.literal('lives') });
const count = z.int().nonnegative();
export const readyAnswer = z.strictObject({
  status: z.literal('ready'),
  reports: count,
  statements: count,
  unlinked: count,
});

/** What holds for this moment alone. */
const unkept: MiddlewareHandler = async (context, next) => {
  context.header('cache-control', 'no-store');
  await next();
};

/** For whoever watches over the server: whether it lives, whether its ledger answers, and how much it does. */
export function watchingRoutes(ledger: Ledger, metrics: Metrics): Hono {
  return new Hono()
    .get('/-/health', unkept, (context) => data(context, { status: 'lives' }))
    .get('/-/ready', unkept, async (context) => {
      const size = await sizeOf(ledger);
      if (!('why' in size)) return data(context, { status: 'ready', ...size });
      context.header('retry-after', '5');
      return await problem(context, 503, 'Not ready', size.why);
    })
    .get('/-/metrics', unkept, async (context) =>
      context.body(await metrics.text(), 200, { 'content-type': metrics.type }),
    );
}
