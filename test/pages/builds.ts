/** Builds of pages as the web has them, with fictional text: each is a way to mark what is a report and what is not. */

/** A page, what of it is the report's and must be read, and what is not and must not. */
export interface Build {
  readonly html: string;
  /** All sentences below, unless it has others. */
  readonly lost?: readonly string[];
  readonly bad: readonly string[];
  readonly date?: string;
  readonly by?: string;
}

const S: readonly string[] = [
  'The provincial assembly voted late on Tuesday to extend the ferry subsidy for another year, ending a dispute that had split the ruling coalition.',
  '“We did what the coast asked of us,” said Assembly Speaker Hana Weil, who had brokered the compromise over the weekend.',
  'Opposition members walked out before the vote.',
  'The finance ministry had warned in March that the subsidy, worth 40 million crowns a year, could not be paid without new taxes.',
  'Minister Oren Wend told reporters that the money would come from a reserve, and that “nobody will pay a crown more” in 2034.',
  'Economists doubted that. In a note to clients, analysts at Tarn Bank wrote that the reserve would be empty by autumn.',
  'The ferry operator, Coast Lines, welcomed the decision in a statement and said that it would order two ships.',
  'Passengers at the quay in Sannow were less sure. One said the boats were late every day.',
  'The subsidy was introduced in 2021 and has been extended four times since then, most recently in December.',
  'A final reading is due on May 12, after which the law goes to the governor, who is expected to sign it.',
  'Residents of the islands have asked for a bridge for decades, and a study of 2019 put its cost at two billion crowns.',
  'The governor’s office did not respond to a request for comment.',
];
const B = [
  'Ferry breaks down for third time',
  'Why the lighthouse is for sale',
  'Old mill to become a museum',
  'Storm warning for the coast',
  'Librarian retires after forty years',
  'Council to vote on parking',
  'Fish prices rise again',
  'School wins garden prize',
];
const H = 'Assembly extends ferry subsidy after late-night vote';
const li = (from: number, n: number, w: (t: string, i: number) => string) =>
  B.slice(from, from + n)
    .map((t, i) => w(`<a href="/x/${i}">${t}</a>`, i))
    .join('');
const head = (extra = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${H} | The Coast</title><meta property="og:title" content="${H}"><meta property="og:site_name" content="The Coast">${extra}</head>`;
const nav = `<header><div class="nav"><ul><li><a href="/">Home</a><li><a href="/w">World</a><li><a href="/o">Opinion</a></ul></div></header>`;
const foot = `<footer><div>© 2034 The Coast Media Group. All rights reserved.</div><a href="/p">Privacy policy</a></footer>`;
const Q = [
  'Why did the talks take so long?',
  'Who pays for the ships?',
  'Will there be a bridge?',
  'What comes next?',
];
const SHORT = [
  'The vote was close.',
  'Nobody cheered.',
  'Hana Weil left by the back door.',
  '“Not today,” she said.',
  'The ferries sailed on time.',
  'It rained.',
  'By midnight the square was empty.',
  'The shops had closed early.',
  '“We are tired,” one owner said.',
  'The bill goes to the governor.',
  'He is expected to sign it in May.',
  'That may change.',
];
const ld = (data: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...data })}</script>`;
export const HEADLINE = H;
export const SENTENCES = S;

export const BUILDS: Readonly<Record<string, Build>> = {
  companions: {
    html: `${head(ld({ '@type': 'NewsArticle', headline: H, datePublished: '2034-04-18T21:02:11.000Z', dateModified: '2034-04-19T01:00:00.000Z', author: [{ '@type': 'Person', name: 'Ada Lunn', url: 'https://x/by' }], isAccessibleForFree: false, hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.meteredContent' } }))}<body><div id="app"><div><div class="AppHideMasthead css-1r6wvpq"><header class="css-o">${nav}</header></div></div><main id="site-content"><div><article id="story" class="css-1vxca1d e1lmdhsb0"><div id="top-wrapper" class="css-1sy8kpn"><div id="top-slug" class="css-l9onyx"><p>Advertisement</p></div><a href="#after-top" class="css-777zgl">SKIP ADVERTISEMENT</a></div><header class="css-1kv8v5v"><h1 data-testid="headline" class="css-88wicj">${H}</h1><p id="article-summary" class="css-79rysd e1wiw3jv0">The deal ends a dispute that split the coalition.</p><div data-testid="share-tools" class="css-1n7yjps"><div role="toolbar"><button>Share full article</button></div></div><figure class="css-1ef8w8q"><div><img></div><figcaption><span class="css-jevhma">The quay at Sannow on Tuesday.</span><span class="css-1u46b97"><span>Credit...</span><span>Bea Holt for The Coast</span></span></figcaption></figure><div class="css-18e8msd"><div class="css-vp77d3"><p class="css-4anu6l">By <span class="last-byline">Ada Lunn</span></p><p class="css-x">Ada Lunn reports from Sannow and has covered the assembly since 2019.</p></div><time datetime="2034-04-18T17:02:11-04:00">April 18, 2034</time></div></header><section name="articleBody" class="meteredContent css-1r7ky0e">${S.map((s, i) => (i % 4 === 0 ? `${i ? '</div></div>' : ''}<div><div class="StoryBodyCompanionColumn css-53u6y8"><div class="css-s99gbd"><p class="css-at9mc1 evys1bk0">${s}</p>` : `<p class="css-at9mc1 evys1bk0">${s}</p>`) + (i === 5 ? `</div></div></div><div data-testid="Dropzone-3" class="css-1c"><div id="story-ad-3"><p>Advertisement</p></div></div><div><div class="css-s99gbd">` : '')).join('')}</div></div></section><div class="bottom-of-article"><div class="css-1e"><p>Ada Lunn is a reporter in Sannow. <a href="/by">More about Ada Lunn</a></p></div><div class="css-k"><p>A version of this article appears in print on April 19, 2034, Section A, Page 6.</p></div></div><div class="css-read"><h2>More in Coast</h2>${li(0, 4, (a) => `<article><h3>${a}</h3><p>What happened and why it matters.</p></article>`)}</div></article></main>${foot}</div></body></html>`,
    bad: [
      'Advertisement',
      'More about Ada Lunn',
      'SKIP',
      'Share full',
      ...B.slice(0, 4),
      'What happened and why',
    ],
    date: '2034-04-18',
    by: 'Ada Lunn',
  },
  islands: {
    html: `${head(`<meta property="article:published_time" content="2034-04-18T20:10:00.000Z">`)}<body><main data-layout="StandardLayout"><section class="dcr-1"><aside data-part-name="title"><div class="dcr-2"><a href="/coast">Coast</a></div></aside><div data-part-name="headline"><h1 class="dcr-y70er7">${H}</h1></div><div data-part-name="standfirst"><div class="dcr-3"><p>The deal ends a dispute that split the coalition</p><ul><li><a href="/b">Coast live – latest updates</a></li></ul></div></div><aside data-part-name="meta"><div class="dcr-4"><a rel="author" href="/p">Ada Lunn</a> in Sannow<details><summary>Tue 18 Apr 2034 22.10 CEST</summary>Last modified on Wed 19 Apr 2034 03.00 CEST</details></div></aside><div data-part-name="body"><div id="maincontent" class="dcr-5"><div class="article-body-commercial-selector article-body-viewer-selector dcr-6">${S.map((s, i) => `<p class="dcr-130mj7b">${s}</p>${i === 3 ? `<figure data-spacefinder-role="richLink" class="dcr-7"><x-island name="RichLinkComponent"><div data-component="rich-link"><a href="/r">${B[0]}</a></div></x-island></figure>` : i === 6 ? `<figure class="dcr-8"><x-island name="EmailSignUpWrapper"><aside aria-label="newsletter promotion"><p>Sign up to Morning Tide</p><p>Our morning email breaks down the key stories of the day</p><span>Privacy Notice: Newsletters may contain info about charities.</span></aside></x-island></figure>` : ''}`).join('')}</div></div><div class="dcr-9"><p>Explore more on these topics</p><ul><li><a href="/t">Coast</a></li><li><a href="/t">Ferries</a></li></ul></div></div></section></main><aside><h2>Most viewed</h2>${li(1, 5, (a) => `<li>${a}</li>`)}</aside>${foot}</body></html>`,
    bad: [
      'Morning Tide',
      'Our morning email',
      'Privacy Notice',
      'Explore more',
      ...B.slice(0, 6),
      'latest updates',
    ],
    date: '2034-04-18',
    by: 'Ada Lunn',
  },
  cited: {
    html: `${head(ld({ '@type': 'NewsArticle', headline: 'Assembly extends ferry subsidy', datePublished: '2034-04-18T21:02:11.000Z', author: [{ '@type': 'Person', name: 'Ada Lunn' }], publisher: { '@type': 'NewsMediaOrganization', name: 'Coast News' } }))}<body class="layout layout-with-rail"><div class="header__wrapper">${nav}</div><section class="layout__wrapper"><div class="headline headline--has-lowertext"><div class="headline__wrapper"><h1 class="headline__text inline-placeholder page-headline-text">${H}</h1></div><div class="headline__footer"><div class="byline page-byline"><div class="byline__names">By <span class="byline__name">Ada Lunn</span>, The Coast</div></div><div class="headline__sub-text"><div class="timestamp page-timestamp">Updated 9:02 PM EDT, Tue April 18, 2034</div></div></div></div><section class="layout__main"><article class="article"><section class="body tabcontent active"><main class="article__main"><div class="article__content-container"><div class="article__content" itemprop="articleBody"><cite class="source__cite"><span class="source__location">Sannow</span><span class="source__text">Coast News</span> —</cite>${S.map((s, i) => `<p class="paragraph inline-placeholder page-paragraph" data-component-name="paragraph">${s}</p>${i === 4 ? `<div class="related-content related-content--article"><p class="related-content__label">Related article</p><a class="related-content__link" href="/r"><div class="related-content__headline">${B[1]}</div></a></div><div class="ad-slot-dynamic"><div class="ad-feedback__modal">Ad Feedback</div></div>` : ''}`).join('')}</div></div></main></section></article></section></section><div class="zone__items">${li(0, 6, (a) => `<div class="card"><span class="container__headline">${a}</span></div>`)}</div>${foot}</body></html>`,
    bad: ['Ad Feedback', 'Related article', ...B.slice(0, 6)],
    date: '2034-04-18',
    by: 'Ada Lunn',
  },
  wire: {
    html: `${head(ld({ '@graph': [{ '@type': 'NewsArticle', headline: H, datePublished: '2034-04-18T21:02:11Z', author: { '@type': 'Person', name: 'ADA LUNN' }, publisher: { '@type': 'Organization', name: 'Quillwire' } }] }))}<body class="Page-body"><x-header>${nav}</x-header><div class="Page-content"><main class="Page-main"><h1 class="Page-headline">${H}</h1><div class="Page-lead"><figure><img><figcaption><p>The quay at Sannow, Tuesday, April 18, 2034. (Quillwire/Bea Holt)</p></figcaption></figure></div><div class="Page-storyBody"><div class="Page-byline"><div class="Page-authors">By <a class="Link" href="/a">ADA LUNN</a></div><div class="Page-dateModified"><span>Updated 5:02 PM EDT, April 18, 2034</span></div></div><div class="RichTextStoryBody RichTextBody">${S.map((s, i) => `<p>${i === 0 ? 'SANNOW (Quillwire) — ' : ''}${s}</p>${i === 2 ? `<div class="SovrnAd Advertisement"><div></div></div><div class="Enhancement"><div class="PageListEnhancementGeneric"><h3>RELATED COVERAGE</h3><ul>${li(2, 3, (a) => `<li>${a}</li>`)}</ul></div></div>` : ''}`).join('')}<div class="Enhancement"><div class="HtmlModule"><hr></div></div></div></div></main></div><x-list-loadmore><h2>Most read</h2>${li(4, 4, (a) => `<div class="PagePromo"><h3>${a}</h3></div>`)}</x-list-loadmore>${foot}</body></html>`,
    bad: ['RELATED COVERAGE', ...B.slice(2)],
    date: '2034-04-18',
    by: 'ADA LUNN',
  },
  twiceTold: {
    html: `${head()}<body><main id="main-content-area"><header class="article-header"><h1>${H}</h1><p class="article__subhead"><em>The deal ends a dispute that split the coalition.</em></p></header><figure class="article-featured-image"><img><figcaption>The quay at Sannow on Tuesday [Bea Holt/The Coast]</figcaption></figure><div class="article-info-block"><div class="article-dates"><div class="date-simple"><span class="screen-reader-text">Published On 18 Apr 2034</span><span aria-hidden="true">18 Apr 2034</span></div></div></div><div class="wysiwyg wysiwyg--all-content" aria-live="polite">${S.slice(
      0,
      4,
    )
      .map((s) => `<p>${s}</p>`)
      .join(
        '',
      )}<div class="more-on"><h2 class="more-on__heading">Recommended Stories</h2><span class="screen-reader-text">list of 3 items</span><ul class="more-on__list">${li(0, 3, (a) => `<li class="more-on__item"><span class="screen-reader-text">list 1 of 3</span>${a}</li>`)}</ul></div><div class="container--ads"><span>Advertisement</span></div>${S.slice(
      4,
    )
      .map((s) => `<p>${s}</p>`)
      .join(
        '',
      )}</div><div class="article-source"><div class="article-b-l">Source: <span>The Coast and news agencies</span></div></div></main><aside class="article-trending-articles"><h2>Popular</h2>${li(3, 4, (a) => `<li>${a}</li>`)}</aside>${foot}</body></html>`,
    bad: ['Recommended Stories', 'list of 3', 'Advertisement', ...B.slice(0, 7)],
    date: '2034-04-18',
  },
  promos: {
    html: `${head(`<meta name="dc.date" scheme="dcterms.ISO8601" content="2034-04-18T17:02:11-04:00"><meta name="dc.creator" content="Ada Lunn">`)}<body class="coast article-single"><div class="site-header">${nav}</div><div class="page-content"><div class="row full"><main class="main-content"><article class="article-wrap"><header class="article-header"><div class="eyebrow"><a href="/c">Coast</a></div><h1 class="headline speakable">${H}</h1><h2 class="sub-headline speakable">The deal ends a dispute that split the coalition</h2><div class="author-byline">By <span><a href="/p">Ada Lunn</a></span> <span class="article-source">The Coast</span></div><div class="article-date">Published <time>April 18, 2034 5:02pm EDT</time></div></header><div class="article-content-wrap sticky-columns"><div class="article-content"><div class="article-body"><div class="featured featured-video video-ct"><div class="info"><div class="caption"><h4 class="title">WATCH: assembly erupts in shouts</h4><p>Hana Weil speaks on the coast desk.</p></div></div></div>${S.map((s, i) => `<p class="speakable">${s}</p>${i % 3 === 1 ? `<p><a href="/r${i}"><strong>${(B[i % 8] ?? '').toUpperCase()}</strong></a></p>` : ''}`).join('')}<p><a href="/app"><strong><u>CLICK HERE TO GET THE COAST NEWS APP</u></strong></a></p><div class="article-meta"><div class="author-bio"><p>Ada Lunn is a reporter for The Coast.</p></div></div></div></div></div></article></main><div class="sidebar"><h3>Trending</h3>${li(0, 5, (a) => `<li>${a}</li>`)}</div></div></div>${foot}</body></html>`,
    bad: ['CLICK HERE', 'FERRY BREAKS', 'OLD MILL', 'WHY THE', ...B.slice(0, 5), 'is a reporter for'],
    date: '2034-04-18',
    by: 'Ada Lunn',
  },
  builder: {
    html: `${head(
      ld({
        '@graph': [
          { '@type': 'WebPage', name: H, datePublished: '2034-04-18T21:02:11+00:00' },
          { '@type': 'Person', name: 'Ada Lunn', '@id': '#p' },
          {
            '@type': 'Article',
            headline: H,
            datePublished: '2034-04-18T21:02:11+00:00',
            author: { name: 'Ada Lunn', '@id': '#p' },
          },
        ],
      }),
    )}<body class="post-template-default single elementor-default elementor-page"><div class="elementor elementor-location-header"><div class="elementor-widget elementor-widget-nav-menu">${nav}</div></div><div class="elementor elementor-location-single post-9 post type-post category-news tag-ferry"><div class="elementor-widget elementor-widget-theme-post-title"><div class="elementor-widget-container"><h1 class="elementor-heading-title">${H}</h1></div></div><div class="elementor-widget elementor-widget-post-info"><ul><li><span class="elementor-icon-list-text elementor-post-info__item--type-date"><time>April 18, 2034</time></span></li></ul></div>${[
      0, 3, 6, 9,
    ]
      .map(
        (f) =>
          `<div class="elementor-section"><div class="elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container">${S.slice(
            f,
            f + 3,
          )
            .map((s) => `<p>${s}</p>`)
            .join('')}</div></div></div>`,
      )
      .join(
        '',
      )}<div class="elementor-widget elementor-widget-share-buttons"><span>Share</span></div><div class="elementor-widget elementor-widget-posts"><h3>Related posts</h3>${li(0, 4, (a) => `<article class="elementor-post"><h4>${a}</h4><div class="elementor-post__excerpt"><p>A line of what it is about and no more.</p></div></article>`)}</div></div>${foot}</body></html>`,
    bad: ['Related posts', 'A line of what', ...B.slice(0, 4)],
    date: '2034-04-18',
    by: 'Ada Lunn',
  },
  dateformat: {
    html: `${head()}<body><div class="container"><div class="news-header"><div class="news-header__date"><dateformat time="2028917131" mode="abs"></dateformat>18 Apr 2034, 21:02</div><h1 class="news-header__title">${H}</h1><div class="news-header__lead">The deal ends a dispute that split the coalition</div></div><div class="text-content"><div class="text-include"><div class="text-block">${S.map((s, i) => `<p>${i === 0 ? 'SANNOW, April 18. /Quillwire/. ' : ''}${s}</p>`).join('')}</div></div></div><div class="tags"><a href="/t">Ferries</a></div><div class="news-list"><h3>Read also</h3>${li(0, 5, (a) => `<div>${a}</div>`)}</div></div>${foot}</body></html>`,
    bad: ['Read also', ...B.slice(0, 5)],
    date: '2034-04-18',
  },
  letter: {
    html: `${head(ld({ '@type': 'NewsArticle', headline: H, datePublished: '2034-04-18T21:02:11+00:00', author: [{ '@type': 'Person', name: 'Ada Lunn' }] }))}<body><div id="entry"><div id="main"><div class="main-menu">${nav}</div><div class="single-post-container"><div class="container"><div class="single-post"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title published">${H}</h1><h3 class="subtitle">The deal ends a dispute that split the coalition</h3><div class="byline-wrapper"><a href="/@a">Ada Lunn</a><div>Apr 18, 2034</div></div></div><div class="available-content"><div class="body markup">${S.slice(
      0,
      5,
    )
      .map((s) => `<p>${s}</p>`)
      .join(
        '',
      )}<div class="subscription-widget-wrap"><div class="subscription-widget show-subscribe"><div class="preamble"><p>Coast Letter is a reader-supported publication. To receive new posts and support my work, consider becoming a subscriber.</p></div></div></div>${S.slice(
      5,
    )
      .map((s) => `<p>${s}</p>`)
      .join(
        '',
      )}<p class="button-wrapper"><a class="button primary" href="/s"><span>Subscribe now</span></a></p></div></div></article></div></div></div></div></div></body></html>`,
    bad: ['reader-supported', 'Subscribe now'],
    date: '2034-04-18',
    by: 'Ada Lunn',
  },
  ministry: {
    html: `<!doctype html><html lang="en"><head><title>${H} - Coast Government</title><meta name="gov:first-published-at" content="2034-04-18T21:02:11+00:00"><meta name="gov:updated-at" content="2034-04-19T10:00:00+00:00"></head><body class="gov-template__body"><header class="gov-header"><a href="/">Coast Government</a></header><div class="gov-breadcrumbs"><ol><li><a href="/">Home</a></li></ol></div><main id="content"><div class="gem-c-heading"><span class="gov-caption-xl">Press release</span><h1 class="gem-c-heading__text">${H}</h1></div><p class="gem-c-lead-paragraph">The deal ends a dispute that split the coalition.</p><div class="gem-c-metadata"><dl><dt>From:</dt><dd><a href="/m">Ministry of Transport</a></dd><dt>Published</dt><dd>18 April 2034</dd></dl></div><div class="gem-c-govspeak gov-govspeak"><div class="govspeak">${S.map((s) => `<p>${s}</p>`).join('')}<h2 id="notes">Notes to editors</h2><ol><li>The act was passed in 2021.</li></ol></div></div><div class="gem-c-share-links"><h2>Share this page</h2><ul><li><a href="f">Share on Facebook (opens in new tab)</a></li></ul></div></main><div class="gem-c-contextual-sidebar"><h2>Related content</h2><ul>${li(0, 3, (a) => `<li>${a}</li>`)}</ul></div><div class="gem-c-feedback"><h2>Is this page useful?</h2></div></body></html>`,
    bad: ['Share this page', 'Related content', 'Is this page', ...B.slice(0, 3)],
    date: '2034-04-18',
  },
  notes: {
    html: `<!DOCTYPE html><html><head><title>Coast notes: ${H}</title></head><body><div class="content"><div class="header"><h1 class="title"><a href="/">Coast notes</a></h1><p class="description"><span>Notes from the coast</span></p></div><div class="main"><div class="date-outer"><h2 class="date-header"><span>Tuesday, April 18, 2034</span></h2><div class="date-posts"><div class="post-outer"><div class="post hentry"><h3 class="post-title entry-title">${H}</h3><div class="post-body entry-content">${S.join('<br /><br />\n')}<div style="clear: both;"></div></div><div class="post-footer"><span class="post-author vcard">Posted by <span class="fn">Ada Lunn</span></span> at <abbr class="published" title="2034-04-18T14:02:00-07:00">2:02 PM</abbr><span class="post-labels">Labels: <a href="/l">ferries</a></span></div></div><div class="comments"><h4>2 comments:</h4><p>What nonsense, the boats are on time every single day of the year and I take them.</p></div></div></div></div></div><div class="column-right-outer"><div class="sidebar"><h2>Blog Archive</h2><ul>${li(0, 6, (a) => `<li>${a}</li>`)}</ul></div></div></div></body></html>`,
    bad: ['What nonsense', 'Labels', ...B.slice(0, 6)],
    date: '2034-04-18',
  },
  boxes: {
    html: `${head()}<body><main><article><h1>${H}</h1><div class="meta"><span class="author">Ada Lunn</span> | <span class="date">18/04/2034 21:02 GMT</span></div><div class="c-article__body">${S.map((s, i) => `<p>${s}</p>${i === 2 ? `<div class="c-box"><div class="c-box__title">What is the subsidy?</div><p>It pays a third of each ticket on the island routes and was brought in after the crossing closed in 2020.</p></div>` : i === 7 ? `<blockquote class="instagram-media"><p>View this post on Instagram</p></blockquote><ul class="c-links"><li><a href="/1">${B[0]}</a></li><li><a href="/2">${B[1]}</a></li></ul>` : ''}`).join('')}</div></article></main>${foot}</body></html>`,
    bad: ['View this post', ...B.slice(0, 2)],
    date: '2034-04-18',
  },
  brief: {
    html: `${head(`<meta property="article:published_time" content="2034-04-18T21:02:11+01:00">`)}<body>${nav}<main><article class="brief"><h1>${H}</h1><div class="txt"><p>${S[0]}</p><p>${S[2]}</p></div></article><section class="grid">${li(0, 8, (a) => `<div class="tile"><h2>${a}</h2></div>`)}</section></main>${foot}</body></html>`,
    lost: [...S.slice(0, 1), ...S.slice(2, 3)],
    bad: B,
    date: '2034-04-18',
  },

  interview: {
    html: `${head()}<body>${nav}<div class="article"><h1>${H}</h1><div class="article__text">${S.slice(0, 8)
      .map((s, i) => (i % 2 ? `<p>${s}</p>` : `<p><strong>${Q[i / 2]}</strong></p><p>${s}</p>`))
      .join('')}</div></div>${foot}</body></html>`,
    lost: [...S.slice(0, 8), ...Q],
    bad: [],
  },
  table: {
    html: `${head()}<body>${nav}<article><h1>${H}</h1>${S.slice(0, 5)
      .map((s) => `<p>${s}</p>`)
      .join(
        '',
      )}<table class="data"><thead><tr><th>Route</th><th>Subsidy</th></tr></thead><tbody>${[1, 2, 3, 4].map((n) => `<tr><td>Route ${n}</td><td>${n} million</td></tr>`).join('')}</tbody></table>${S.slice(
      5,
    )
      .map((s) => `<p>${s}</p>`)
      .join('')}</article>${foot}</body></html>`,
    bad: [],
  },
  comments: {
    html: `${head()}<body>${nav}<div id="wrap"><div class="post"><h1>${H}</h1><div class="post-body">${S.slice(
      0,
      5,
    )
      .map((s) => `<p>${s}</p>`)
      .join(
        '',
      )}</div></div><div id="disqus_thread" class="comments">${Array.from({ length: 30 }, (_, i) => `<div class="comment"><span class="author">Reader ${i}</span><p>I think that this is the ${i}th time that they have done this to us, and I will not vote for any of them again, ever, as long as I live here.</p></div>`).join('')}</div></div>${foot}</body></html>`,
    lost: S.slice(0, 5),
    bad: ['I think that this'],
  },
  shorts: {
    html: `${head()}<body>${nav}<main><h1>${H}</h1><div class="story-body">${SHORT.map((s) => `<p>${s}</p>`).join('')}</div><div class="more-stories">${li(0, 6, (a) => `<div><h3>${a}</h3></div>`)}</div></main>${foot}</body></html>`,
    lost: SHORT,
    bad: B.slice(0, 6),
  },
  opinion: {
    html: `${head()}<body class="section-comment">${nav}<article class="comment opinion-piece"><h1>${H}</h1><p class="byline">Ada Lunn</p><div class="comment-article-text">${S.map((s) => `<p>${s}</p>`).join('')}</div></article><div class="comment-promos">${li(0, 5, (a) => `<h4>${a}</h4>`)}</div>${foot}</body></html>`,
    bad: B.slice(0, 5),
  },
  megamenu: {
    html: `${head()}<body><nav><ul>${Array.from({ length: 200 }, (_, i) => `<li><a href="/s${i}">Section ${i} of the site</a></li>`).join('')}</ul></nav><div class="mega">${Array.from({ length: 60 }, (_, i) => `<div class="col"><a href="/m${i}">Menu item ${i}</a></div>`).join('')}</div><h1>${H}</h1><div>${S.slice(
      0,
      3,
    )
      .map((s) => `<p>${s}</p>`)
      .join('')}</div>${foot}</body></html>`,
    lost: S.slice(0, 3),
    bad: ['Section 1 of', 'Menu item'],
  },
  sections: {
    html: `${head()}<body>${nav}<main><h1>${H}</h1>${[0, 3, 6, 9]
      .map(
        (f, k) =>
          `<section class="part"><h2>Part ${k + 1}: the ferries</h2>${S.slice(f, f + 3)
            .map((s) => `<p>${s}</p>`)
            .join('')}</section>`,
      )
      .join(
        '',
      )}</main><section class="promo-list">${li(0, 8, (a) => `<div>${a}</div>`)}</section>${foot}</body></html>`,
    lost: [...S, 'Part 1: the ferries', 'Part 4: the ferries'],
    bad: B,
  },
  bullets: {
    html: `${head()}<body>${nav}<article><h1>${H}</h1><ul class="key-points"><li>Assembly votes for another year of subsidies</li><li>Opposition walks out before the vote</li></ul>${S.map((s) => `<p>${s}</p>`).join('')}<ol><li>First reading: March 3</li><li>Second reading: April 18</li><li>Final reading: May 12</li></ol></article>${foot}</body></html>`,
    lost: [...S, 'Assembly votes for another year of subsidies', 'Final reading: May 12'],
    bad: [],
  },
  liveentries: {
    html: `${head(ld({ '@type': 'LiveBlogPosting', headline: H, datePublished: '2034-04-18T08:00:00Z' }))}<body>${nav}<main><h1>${H}</h1><div class="key-events"><h2>Key events</h2><ol><li><a href="#1">Vote begins</a></li><li><a href="#2">Opposition walks out</a></li></ol></div><div class="liveblog">${S.map((s, i) => `<div class="liveblog-post" id="p${i}"><div class="post-head"><time datetime="2034-04-18T1${i % 10}:00:00Z">1${i % 10}:00</time><span class="post-author">Ada Lunn</span></div><h3>Update ${i}: what is known</h3><div class="post-body"><p>${s}</p></div><div class="post-share"><a href="f">Share</a></div></div>`).join('')}</div></main>${foot}</body></html>`,
    bad: ['Share'],
    date: '2034-04-18',
  },
  divsoup: {
    html: `${head()}<body><div><div>${B.map((b) => `<div><a href="/x">${b}</a></div>`).join('')}</div><div><div>${H}</div><div>By Ada Lunn</div><div>18 April 2034</div>${S.map((s) => `<div>${s}</div>`).join('')}</div><div>${B.map((b) => `<div><a href="/y">${b}</a></div>`).join('')}</div></div></body></html>`,
    bad: B,
    date: '2034-04-18',
    by: 'Ada Lunn',
  },
  consent: {
    html: `${head()}<body><div class="fc-consent-root"><div class="fc-dialog"><h1>The Coast asks for your consent to use your personal data to:</h1><p>Your personal data will be processed and information from your device may be stored by, accessed by and shared with 140 partners, or used specifically by this site.</p><p>Some vendors may process your personal data on the basis of legitimate interest, which you can object to by managing your options below.</p></div></div>${nav}<article><h1>${H}</h1>${S.slice(
      0,
      4,
    )
      .map((s) => `<p>${s}</p>`)
      .join('')}</article>${foot}</body></html>`,
    lost: S.slice(0, 4),
    bad: ['Your personal data', 'Some vendors'],
  },
};
