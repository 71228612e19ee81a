import { attribute, esc, links, OTHERS } from '../html.ts';
import type { MadePage, Part, Story } from '../story.ts';

/** A tabloid's page: the text in several pieces between advertisements, capitals that point elsewhere, embedded posts, related boxes in the text. */
export function tabloid(story: Story): MadePage {
  const { headline, standfirst, byline, outlet, published, printed, caption, parts } = story;
  const third = Math.ceil(parts.length / 3);
  const piece = (from: number) =>
    `<div class="article-body-part" data-part="${from}">${parts
      .slice(from, from + third)
      .map(one)
      .join('\n')}</div>`;
  const post =
    'Just seen six lorries turn round at the ford. Nobody told the drivers a thing. What a shambles.';
  return {
    boilerplate: [
      'CLICK HERE TO GET THE COURIER APP',
      'OUR READERS ARE FURIOUS: WHAT THEY SAY ABOUT THE VOTE',
      'READ MORE: Ferry breaks down for the third time this month',
      'Do you know more? Write to our desk and we will call you back',
      ...OTHERS.slice(1, 9),
      'View comments',
    ],
    html: `<!DOCTYPE html><html lang=en><head><meta charset=utf-8>
<title>${esc(headline)} | ${esc(outlet)}</title>
<meta property=og:title content="${attribute(headline)}"><meta property=og:type content=article><meta property=og:site_name content="${attribute(outlet)}">
<meta property=article:published_time content="${published}"><meta name=parsely-author content="${attribute(byline)}">
</head><body>
<div class=page-header><ul class=nav-menu><li><a href=/>HOME</a><li><a href=/sport>SPORT</a><li><a href=/stars>STARS</a></ul></div>
<div class=article id=js-article-text>
<h1>${esc(headline)}</h1>
<ul class=mol-bullets><li class=standfirst><strong>${esc(standfirst)}</strong></li></ul>
<p class="author-section byline-plain">By <a class=author href=/x>${esc(byline)}</a></p>
<p class=byline-section><span class=article-timestamp>Published: <time datetime="${published}">${printed}</time></span></p>
<div class=share-bar><a href=#1>Share</a><a href=#2>Tweet</a></div>
<figure class=imageWrap><img src=x.jpg><figcaption class=imageCaption>${esc(caption)}</figcaption></figure>
${piece(0)}
<p><strong><a href=/app>CLICK HERE TO GET THE COURIER APP</a></strong></p>
<div class="adHolder ad"><p>Advertisement</p></div>
${piece(third)}
<div class="related-box"><p><b>READ MORE:</b> <a href=/o/0>${OTHERS[0]}</a></p></div>
<p><a href=/letters><strong>OUR READERS ARE FURIOUS: WHAT THEY SAY ABOUT THE VOTE</strong></a></p>
<blockquote class="twitter-tweet"><p lang=en dir=ltr>${post}</p>&mdash; A driver (@driver) <a href=https://x.example/1>February 2, 2034</a></blockquote>
${piece(third * 2)}
<p class="end-note">Do you know more? <a href=mailto:desk@example.test>Write to our desk and we will call you back</a></p>
</div>
<div class="puff most-read"><h3>MOST READ</h3>${links(OTHERS.slice(1, 5), (link) => `<p class=puff-text>${link}</p>`)}</div>
<div class="outbrain"><h3>You may like</h3>${links(OTHERS.slice(5, 9), (link) => `<p>${link}</p>`)}</div>
<p class=comments-link><a href=#c>View comments</a></p>
</body></html>`,
  };
}

function one(part: Part): string {
  if (part.kind === 'list')
    return `<ul>${part.items.map((item) => `<li class="mol-li">${esc(item)}`).join('\n')}</ul>`;
  if (part.kind === 'h') return `<h3 class="mol-h3">${esc(part.text)}</h3>`;
  return `<p class="mol-para"${part.kind === 'rtl' ? ' dir=rtl' : ''}>${esc(part.text)}</p>`;
}
