import type { ReportWords } from '../actor-words.ts';
import type { Cast, Member } from '../cast.ts';
import { ANY_COMPANY, mostNamed } from '../casting.ts';
import { readSource } from '../reading.ts';
import { bodiesWith } from '../speakers/of-cast.ts';
import type { Principal } from './countries.ts';

/** What no company's name ends with. */
const NO_COMPANY = new Set(
  'union party board council association federation league ministry court commission authority police'.split(
    ' ',
  ),
);

/** The bodies of one report, as its words name them or take them up. */
export class Bodies {
  private readonly scene: { readonly cast: Cast; readonly words: ReportWords };
  private company: string | null | undefined;

  constructor(scene: { readonly cast: Cast; readonly words: ReportWords }) {
    this.scene = scene;
  }

  /** Whom words are for: one of the cast by its name, its initials or the only one's word, or else the words themselves. */
  of(words: string): Principal {
    const { cast } = this.scene;
    const member =
      cast.find(words) ??
      cast.byInitials(words) ??
      this.onlyWith([words.toLowerCase()]) ??
      (ANY_COMPANY.has(words) ? this.companyOfReport(words) : null) ??
      cast.find(readSource(words, this.scene.words).name ?? words);
    return { member, name: member?.name ?? words };
  }

  /** "Liberal": the only body with that word in its name, or with several of them. */
  party(word: string): Principal | null {
    const member = this.onlyWith([word.toLowerCase(), `${word.toLowerCase()}s`]);
    return member === null ? null : { member, name: member.name };
  }

  private onlyWith(forms: readonly string[]): Member | null {
    const [only, ...more] = new Set(forms.flatMap((form) => bodiesWith(form, this.scene)));
    return only !== undefined && more.length === 0 ? only : null;
  }

  /** "the company": the one that the report is on; a union is none. */
  private companyOfReport(noun: string): Member | null {
    if (this.company === undefined) this.company = mostNamed(this.scene.cast);
    if (this.company === null) return null;
    const last = this.company.slice(this.company.lastIndexOf(' ') + 1).toLowerCase();
    return NO_COMPANY.has(last) && last !== noun ? null : this.scene.cast.find(this.company);
  }
}

/** Words that take a company or a union up and name none. */
export const isOnlyTakenUp = ({ member, name }: Principal): boolean =>
  member === null && ANY_COMPANY.has(name);

/** Whether words name a body, and do not only take it up: "the museum". */
export const isAsTold = ({ name }: Principal, of: string): boolean => name === of || /^\p{Lu}/u.test(of);
