import { esc, links, OTHERS } from '../html.ts';
import type { MadePage, Story } from '../story.ts';

/** A page of 1999: tables in tables, upper-case tags, fonts, paragraphs parted by two line breaks, no metadata at all. */
export function tables(story: Story): MadePage {
  const { headline, byline, outlet, printed, parts } = story;
  const text = parts
    .flatMap((part) =>
      part.kind === 'list'
        ? part.items.map((item) => `- ${esc(item)}`)
        : part.kind === 'h'
          ? [`<B>${esc(part.text)}</B>`]
          : [esc(part.text)],
    )
    .join('<BR>\n<BR>\n');
  return {
    boilerplate: [...OTHERS.slice(0, 5), 'Copyright 2034, all rights reserved', 'Search the archive'],
    html: `<HTML><HEAD><TITLE>${esc(outlet)} - ${esc(headline)}</TITLE></HEAD>
<BODY BGCOLOR=#FFFFFF TEXT=#000000>
<TABLE WIDTH=760 BORDER=0 CELLPADDING=0><TR><TD COLSPAN=3><FONT SIZE=5><A HREF="/">${esc(outlet)}</A></FONT></TD></TR>
<TR><TD WIDTH=120 VALIGN=TOP BGCOLOR=#EEEEEE>${links(OTHERS.slice(0, 5), (link) => `<FONT SIZE=1>${link}</FONT><BR>`)}
<FORM ACTION=/s><FONT SIZE=1>Search the archive</FONT><INPUT NAME=q></FORM></TD>
<TD WIDTH=10>&nbsp;</TD>
<TD WIDTH=630 VALIGN=TOP><H1><FONT FACE=Arial>${esc(headline)}</FONT></H1>
<FONT SIZE=2><I>By ${esc(byline)}</I><BR>${printed}</FONT><P>
<TABLE WIDTH=600><TR><TD><FONT FACE="Times">
${text}
</FONT></TD></TR></TABLE>
</TD></TR></TABLE>
<HR><CENTER><FONT SIZE=1>Copyright 2034, all rights reserved</FONT></CENTER>
</BODY></HTML>`,
  };
}
