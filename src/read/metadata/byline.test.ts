import { describe, expect, test } from 'vitest';
import { FILLER } from '../../../test/pages/filler.ts';
import { reading } from '../../../test/pages/read.ts';
import { namesIn } from './author-names.ts';

const page = (above: string, head = '') =>
  `<!doctype html><html lang="en"><head>${head}</head><body><main><h1>Brackmoor closes its lock</h1>${above}<article>${FILLER}</article></main></body></html>`;
const bylineOf = (above: string, head = '') => reading(page(above, head)).report.byline;

test.each([
  ['By Ada Lunn', 'Ada Lunn'],
  ['By Ada Lunn and Bo Reyes', 'Ada Lunn and Bo Reyes'],
  ['By Ada Lunn Senior Political Correspondent', 'Ada Lunn'],
  ['By Ada Lunn Energy reporter', 'Ada Lunn'],
  ['By Ada Lunn and Bo Reyes Transport correspondents', 'Ada Lunn and Bo Reyes'],
  ['By Ada Lunn in Cedar Bend', 'Ada Lunn'],
  ['By Ada Lunn in Cedar Bend and Bo Reyes in Port Sarai 11 April 2031', 'Ada Lunn and Bo Reyes'],
  ['By Ada Lunn for the Courier', 'Ada Lunn'],
  ['By Ada Lunn Jr. Follow', 'Ada Lunn Jr.'],
  ['Text: Ada Lunn', 'Ada Lunn'],
  ['By ADA LUNN and BO REYES The Sannow Courier', 'ADA LUNN and BO REYES'],
  ['By The Sannow Courier', 'The Sannow Courier'],
  ['Reporter: Ada Lunn | Saturday 25 May 2031', 'Ada Lunn'],
  ['Live reporting by Ada Lunn and Bo Reyes', 'Ada Lunn and Bo Reyes'],
  ['By Ada Lunn and Bo Reyes, environment team', 'Ada Lunn and Bo Reyes'],
  ['By Ada Lunn, West Correspondent', 'Ada Lunn'],
  ['By Ada Lunn, for the Independent', 'Ada Lunn'],
  ['By Ada Lunn at Mill Field', 'Ada Lunn'],
  ['By Ada Lunn Pictures: Joe Mann', 'Ada Lunn'],
  ['By Ada Lunn 03/04/2031', 'Ada Lunn'],
  ['From Ada Lunn in Vessel Bay', 'Ada Lunn'],
  ['By Ada Lunn | Metro desk', 'Ada Lunn'],
  ['By Ada Lunn March 18 at 7:12 PM', 'Ada Lunn'],
  ['By Ada Mufson March 18', 'Ada Mufson'],
  ['By Ada Lunn Published 4 May 2031', 'Ada Lunn'],
  ['By Ada Lunn @adalunn', 'Ada Lunn'],
  ['By Ada van der Lunn', 'Ada van der Lunn'],
  ['By Ada Lunn, Quillwire June 28th, 2031', 'Ada Lunn, Quillwire'],
  ['Tilly Marchetti 18th January 2031', 'Tilly Marchetti'],
  ['QUILLWIRE 19 NOV 2031', 'QUILLWIRE'],
  ['Maeve O&#8217;Dwyer —', 'Maeve O’Dwyer'],
  ['Updated 4 May 2031', ''],
])('the names of "%s" are "%s"', (line, names) => {
  expect(namesIn(line)).toBe(names);
});

describe('a byline', () => {
  test.each([
    [
      'in pieces that style parts',
      '<div><span>By</span><span>Ada Lunn</span><span>Staff Writer</span></div>',
    ],
    [
      'in a box of its own',
      '<div class="authorInfo"><ul><li itemprop="author" itemscope><span>by </span><a rel="author" href="/profiles/ada"><span itemprop="name">Ada Lunn</span></a> <time>4 May 2031</time></li></ul></div>',
    ],
    ['before the outlet', '<p>By <a href="/staff/ada">Ada Lunn</a> The Brackmoor Courier</p>'],
    ['behind the day', '<p>Posted on Monday, 24th April 2031 by Ada Lunn</p>'],
    ['behind the place', '<div>Lindhafen, 27.10.2031 · 14:35 · by Ada Lunn</div>'],
    ['that is a link without "By"', '<div><a href="/staff/1/ada-lunn/">Ada Lunn</a></div>'],
    [
      'by a mark of contributors',
      '<div class="contributors"><span>From <b>Ada Lunn</b> in Vessel Bay</span></div>',
    ],
    ['marked by its link', '<a rel="author" href="/by/ada">Ada Lunn</a>'],
  ])('%s', (_, above) => {
    expect(bylineOf(above)).toBe('Ada Lunn');
  });

  test('of two is as printed', () => {
    const above =
      '<div class="byline">By <a href="/people/ada">Ada Lunn</a> and <a href="/people/bo">Bo Reyes</a></div>';
    expect(bylineOf(above)).toBe('Ada Lunn and Bo Reyes');
  });

  test('in small letters may have a date behind it', () => {
    expect(bylineOf('<div>by Ada Lunn, 9 December 2031</div>')).toBe('Ada Lunn');
  });

  test('of a list has the names without what they write of, and no line of the list is of the text', () => {
    const above =
      '<ul class="authors"><li><a href="/u/1">Ada Lunn</a><span>Investigations</span></li><li><a href="/u/2">Bo Reyes</a><span>Data</span></li></ul>';
    const { report } = reading(page(above));
    expect(report.byline).toBe('Ada Lunn, Bo Reyes');
    expect(report.text).not.toMatch(/Investigations|Reyes/);
  });

  test('below the text of a post is one', () => {
    const below =
      '<div class="post-footer"><span class="post-author vcard">Posted by <span class="fn">Ada Lunn</span></span></div>';
    expect(reading(page('').replace('</article>', `</article>${below}`)).report.byline).toBe('Ada Lunn');
  });

  test('of a teaser is none', () => {
    const card =
      '<div class="card"><a href="/1">Who stole the weathercock?</a><span class="card-author">By Cato Vine</span></div>';
    expect(reading(page('').replace('</article>', `</article><div>${card}</div>`)).report.byline).toBeNull();
  });

  test('is the outlet only where nobody else is told', () => {
    const head =
      '<meta property="og:site_name" content="Continental Wire"><meta name="author" content="Continental Wire">';
    expect(bylineOf('<div class="contributors">Ada Lunn</div>', head)).toBe('Ada Lunn');
    expect(bylineOf('', head)).toBe('Continental Wire');
  });

  test('is no sentence that begins with "By"', () => {
    expect(
      bylineOf('<p>By Monday noon the lake had fallen by 1.4 metres, the water board said.</p>'),
    ).toBeNull();
  });

  test('is not of a work that is cited', () => {
    const cited =
      '<div itemprop="citation" itemscope itemtype="https://schema.org/ScholarlyArticle"><meta itemprop="author" content="Cato Vine"></div>';
    expect(bylineOf(`${cited}<p>By Ada Lunn</p>`)).toBe('Ada Lunn');
    expect(bylineOf(cited)).toBeNull();
  });

  test('told to machines is free of references', () => {
    expect(bylineOf('', '<meta name="author" content="&amp;nbsp;Siobh&amp;aacute;n O&amp;#8217;Rell">')).toBe(
      'Siobhán O’Rell',
    );
  });
});

test.each([
  [
    'whose names alone are links',
    '<div>By <a href="/staff/a">Ada Lunn</a>, Chief Political Correspondent @ada, and <a href="/staff/b">Bo Reyes</a>, Statehouse Bureau, in Pine Harbor</div>',
    'Ada Lunn, Bo Reyes',
  ],
  [
    'in boxes of their own',
    '<div class="authors"><div class="author"><span>By</span><a href="/by/ada">Ada Lunn</a><span>Science editor</span></div><div class="author"><a href="/by/bo">Bo Reyes</a><span>in Lowmoor</span></div></div>',
    'Ada Lunn, Bo Reyes',
  ],
])('all of several authors are named %s', (_, above, byline) => {
  expect(bylineOf(above)).toBe(byline);
});

test('machines that are told of the first of several authors are not told of all', () => {
  const head =
    '<meta name="parsely-author" content="Ada Lunn"><meta name="parsely-author" content="Bo Reyes">';
  expect(bylineOf('<p>By Ada Lunn, Bo Reyes</p>', head)).toBe('Ada Lunn, Bo Reyes');
});

test.each([
  [
    'in lines of their own',
    '<div><div class="p"><span>By Ada Lunn</span><br><span>Senior Transport Correspondent</span></div><div class="p"><span>By Bo Reyes</span><br><span>North Desk, Nantmere</span></div></div>',
    'Ada Lunn, Bo Reyes',
  ],
  [
    'alone beside the day',
    '<div><span>Ada Lunn</span> <span>Published on Thursday 2 May 2034</span></div>',
    'Ada Lunn',
  ],
  [
    'beside an office and the day',
    '<div><span>Ada Lunn</span><span>City Life Correspondent</span><span>30 September 2034</span></div>',
    'Ada Lunn',
  ],
  ['before the day in one text', '<p>Ada Lunn, 9 October 2034</p>', 'Ada Lunn'],
  ['in one line with the day', '<p>12 March 2034 | Ada Lunn</p>', 'Ada Lunn'],
  ['before a line break and the day', '<div>By: Ada Lunn<br>Posted 9:14 PM, Sep 05, 2034</div>', 'Ada Lunn'],
  [
    'as links to their reports',
    '<p><a href="/staff/a">Ada Lunn</a>, <a href="/staff/b">Bo Reyes</a></p>',
    'Ada Lunn, Bo Reyes',
  ],
  [
    'in a list of authors',
    '<ul class="authors"><li class="author">Ada Lunn, <em>Staff Writer</em></li><li class="author">Bo Reyes, <em>Outdoors Desk</em></li></ul>',
    'Ada Lunn, Bo Reyes',
  ],
  ['and not in a menu', '<nav><a href="/states">By State</a></nav><p>By Ada Lunn</p>', 'Ada Lunn'],
])('names are found %s', (_, above, byline) => {
  expect(bylineOf(above)).toBe(byline);
});

test('who looks after the site wrote nothing, and a link below does not make an author another’s', () => {
  expect(bylineOf('', '<meta name="author" content="admin">')).toBeNull();
  const html = `<!doctype html><html lang="en"><body><article><h1>Lock</h1><div class="authors"><span>Ada Lunn</span> and <span>Bo Reyes</span></div>${FILLER}<div><a href="/o">Cathedral organ silenced by moths</a></div></article></body></html>`;
  expect(reading(html).report.byline).toBe('Ada Lunn and Bo Reyes');
});
