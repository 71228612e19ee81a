import { attribute, esc, links, OTHERS, plain } from '../html.ts';
import type { MadePage, Story } from '../story.ts';

/** A page for telephones: its own elements, advertisements between paragraphs, a link to the page it stands for. */
export function accelerated(story: Story): MadePage {
  const { headline, byline, outlet, published, printed, caption, parts, slug } = story;
  const data = {
    '@context': 'http://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: `https://example.test/${slug}`,
    headline: headline.replace('’', '&rsquo;'),
    datePublished: published,
    author: { '@type': 'Person', name: byline },
    publisher: { '@type': 'Organization', name: outlet },
  };
  const ad =
    '<div class="ad-wrapper"><span class="ad-label">Advertisement</span><amp-ad width="300" height="250" type="x"></amp-ad></div>';
  return {
    boilerplate: [
      'Advertisement',
      'Continue reading on our site for the whole picture',
      ...OTHERS.slice(2, 6),
      'Menu',
    ],
    html: `<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>${esc(headline)}</title>
<link rel="canonical" href="https://example.test/${slug}"><meta property="og:site_name" content="${attribute(outlet)}">
<script type="application/ld+json">
${JSON.stringify(data, null, 2)}
</script></head><body>
<amp-sidebar id="side"><p>Menu</p><ul><li><a href="/">Front page</a></li></ul></amp-sidebar>
<article class="amp-article"><header><h1 class="amp-title">${esc(headline)}</h1>
<ul class="amp-meta"><li class="amp-byline"><span class="author">${esc(byline)}</span></li><li><time datetime="${published}">${printed}</time></li></ul></header>
<amp-img src="i.jpg" width="1" height="1"></amp-img><p class="amp-caption-text caption">${esc(caption)}</p>
<div class="amp-content">${parts.map((part, index) => plain(part) + (index % 3 === 1 ? ad : '')).join('\n')}
<p><a href="https://example.test/">Continue reading on our site for the whole picture</a></p></div></article>
<div class="amp-recirc">${links(OTHERS.slice(2, 6), (link) => `<h4>${link}</h4>`)}</div>
</body></html>`,
  };
}
