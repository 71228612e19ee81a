import { attribute, esc, links, OTHERS, plain } from '../html.ts';
import type { MadePage, Story } from '../story.ts';

/** A page of today: landmarks, JSON-LD in a graph, Open Graph, classes made by a program, a pull quote in an aside. */
export function semantic(story: Story): MadePage {
  const { headline, standfirst, byline, outlet, published, printed, caption, pull, parts, slug } = story;
  const half = Math.ceil(parts.length / 2);
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebSite', '@id': 'https://example.test/#site', name: outlet },
      { '@type': 'Organization', '@id': 'https://example.test/#org', name: outlet },
      {
        '@type': 'NewsArticle',
        headline,
        datePublished: published,
        dateModified: published,
        author: byline.split(' and ').map((name) => ({ '@type': 'Person', name })),
        publisher: { '@id': 'https://example.test/#org' },
        isAccessibleForFree: true,
      },
    ],
  };
  const body = parts.map((part) => plain(part));
  return {
    boilerplate: [
      'Skip to main content',
      'Sign up for our morning letter and never miss a tide',
      'We use cookies to make this site work. By clicking accept you agree to their use.',
      ...OTHERS.slice(0, 6),
      'More on this story',
      '© 2034 All rights reserved.',
      'Share this article',
    ],
    html: `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${esc(headline)} | ${esc(outlet)}</title>
<link rel="canonical" href="https://example.test/news/${slug}">
<meta property="og:title" content="${attribute(headline)}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${attribute(outlet)}">
<meta property="og:description" content="${attribute(standfirst)}">
<script type="application/ld+json">${JSON.stringify(data)}</script>
<style>.css-1a2b { color: red }</style>
</head>
<body class="has-newsletter with-sidebar">
<a class="css-skip" href="#main">Skip to main content</a>
<div id="cookie-banner" role="dialog"><p>We use cookies to make this site work. By clicking accept you agree to their use.</p><button>Accept</button></div>
<header role="banner"><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sea">Sea</a></li></ul></nav></header>
<main id="main">
<article class="css-99xyz">
<header><h1 class="css-1q2w3e">${esc(headline)}</h1>
<p class="css-standfirst" data-component="standfirst">${esc(standfirst)}</p>
<div class="css-meta"><span>By </span><a rel="author" href="/by">${esc(byline)}</a> <time datetime="${published}">${printed}</time></div>
<div class="css-share"><h2>Share this article</h2><button>Link</button></div></header>
<figure><img src="a.jpg" alt=""><figcaption>${esc(caption)}</figcaption></figure>
<div class="css-body">
${body.slice(0, half).join('\n')}
<aside class="css-pull pullquote"><blockquote>${esc(pull)}</blockquote></aside>
<div class="css-newsletter-signup"><p>Sign up for our morning letter and never miss a tide</p><form action="/n"><input type="email" name="e"><button>Go</button></form></div>
${body.slice(half).join('\n')}
</div>
</article>
<section class="css-related" aria-label="More"><h2>More on this story</h2>
${links(OTHERS.slice(0, 6), (link) => `<div class="css-card"><h3>${link}</h3></div>`)}
</section>
</main>
<footer><p>© 2034 All rights reserved.</p><nav><a href="/t">Terms</a> <a href="/p">Privacy</a></nav></footer>
<script>window.dataLayer = [{ a: "<p>never read this</p>" }];</script>
</body>
</html>`,
  };
}
