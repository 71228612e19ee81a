import { attribute, esc, links, OTHERS } from '../html.ts';
import type { MadePage, Part, Story } from '../story.ts';

/** A broadcaster's page: every paragraph in a block of its own, class names that say nothing, a topic list behind the text. */
export function broadcaster(story: Story): MadePage {
  const { headline, standfirst, byline, outlet, published, printed, caption, parts } = story;
  const half = Math.ceil(parts.length / 2);
  const body = parts.map(block);
  return {
    boilerplate: [
      'Top stories',
      'Related topics',
      ...OTHERS.slice(0, 7),
      'Get our alerts on your telephone and hear of it before the others do',
      'Image source, Coast Pictures',
    ],
    html: `<!doctype html><html lang="en-gb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title data-x="1">${esc(headline)} - ${esc(outlet)}</title>
<meta property="og:title" content="${attribute(headline)}"/><meta name="description" content="${attribute(standfirst)}"/>
<meta property="og:site_name" content="${attribute(outlet)}"/>
<script type="application/ld+json">[{"@context":"http://schema.org","@type":"ReportageNewsArticle","headline":${JSON.stringify(headline)},"datePublished":"${published}","author":{"@type":"Person","name":${JSON.stringify(byline)}},"publisher":{"@type":"NewsMediaOrganization","name":${JSON.stringify(outlet)}}}]</script>
</head><body><div id="root"><div class="sc-a1"><nav class="sc-b2"><a href="/">Home</a><a href="/n">News</a></nav></div>
<div class="sc-c3"><main id="main-content"><article class="sc-d4">
<div data-component="headline-block" class="sc-e5"><h1 class="sc-f6">${esc(headline)}</h1></div>
<div data-component="byline-block" class="sc-e5"><div class="sc-g7"><time datetime="${published}">${printed}</time><div data-testid="byline-contributors"><span>${esc(byline)}</span></div></div></div>
<div data-component="image-block" class="sc-e5"><figure><img srcset="a 1x"><span class="sc-h8 visually-hidden">Image source, Coast Pictures</span><figcaption class="sc-i9"><span class="visually-hidden">Image caption, </span><p>${esc(caption)}</p></figcaption></figure></div>
<div data-component="text-block" class="sc-e5"><p class="sc-j0"><b class="sc-k1">${esc(standfirst)}</b></p></div>
${body.slice(0, half).join('')}
<div data-component="links-block" class="sc-e5"><div class="sc-l2"><ul>${links(OTHERS.slice(0, 3), (link) => `<li class="sc-m3"><p class="sc-j0">${link}</p></li>`)}</ul></div></div>
${body.slice(half).join('')}
<div data-component="text-block" class="sc-e5"><p class="sc-j0"><i>Get our alerts on your telephone and hear of it before the others do</i></p></div>
<div data-component="topic-list" class="sc-n4"><h2>Related topics</h2><ul><li><a href="/t/1">Coast</a></li><li><a href="/t/2">Harbours</a></li></ul></div>
</article>
<div class="sc-o5"><h2>Top stories</h2>${links(OTHERS.slice(3, 7), (link) => `<div class="sc-p6"><h3>${link}</h3><p>Read what happened there and why it matters to everybody who lives here.</p></div>`)}</div>
</main></div></div></body></html>`,
  };
}

function block(part: Part): string {
  const around = (component: string, inner: string) =>
    `<div data-component="${component}" class="sc-e5">${inner}</div>`;
  if (part.kind === 'h')
    return around('subheadline-block', `<h2 class="sc-q7"><span>${esc(part.text)}</span></h2>`);
  if (part.kind === 'list')
    return around(
      'unordered-list-block',
      `<div class="sc-r8"><ul>${part.items.map((item) => `<li class="sc-s9">${esc(item)}</li>`).join('')}</ul></div>`,
    );
  return around(
    'text-block',
    `<p class="sc-j0"${part.kind === 'rtl' ? ' dir="rtl"' : ''}>${esc(part.text)}</p>`,
  );
}
