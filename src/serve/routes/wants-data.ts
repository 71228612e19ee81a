import type { Context } from 'hono';

/** Whether a page is asked for as data: its address ends in `.json`. */
export const wantsData = (context: Context): boolean => context.req.path.endsWith('.json');
