import { links, OTHERS, plain, references } from '../html.ts';
import type { MadePage, Story } from '../story.ts';

/** A public body's page: a form around everything, references for every sign, a printed date, contacts, frames beside it. */
export function release(story: Story): MadePage {
  const { headline, standfirst, outlet, printed, parts } = story;
  return {
    boilerplate: [
      'You are here: Home > News > Releases',
      'Accessibility statement',
      ...OTHERS.slice(5, 9),
      'Print this page',
      'Feedback on this page',
    ],
    html: `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en"><head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>${references(headline)} :: ${references(outlet)}</title></head>
<body><form method="post" action="./page.aspx" id="aspnetForm"><div><input type="hidden" name="__VIEWSTATE" value="AAAA" /></div>
<div id="wrapper"><div id="crumbs" class="breadcrumbs">You are here: <a href="/">Home</a> &gt; <a href="/n">News</a> &gt; <a href="/r">Releases</a></div>
<div id="leftNav"><ul>${links(OTHERS.slice(5, 9), (link) => `<li>${link}</li>`)}</ul></div>
<div id="mainColumn"><h1 id="ctl00_Title">${references(headline)}</h1>
<div class="releaseDate">Date published: ${printed}</div>
<div class="releaseTools"><a href="#print">Print this page</a></div>
<h2 class="subtitle">${references(standfirst)}</h2>
<div id="ctl00_Body" class="richtext">
${parts.map((part) => plain(part, references)).join('\r\n')}
</div>
<iframe src="/map.html"><p>Your browser has no frames.</p></iframe>
<div class="feedback"><a href="/f">Feedback on this page</a></div></div>
<div id="siteFooter" class="footer"><a href="/a">Accessibility statement</a></div></div></form></body></html>`,
  };
}
