import type { RawPage } from '../src/record/index.ts';
import { LAYOUTS, STORIES } from '../test/pages/index.ts';
import { rawPage } from '../test/pages/read.ts';
import type { Story } from '../test/pages/story.ts';

/** What pages of news carry besides their report: data for scripts, and cards that lead to hundreds of others. */
const SCRIPT = `<script>${'window.__DATA__={"a":[1,2,3],"b":"text of some kind"};'.repeat(5000)}</script>`;
const CARDS = Array.from(
  { length: 400 },
  (_, index) =>
    `<div class="card c${index % 7}"><div class="card__inner"><a href="/c${index}" class="card__link"><img src="/i${index}.jpg"><h3 class="card__title">Another story, number ${index}, about something else</h3></a><span class="card__time">2 hours ago</span><div class="card__meta"><span>News</span><svg><path d="M0 0"/></svg></div></div></div>`,
).join('');
/** A story told so often has some 700 words. */
const TIMES = 5;

/** Pages of 400 KB with 4,000 elements and a report of some 700 words each, in ten layouts. */
export function makeWebPages(count: number): RawPage[] {
  const layouts = Object.values(LAYOUTS);
  return Array.from({ length: count }, (_, index) => {
    const story = STORIES[index % STORIES.length] as Story;
    const make = layouts[index % layouts.length];
    const { html = '' } = make?.({ ...story, parts: longer(story) }) ?? {};
    const whole = html.includes('</body>')
      ? html.replace('</body>', `${SCRIPT}${CARDS}</body>`)
      : html + SCRIPT + CARDS;
    return { ...rawPage(whole, { charset: 'utf-8' }), path: `${index}.html` };
  });
}

function longer({ parts }: Story): Story['parts'] {
  return Array.from({ length: TIMES }, (_, time) =>
    parts.map((part) =>
      'text' in part ? { ...part, text: part.text.replace(/\bthe\b/, `the ${time + 1}.`) } : part,
    ),
  ).flat();
}
