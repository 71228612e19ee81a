import { CHARSETS, encoded } from './encoded.ts';
import { accelerated } from './layouts/accelerated.ts';
import { agency } from './layouts/agency.ts';
import { broadcaster } from './layouts/broadcaster.ts';
import { live } from './layouts/live.ts';
import { release } from './layouts/release.ts';
import { semantic } from './layouts/semantic.ts';
import { soup } from './layouts/soup.ts';
import { tables } from './layouts/tables.ts';
import { tabloid } from './layouts/tabloid.ts';
import { weblog } from './layouts/weblog.ts';
import { type MadePage, STORIES, type Story } from './story.ts';

export { STORIES, type Story, textOf } from './story.ts';

export const LAYOUTS: Readonly<Record<string, (story: Story) => MadePage>> = {
  accelerated,
  agency,
  broadcaster,
  live,
  release,
  semantic,
  soup,
  tables,
  tabloid,
  weblog,
};

/** The forty pages: every story in every layout, each story in an encoding of its own. */
export const PAGES = Object.entries(LAYOUTS).flatMap(([layout, make]) =>
  STORIES.map((story, index) => {
    const made = make(story);
    const charset = CHARSETS[index % CHARSETS.length] ?? 'utf-8';
    return {
      name: `${layout}/${story.slug}`,
      layout,
      story,
      charset,
      bytes: encoded(made.html, charset),
      ...made,
    };
  }),
);
