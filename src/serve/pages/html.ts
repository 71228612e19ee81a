import type { html } from 'hono/html';

/** A part of a page; what comes from outside is escaped in it. */
export type Html = ReturnType<typeof html>;
