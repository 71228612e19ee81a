/** A fictional report as its editor would hand it to a page: what a reading of the page must give back. */
export interface Story {
  readonly slug: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly byline: string;
  readonly dateline: string;
  readonly outlet: string;
  /** As a page tells machines, and as it prints it. */
  readonly published: string;
  readonly printed: string;
  readonly caption: string;
  readonly pull: string;
  readonly parts: readonly Part[];
}

export type Part =
  | { readonly kind: 'p'; readonly text: string }
  | { readonly kind: 'h'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A paragraph that runs from right to left, as its words do. */
  | { readonly kind: 'rtl'; readonly text: string };

/** A page made of a story, with all that the page says besides: none of it may be read as the report's. */
export interface MadePage {
  readonly html: string;
  readonly boilerplate: readonly string[];
}

const p = (text: string): Part => ({ kind: 'p', text });
const h = (text: string): Part => ({ kind: 'h', text });

/** The words of a story's text, block by block. */
export const textOf = ({ parts }: Story): string[] =>
  parts.flatMap((part) => (part.kind === 'list' ? part.items : [part.text]));

/** Four stories of an invented coast: a vote, a strike, a court case, and one of short paragraphs. */
export const STORIES: readonly Story[] = [
  {
    slug: 'bridge-to-close',
    headline: 'Sannow closes its old bridge to lorries after cracks are found',
    standfirst:
      'Inspectors found damage in two of nine bearings, and a ferry is to take the traffic from May.',
    byline: 'Ada Lunn',
    dateline: '',
    outlet: 'The Sannow Courier',
    published: '2034-02-02T10:30:00+01:00',
    printed: '2 February 2034, 10:30 CET',
    caption: 'The old bridge at Sannow, seen from the customs house.',
    pull: 'We have no choice, and nobody in this hall will say that we have',
    parts: [
      p(
        'The council of Sannow voted on Monday to close the town’s old bridge to lorries, which had been expected since inspectors found cracks in two of its nine bearings last autumn.',
      ),
      p(
        '“We have no choice, and nobody in this hall will say that we have,” Mayor Mina Pell told reporters after the vote, which was not close.',
      ),
      p(
        'The harbour authority said the bridge would stay open to cars, buses & cyclists until the end of the year, unless the cracks grew.',
      ),
      h('What happens next'),
      p('Repairs will begin in June and take two years, according to the authority.'),
      {
        kind: 'list',
        items: [
          'Lorries are sent over the Tarn Ford from 3 May.',
          'A ferry runs every twenty minutes from 4 May.',
          'The toll at the ford is raised to €4.50 <for lorries alone>.',
        ],
      },
      p(
        'Sea traders have warned that the detour adds an hour to every journey. “That is an hour that nobody pays us for,” said Oren Wend, who runs a haulage firm.',
      ),
      p('Ms Pell said she would ask the province for money in March.'),
      h('A long quarrel'),
      p(
        'The bridge was built in 1911 and strengthened twice. A plan for a new one was given up in 2029, when the province and the town could not agree on who should pay.',
      ),
      p('Nobody was hurt.'),
    ],
  },
  {
    slug: 'pilots-strike',
    headline: 'Harbour pilots to strike for three days in May, union says',
    standfirst: 'The union wants a tenth more pay; the port’s owner calls the demand “a joke in poor taste”.',
    byline: 'Éloïse Märten and Tam Orsk',
    dateline: 'TARN FORD, March 8 (Quillwire)',
    outlet: 'Quillwire',
    published: '2034-03-08T16:05:00Z',
    printed: 'March 8, 2034 at 4:05 p.m. GMT',
    caption: 'Pilots wait at the quay in Tarn Ford on Tuesday.',
    pull: 'Our members have waited for eleven years',
    parts: [
      p(
        'TARN FORD, March 8 (Quillwire) — The union of harbour pilots will strike from May 12 to May 14, its leader said on Wednesday, after talks with the port’s owner broke down.',
      ),
      p(
        '“Our members have waited for eleven years,” said Jule Märten, the union’s leader. “They will not wait for a twelfth.”',
      ),
      p(
        'The Tarn Port Company said it had offered 4 per cent more from July and a further 2 per cent next year, which it called generous.',
      ),
      p(
        'Its chairman, Pál Őrsi, described the demand as “a joke in poor taste”, and added that ships would be sent to Sannow if the pilots stayed away.',
      ),
      p(
        'The union denied that it had ever agreed to a pause. It said a letter that the company published last week was a draft, and that nobody had signed it.',
      ),
      p(
        'A spokeswoman for the ministry of transport, who asked not to be named, said the minister would speak to both sides before the end of April.',
      ),
      p('About 140 pilots work at the three ports of the coast. They last struck in 2023, for a day.'),
      p('The company’s shares fell 3.2 per cent on Wednesday.'),
    ],
  },
  {
    slug: 'court-hears-growers',
    headline: 'Court hears growers’ case against the water board',
    standfirst:
      'Forty farms say the board took water that was promised to them; the board says there was none.',
    byline: 'Иван Орск',
    dateline: '',
    outlet: 'Coast Review',
    published: '2034-04-19',
    printed: '19 April 2034',
    caption: 'Growers outside the court in Orsk on Wednesday morning.',
    pull: 'There was no water to give',
    parts: [
      p(
        'A court in Orsk began on Wednesday to hear the case of forty growers who say that the coast’s water board took water from them that it had promised in writing.',
      ),
      p(
        '“We planted because they told us to plant,” said Иван Орск, who speaks for the growers, “and then they shut the gate.”',
      ),
      p(
        'The board’s lawyer told the judges that the promise held “in years of common rain” alone. “There was no water to give,” she said.',
      ),
      h('What the board wrote'),
      p(
        'In a letter of January 2033, which the court has seen, the board wrote that “deliveries are assured until the end of the season”. The board says that the season ended in July.',
      ),
      p(
        'The growers ask for 6.4 million crowns. The board has offered nothing, and the court is expected to decide in June.',
      ),
      p('Judge Hana Weil asked both sides why they had never met. Neither had an answer.'),
      h('Who pays'),
      p(
        'If the growers win, the board would have to raise the price of water for towns too, its director has said. The mayor of Orsk called that a threat.',
      ),
      p('The hearing goes on.'),
    ],
  },
  {
    slug: 'festival-moved',
    headline: 'Lantern festival moved to October 😀',
    standfirst: 'The organisers blame the weather. The shops blame the organisers.',
    byline: 'Newsroom',
    dateline: '',
    outlet: 'Ford Gazette',
    published: '2034-07-21T08:00:00+02:00',
    printed: 'Friday, 21 July 2034, 08:00 CEST',
    caption: 'Lanterns on the river in 2033.',
    pull: 'It rains on us every year and nobody learns',
    parts: [
      p(
        'The lantern festival at Tarn Ford will be held in October this year and not in August, its organisers said on Friday.',
      ),
      p('“It rains on us every year and nobody learns,” said Bea Holt, who leads them. 🏮'),
      p('The festival was to begin on August 11. It will now begin on October 6.'),
      {
        kind: 'rtl',
        text: 'مهرجان الفوانيس سيقام في شهر أكتوبر هذا العام، قالت المنظمة في بيان باللغة العربية.',
      },
      p(
        'Shops along the river said they had not been asked. “We ordered for August,” said one owner, who did not want to be named.',
      ),
      p('Ms Holt said that she was sorry for that, and that stalls would be free of charge.'),
      p('The town pays 80,000 crowns towards the festival. It has not decided whether it will pay again.'),
      p('Tickets stay valid, the organisers said.'),
    ],
  },
];
