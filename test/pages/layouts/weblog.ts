import { attribute, esc, links, OTHERS, plain } from '../html.ts';
import type { MadePage, Story } from '../story.ts';

/** A weblog's theme: nested divs with many classes, sharing buttons in the text, a biography, comments, a sidebar. */
export function weblog(story: Story): MadePage {
  const { headline, standfirst, byline, outlet, published, printed, caption, parts, slug } = story;
  const comment =
    'I said this would happen in 2029 and was laughed at by everybody in the hall, and now look at it.';
  const bio = 'writes about the sea and everything that is near it. You can reach our reporters by letter.';
  return {
    boilerplate: [
      comment,
      bio,
      'Leave a Reply',
      'Click to share on a network (Opens in new window)',
      'Recent Posts',
      'Your email address will not be published. Required fields are marked *',
      ...OTHERS.slice(0, 8),
      'Tags: coast, council, roads',
    ],
    html: `<!DOCTYPE html>
<html lang="en-US" class="no-js">
<head>
<meta charset="UTF-8">
<title>${esc(headline)} - ${esc(outlet)}</title>
<meta property="article:published_time" content="${published}">
<meta property="og:title" content="${attribute(headline)} - ${attribute(outlet)}">
<meta property="og:site_name" content="${attribute(outlet)}">
<meta property="og:url" content="https://blog.example.test/${slug}/">
<meta name="author" content="${attribute(byline)}">
<meta name="description" content="${attribute(standfirst)}">
</head>
<body class="single single-post postid-77 single-format-standard logged-out tag-comments has-sidebar">
<div id="page" class="site"><div id="masthead" class="site-header"><div class="site-branding"><p class="site-title"><a href="/">${esc(outlet)}</a></p></div>
<div class="main-navigation"><ul class="menu"><li><a href="/a">About</a></li><li><a href="/b">Archive</a></li></ul></div></div>
<div id="content" class="site-content"><div id="primary" class="content-area"><div id="main" class="site-main">
<div id="post-77" class="post-77 post type-post category-popular tag-share hentry">
<div class="entry-header"><h1 class="entry-title">${esc(headline)}</h1>
<div class="entry-meta"><span class="posted-on">Posted on <a href="/77"><time class="entry-date published" datetime="${published}">${printed}</time></a></span><span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author">${esc(byline)}</a></span></span></div></div>
<div class="entry-content">
<div class="wp-caption alignright"><img src="b.jpg"><p class="wp-caption-text">${esc(caption)}</p></div>
${parts.map((part) => plain(part)).join('\n')}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="#s">Click to share on a network (Opens in new window)</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3><em>Related</em></h3>${links(OTHERS.slice(0, 3), (link) => `<p>${link}</p>`)}</div>
</div>
<div class="entry-footer"><span class="tags-links">Tags: <a href="/t1">coast</a>, <a href="/t2">council</a>, <a href="/t3">roads</a></span></div>
<div class="author-bio"><p><b>${esc(byline)}</b> ${bio}</p></div>
</div>
<div class="nav-links"><div class="nav-previous"><a href="/prev">${OTHERS[3]}</a></div></div>
<div id="comments" class="comments-area"><h2 class="comments-title">One thought</h2><ol class="comment-list"><li class="comment"><div class="comment-content"><p>${comment}</p><p>${comment} ${comment}</p></div></li></ol>
<div id="respond"><h3>Leave a Reply</h3><p class="comment-notes">Your email address will not be published. Required fields are marked *</p></div></div>
</div></div>
<div id="secondary" class="widget-area"><div class="widget"><h2>Recent Posts</h2><ul>${links(OTHERS.slice(4, 8), (link) => `<li>${link}</li>`)}</ul></div></div>
</div></div>
</body></html>`,
  };
}
