import { attribute, esc, links, OTHERS } from '../html.ts';
import type { MadePage, Story } from '../story.ts';

/** An agency's page: paragraphs that are no `p` elements, a dateline, microdata in place of JSON-LD, a ticker beside it. */
export function agency(story: Story): MadePage {
  const { headline, byline, outlet, published, printed, parts, slug } = story;
  let number = 0;
  const paragraph = (text: string) =>
    `<div data-testid="paragraph-${number++}" class="text__text__1FZLe text__dark-grey__3Ml43">${esc(text)}</div>`;
  const body = parts.map((part) => {
    if (part.kind === 'list') return part.items.map(paragraph).join('');
    return part.kind === 'h' ? `<h2 class="heading__h2">${esc(part.text)}</h2>` : paragraph(part.text);
  });
  return {
    boilerplate: [
      'Our Standards: The Principles of Trust, which you can read here',
      'Sponsored',
      'Read Next',
      ...OTHERS.slice(0, 8),
    ],
    html: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><title>${esc(headline)} | ${esc(outlet)}</title>
<meta name="article:author" content="${attribute(byline)}"/><meta property="og:url" content="https://example.test/world/${slug}/"/>
<meta property="og:site_name" content="${attribute(outlet)}"/></head>
<body><div id="app"><div class="layout__ticker"><ul>${links(OTHERS.slice(4, 8), (link) => `<li>${link}</li>`)}</ul></div>
<div itemscope itemtype="http://schema.org/NewsArticle" class="article__container">
<div class="article__header"><h1 itemprop="headline" data-testid="Heading">${esc(headline)}</h1>
<div class="info"><span itemprop="author">${esc(byline)}</span><meta itemprop="datePublished" content="${published}"><span class="date">${printed}</span></div></div>
<div itemprop="articleBody" class="article-body__content__17Yit">
${body.join('\n')}
<div class="article-body__trust"><p>Our Standards: <a href="/standards">The Principles of Trust, which you can read here</a></p></div>
</div>
<div class="read-next__container"><h3>Read Next</h3>${links(OTHERS.slice(0, 4), (link) => `<div class="story-card"><h4>${link}</h4><time datetime="2034-08-30T00:00:00Z">August 30, 2034</time></div>`)}</div>
<div class="dianomi">Sponsored</div></div></div></body></html>`,
  };
}
