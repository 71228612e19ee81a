import { html } from 'hono/html';
import type { Event } from '../../../record/index.ts';
import type { Html } from '../page.ts';

/** How an event stands, as a class of its own in the style sheet. */
export const statusClass = (status: Event['status']): string => status.replace(' ', '-');

/** How an event stands, in its frame. */
export const statusMark = (status: Event['status']): Html =>
  html`<span class="status ${statusClass(status)}">${status}</span>`;
