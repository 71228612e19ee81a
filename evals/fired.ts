import { type Family, REGISTER } from '../src/analyse/register.ts';

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Counts how often each rule of the register decides something, in one set after the other. */
export class Fired {
  #now = new Map<string, number>();
  readonly #bySet = new Map<string, ReadonlyMap<string, number>>();

  add(family: Family, name: string): void {
    const key = keyOf({ family, name });
    this.#now.set(key, (this.#now.get(key) ?? 0) + 1);
  }

  /** What was counted since the last set is this one's; a set that nothing was analysed for has no counts. */
  close(set: string): void {
    if (this.#now.size > 0) this.#bySet.set(set, this.#now);
    this.#now = new Map();
  }

  /** By family and name, over all sets. */
  get counts(): Counts {
    const families = Map.groupBy(REGISTER, ({ family }) => family);
    return Object.fromEntries(
      [...families].map(([family, rules]) => [
        family,
        Object.fromEntries(rules.map((rule) => [rule.name, this.#of(rule)])),
      ]),
    );
  }

  /** The rules that decided nothing in any set, and of how many. */
  get silence(): string {
    const silent = REGISTER.filter((rule) => this.#of(rule) === 0);
    const names = silent.map(({ family, name }) => `${family} ${name}`).join(', ');
    return `${silent.length} of ${REGISTER.length} rules decided nothing here${silent.length === 0 ? '' : `: ${names}`}`;
  }

  /** The table of all rules and sets, as Markdown. */
  report(): string {
    const sets = [...this.#bySet];
    const header = ['family', 'rule', ...sets.map(([set]) => set), 'all'];
    const rows = REGISTER.map((rule) => [
      rule.family,
      `\`${rule.name}\``,
      ...sets.map(([, counted]) => String(counted.get(keyOf(rule)) ?? 0)),
      String(this.#of(rule)),
    ]);
    const table = [header, header.map((_, index) => (index < 2 ? '---' : '---:')), ...rows]
      .map((cells) => `| ${cells.join(' | ')} |`)
      .join('\n');
    return `# How often each rule decides, dev\n\nMade by \`npm run eval -- --data DIR\`. What each rule is for: docs/format/rules.md, with an example that makes it decide.\n\n${this.silence}.\n\n${table}\n`;
  }

  #of(rule: { family: Family; name: string }): number {
    const key = keyOf(rule);
    return this.#bySet.values().reduce((sum, counted) => sum + (counted.get(key) ?? 0), 0);
  }
}

const keyOf = ({ family, name }: { family: Family; name: string }): string => `${family} ${name}`;
