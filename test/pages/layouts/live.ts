import { attribute, esc, links, OTHERS } from '../html.ts';
import type { MadePage, Story } from '../story.ts';

/** A live page: each part of the story an entry with its hour, buttons in each, key points on top. */
export function live(story: Story): MadePage {
  const { headline, standfirst, byline, outlet, published, printed, parts } = story;
  const day = published.slice(0, 10);
  const entries = parts.map((part, index) => {
    const inner =
      part.kind === 'list'
        ? `<ul>${part.items.map((item) => `<li>${esc(item)}</li>`).join('')}</ul>`
        : part.kind === 'h'
          ? `<h3>${esc(part.text)}</h3>`
          : `<p${part.kind === 'rtl' ? ' dir="rtl"' : ''}>${esc(part.text)}</p>`;
    return `<article class="live-entry" id="e${index}"><header><time datetime="${day}T${String(8 + index).padStart(2, '0')}:15:00Z">${8 + index}:15</time></header><div class="live-entry__body">${inner}</div><div class="entry-share"><button>Share</button></div></article>`;
  });
  return {
    boilerplate: [
      ...OTHERS.slice(0, 5),
      'Newest first',
      'Share',
      'Follow our coverage here all day and night',
    ],
    html: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${esc(headline)} – live | ${esc(outlet)}</title>
<meta property="og:title" content="${attribute(headline)}"><meta property="og:site_name" content="${attribute(outlet)}">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"LiveBlogPosting","headline":${JSON.stringify(headline)},"datePublished":"${published}","author":[{"@type":"Person","name":${JSON.stringify(byline)}}],"publisher":{"@type":"Organization","name":${JSON.stringify(outlet)}},"liveBlogUpdate":[{"@type":"BlogPosting","headline":"x","datePublished":"${day}T08:15:00Z"}]}</script>
</head><body><header class="top"><a href="/">${esc(outlet)}</a></header>
<main><div class="live-header"><h1>${esc(headline)}</h1><p class="live-standfirst standfirst">${esc(standfirst)}</p><p class="live-by">By ${esc(byline)}</p><p class="when">${printed}</p></div>
<div class="live-sort"><label>Newest first</label></div>
<div class="live-feed">
${entries.join('\n')}
</div>
<p class="live-more"><a href="/live">Follow our coverage here all day and night</a></p>
</main><aside class="rail"><h2>Trending</h2><ol>${links(OTHERS.slice(0, 5), (link) => `<li>${link}</li>`)}</ol></aside></body></html>`,
  };
}
