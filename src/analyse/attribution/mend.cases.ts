/**
 * What the tagger gave and what the mends make of it: s source, c cue, k content; a number joins the parts of one
 * attribution when there are several.
 */
export const mends: readonly { readonly name: string; readonly given: string; readonly gives: string }[] = [
  {
    name: 'turns of an interview',
    given:
      'Review: Is that a forecast?\nDovic: It is arithmetic. I <c>said</c> <k>so</k>.\nReview: And the dam?\nDovic: No dam.',
    gives:
      '<s1>Review</s1><c1>:</c1> <k1>Is that a forecast?</k1>\n<s2>Dovic</s2><c2>:</c2> <k2>It is arithmetic. I <c5>said</c5> <k5>so</k5></k2>.\n<s3>Review</s3><c3>:</c3> <k3>And the dam?</k3>\n<s4>Dovic</s4><c4>:</c4> <k4>No dam</k4>.',
  },
  {
    name: 'a post is its author’s, whose name has no picture in it',
    given: 'We asked for it in 2031. Nobody came. — Orla Venn 🚢 (@orlavenn) February 2, 2034',
    gives:
      '<k>We asked for it in 2031. Nobody came.</k> <c>—</c> <s>Orla Venn</s> 🚢 (@orlavenn) February 2, 2034',
  },
  {
    name: 'a dash of any kind attributes, a bracket does not',
    given:
      '<k1>“No toll.”</k1> <c1>―</c1> <s1>Edda Vold</s1>\n<k2>“Not by us.”</k2> <c2>‒</c2> <s2>Ivo Lund</s2>\n<k3>Talks begin in May</k3> <c3>(</c3><s3>Quillwire</s3>)',
    gives:
      '<k1>“No toll.”</k1> <c1>―</c1> <s1>Edda Vold</s1>\n<k2>“Not by us.”</k2> <c2>‒</c2> <s2>Ivo Lund</s2>\nTalks begin in May (Quillwire)',
  },
  {
    name: 'who is asked within a quotation that goes on does not speak it',
    given:
      '<k1>“I like the pier,”</k1> <s1>Ivo Lund</s1> <c1>said</c1>.\n<k2>“I always have.</k2>\n“We had <s3>people at the door</s3> <c3>asking</c3> <k3>whether it was for sale</k3>.”',
    gives:
      '<k1>“I like the pier,”</k1> <s1>Ivo Lund</s1> <c1>said</c1>.\n<k2>“I always have.</k2>\n<k2>“We had <s3>people at the door</s3> <c3>asking</c3> <k3>whether it was for sale</k3>.”</k2>',
  },
  {
    name: 'labels with offices, remarks and brackets',
    given:
      'ANNA RIST, PILOT: Nobody slept.\nBRUNN: And then?\nRIST (on phone): We rowed.\n(UNIDENTIFIED MALE): No.',
    gives:
      '<s1>ANNA RIST, PILOT</s1><c1>:</c1> <k1>Nobody slept</k1>.\n<s2>BRUNN</s2><c2>:</c2> <k2>And then?</k2>\n<s3>RIST</s3> (on phone)<c3>:</c3> <k3>We rowed</k3>.\n(<s4>UNIDENTIFIED MALE</s4>)<c4>:</c4> <k4>No</k4>.',
  },
  {
    name: 'turns that dashes open',
    given:
      '— Why row? — asks our reporter.\n— Somebody had to, — says Josip Marn. — Nobody did.\n— And then?',
    gives:
      '— <k1>Why row?</k1> — <c1>asks</c1> <s1>our reporter</s1>.\n— <k2>Somebody had to</k2>, — <c2>says</c2> <s2>Josip Marn</s2>. — <k2>Nobody did</k2>.\n— <k3>And then?</k3>',
  },
  {
    name: 'an interview without labels',
    given:
      'Edda Bream met us.\nDo you row?\nI do. My father <c>said</c> <k>so</k>.\nEvery day.\nWill you stay?\nWe will.\nWhere will you go?\nI do not know.',
    gives:
      'Edda Bream met us.\n<k1>Do you row?</k1>\n<k2>I do. My father <c7>said</c7> <k7>so</k7></k2>.\n<k2>Every day</k2>.\n<k3>Will you stay?</k3>\n<k4>We will</k4>.\n<k5>Where will you go?</k5>\n<k6>I do not know</k6>.',
  },
  {
    name: 'questions that a report asks are no interview',
    given: 'Is the pier safe?\nThe council is not sure.\nWho pays?\nThe town does.\nAnd when?\nNobody knows.',
    gives: 'Is the pier safe?\nThe council is not sure.\nWho pays?\nThe town does.\nAnd when?\nNobody knows.',
  },
  {
    name: 'whom a medium cites says it',
    given:
      '<k1>Fuel sales are limited</k1>, <s1>the agency Norne</s1> <c1>reports</c1>, <c2>citing</c2> <k2>minister Kasimir Toll</k2>.',
    gives:
      '<k1><k2>Fuel sales are limited</k2></k1>, <s1>the agency Norne</s1> <c1>reports</c1>, <c2>citing</c2> <s2>minister Kasimir Toll</s2>.',
  },
  {
    name: 'a reason that is cited is nobody',
    given: '<s>The ferry line</s> <c>said</c> <k>it would stop sailing</k>, citing the cold.',
    gives: '<s>The ferry line</s> <c>said</c> <k>it would stop sailing</k>, citing the cold.',
  },
  {
    name: 'labels that do not come again are no talk',
    given: 'Sannow: rain until noon.\nOrsk: dry.\nQuill: gales.',
    gives: 'Sannow: rain until noon.\nOrsk: dry.\nQuill: gales.',
  },
  {
    name: 'a firm in apposition does not speak, its lawyer does',
    given: 'A lawyer for the firm, <s>Tesk Haulage</s>, <c>denied</c> <k>that anyone was hurt</k>.',
    gives: '<s>A lawyer for the firm, Tesk Haulage</s>, <c>denied</c> <k>that anyone was hurt</k>.',
  },
  {
    name: 'a clause before the source is no part of it',
    given: 'After a long day at the pier, <s>Tesk Haulage</s> <c>denied</c> <k>that anyone was hurt</k>.',
    gives: 'After a long day at the pier, <s>Tesk Haulage</s> <c>denied</c> <k>that anyone was hurt</k>.',
  },
  {
    name: 'who announced it behind the last comma, with a day',
    given: 'The drivers will walk out on Friday, union secretary Lena Ostrow announced on Monday evening.',
    gives:
      '<k>The drivers will walk out on Friday</k>, <s>union secretary Lena Ostrow</s> <c>announced</c> on Monday evening.',
  },
  {
    name: 'a clause behind the last comma that somebody did',
    given: 'The drivers will walk out on Friday, and Lena Ostrow added a day.',
    gives: 'The drivers will walk out on Friday, and Lena Ostrow added a day.',
  },
  {
    name: 'the one who is quoted as saying it says it',
    given: '<k>“No toll,”</k> it quoted Petra Lunn, a spokeswoman, as saying.',
    gives: '<k>“No toll,”</k> it <c>quoted</c> <s>Petra Lunn, a spokeswoman</s>, <c>as saying</c>.',
  },
  {
    name: 'quoted as saying, with what was said behind it',
    given: 'Selnews <c>quoted</c> <s>Vool</s> as saying <k>that there was no deal</k>.',
    gives: 'Selnews <c>quoted</c> <s>Vool</s> <c>as saying</c> <k>that there was no deal</k>.',
  },
  {
    name: 'quoted without saying is no statement of its own',
    given: 'Selnews quoted the law on tolls.',
    gives: 'Selnews quoted the law on tolls.',
  },
  {
    name: 'a dateline is no part of what is said',
    given: '<k>SANNOW, April 28 (Quillwire) – Talks will begin in May</k>, <s>Vold</s> <c>said</c>.',
    gives: 'SANNOW, April 28 (Quillwire) – <k>Talks will begin in May</k>, <s>Vold</s> <c>said</c>.',
  },
  {
    name: 'headline: who says it behind a comma',
    given: 'Toll will stay, Tarvia states via Orlan\nIt will stay.',
    gives: '<k>Toll will stay</k>, <s>Tarvia</s> <c>states</c> via Orlan\nIt will stay.',
  },
  {
    name: 'headline: says before who',
    given: '<s>Strike</s> will go ahead, <c>says</c> <k>Vask</k>\nIt will.',
    gives: '<k>Strike will go ahead</k>, <c>says</c> <s>Vask</s>\nIt will.',
  },
  {
    name: 'headline: a name before a colon that the text speaks of',
    given: 'Dovic: no dam on the river\nHana Dovic was here.',
    gives: '<s>Dovic</s><c>:</c> <k>no dam on the river</k>\nHana Dovic was here.',
  },
  {
    name: 'headline: a name before a colon that the text does not speak of',
    given: 'Storm Hedda: schools are closed\nThe coast braces.',
    gives: 'Storm Hedda: schools are closed\nThe coast braces.',
  },
  {
    name: 'headline: a label before a colon',
    given: 'The Latest: Trum urges calm in Ordania\nAnna Latest said so.',
    gives: 'The Latest: Trum urges calm in Ordania\nAnna Latest said so.',
  },
  {
    name: 'headline: an office behind a dash',
    given: 'Ordania is ready for contacts – Foreign Minister\nIt is ready.',
    gives: '<k>Ordania is ready for contacts</k> <c>–</c> <s>Foreign Minister</s>\nIt is ready.',
  },
  {
    name: 'headline: an office behind a colon',
    given: 'No toll on the bridge: minister\nIt is free.',
    gives: '<k>No toll on the bridge</k><c>:</c> <s>minister</s>\nIt is free.',
  },
  {
    name: 'headline: no verb of saying behind a comma',
    given: 'After the storm, Vask opens the pier\nIt is open.',
    gives: 'After the storm, Vask opens the pier\nIt is open.',
  },
  {
    name: 'headline: a court hears',
    given: 'Treasurer took cash, court hears\nHe did.',
    gives: '<k>Treasurer took cash</k>, court <c>hears</c>\nHe did.',
  },
  {
    name: 'who stands before a colon',
    given: '09:12 Reader Petra, from Low Quay<c>:</c> <k>"My shed has left."</k>',
    gives: '09:12 <s>Reader Petra, from Low Quay</s><c>:</c> <k>"My shed has left."</k>',
  },
  {
    name: 'when it was said is no part of who',
    given: 'Nordin, after the meeting<c>:</c> <k>"Stay at home."</k>',
    gives: '<s>Nordin</s>, after the meeting<c>:</c> <k>"Stay at home."</k>',
  },
  {
    name: 'a source that the tagger gave stays',
    given: 'In the afternoon <s>Nordin</s><c>:</c> <k>"Stay at home."</k>',
    gives: 'In the afternoon <s>Nordin</s><c>:</c> <k>"Stay at home."</k>',
  },
  {
    name: 'according to X within what she added, parts exchanged',
    given:
      'She also <c1>added</c1> that, <c2>according to</c2> <s1>the centre</s1>, <k1>31 calls had come in</k1>.',
    gives:
      '<s1>She</s1> also <c1>added</c1> <k1>that, <c2>according to</c2> <s2>the centre</s2>, <k2>31 calls had come in</k2></k1>.',
  },
  {
    name: 'according to X alone stays as it is',
    given: '<c>According to</c> <s>the centre</s>, <k>31 calls had come in</k>.',
    gives: '<c>According to</c> <s>the centre</s>, <k>31 calls had come in</k>.',
  },
  {
    name: 'this was said by X',
    given: 'The line is shut. This was confirmed by the mayor of Skarn, who had seen it.',
    gives:
      'The line is shut. <k>This</k> <c>was confirmed by</c> <s>the mayor of Skarn</s>, who had seen it.',
  },
  {
    name: 'this was built by X says nothing',
    given: 'The line is shut. This was built by the mayor of Skarn.',
    gives: 'The line is shut. This was built by the mayor of Skarn.',
  },
  {
    name: 'a quotation over two paragraphs',
    given: '<s>Vold</s> <c>said</c>: <k>“The date stands.</k>\n“Nobody asked us to move it.”',
    gives: '<s>Vold</s> <c>said</c>: <k>“The date stands.</k>\n<k>“Nobody asked us to move it.”</k>',
  },
  {
    name: 'a quotation whose speaker comes with its last paragraph',
    given:
      '“The date stands and always stood.\n<k>“Nobody asked us to move it,”</k> <s>Vold</s> <c>said</c>.',
    gives:
      '<k>“The date stands and always stood.</k>\n<k>“Nobody asked us to move it,”</k> <s>Vold</s> <c>said</c>.',
  },
  {
    name: 'words that go on behind the speaker',
    given: '<k>“It was hers,”</k> <c>said</c> <s>Nora Pym</s>, 64, “and I have the letter.”',
    gives: '<k>“It was hers,”</k> <c>said</c> <s>Nora Pym</s>, 64, <k>“and I have the letter.”</k>',
  },
  {
    name: 'a quotation that nobody has',
    given: '“It is chaos out here on the bridge.” Long queues formed.',
    gives: '<k>“It is chaos out here on the bridge.”</k> Long queues formed.',
  },
  {
    name: 'a short one may be a title',
    given: 'He wrote “A Slow River” last year.',
    gives: 'He wrote “A Slow River” last year.',
  },
  {
    name: 'according to X behind words that go on: one in two pieces, and no part of what X says',
    given:
      '<k1>“We will not pay,”</k1> <s1>Mina Pell</s1> <c1>told</c1> donors, <c2>according to</c2> <s2>minutes seen by Norne</s2>. <k1>“Not now.”</k1><k2></k2>',
    gives:
      '<k1>“We will not pay,”</k1> <s1>Mina Pell</s1> <c1>told</c1> donors, <c2>according to</c2> <s2>minutes seen by Norne</s2>. <k1>“Not now.”</k1>',
  },
  {
    name: 'according to X within what she added, and her words go on in the next sentence',
    given:
      '<s1>She</s1> <c1>added</c1> <k1>that, <c2>according to</c2> <s2>the centre</s2>, <k2>31 calls had come in</k2></k1>. <k1>“They never stopped.”</k1>',
    gives:
      '<s1>She</s1> <c1>added</c1> <k1>that, <c2>according to</c2> <s2>the centre</s2>, <k2>31 calls had come in</k2></k1>. <k1>“They never stopped.”</k1>',
  },
  {
    name: 'according to a source with an abbreviation in it, which the tagger took for the content',
    given: '<c>According to</c> <k>papers of the U.S. office, the bridge is unsafe</k>.',
    gives: '<c>According to</c> <s>papers of the U.S. office</s>, <k>the bridge is unsafe</k>.',
  },
  {
    name: 'according to which: whose it is stands before',
    given: 'A notice <c>according to</c> <k>which sailings were normal</k> was wrong.',
    gives: 'A notice <c>according to</c> <k>which sailings were normal</k> was wrong.',
  },
  {
    name: 'a mark is nobody',
    given: '<k>"The state owns that</k> <s>"</s> <c>said</c> Fogel Harn.',
    gives: '<k>"The state owns that</k> " <c>said</c> Fogel Harn.',
  },
  {
    name: 'a mark before who it is is no part of the name, a nickname is',
    given: '<k>no</k> , <s>" Fogel Harn</s> <c>said</c>. <k1>no</k1>, <s1>“Big Ed” Bream</s1> <c1>said</c1>.',
    gives: '<k>no</k> , " <s>Fogel Harn</s> <c>said</c>. <k1>no</k1>, <s1>“Big Ed” Bream</s1> <c1>said</c1>.',
  },
  {
    name: 'the quotation before “quoted as saying” ends before it',
    given: '“Only walls fell, the agency quoted the governor as saying that nobody died.”',
    gives:
      '“Only walls fell, the agency <c>quoted</c> <s>the governor</s> <c>as saying</c> <k>that nobody died</k>.”',
  },
  {
    name: 'a verb of saying behind a quotation, and who',
    given: '“The bridge is unsafe,” retorted Mayor Edda Bream on Monday.',
    gives: '<k>“The bridge is unsafe,”</k> <c>retorted</c> <s>Mayor Edda Bream</s> on Monday.',
  },
  {
    name: 'who behind a quotation, and a verb of saying of two words',
    given: '“The bridge is unsafe”, the mayor of Sannow later hit back in the chamber.',
    gives: '<k>“The bridge is unsafe”</k>, <s>the mayor of Sannow</s> <c>later hit back</c> in the chamber.',
  },
  {
    name: 'a verb behind a question',
    given: '“Who pays for this?” fumed one of the drivers.',
    gives: '<k>“Who pays for this?”</k> <c>fumed</c> <s>one of the drivers</s>.',
  },
  {
    name: 'a title that somebody published, wrote or read',
    given:
      'Her novel “A Slow River,” published Monday, sold. “A Slow River,” written by Edda Bream, is long.',
    gives:
      'Her novel “A Slow River,” published Monday, sold. “A Slow River,” written by Edda Bream, is long.',
  },
  {
    name: 'a quotation with no verb of saying behind it',
    given: '“The bridge is unsafe,” Edda Bream and the crowd left.',
    gives: '“The bridge is unsafe,” Edda Bream and the crowd left.',
  },
];
