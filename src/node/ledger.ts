import type { CalendarPart, Found, KeptReport, Ledger, PersonLine } from '../ledger/index.ts';
import type { Issue, LinkedActor, Position, PositionChange, Utterance } from '../record/index.ts';
import { type AddOutcome, addTo } from './add.ts';
import {
  datesIn,
  type FindOptions,
  findingIn,
  pathIn,
  type ReadOptions,
  type Source,
  wordsIn,
} from './options.ts';
import { portOf, putPort, takePort } from './port.ts';
import { type Verified, type VerifyOptions, verify } from './verify.ts';

/** Who a name fits. */
export interface WhoFound {
  /** The one that is meant, with all names, offices, and for whom it speaks; null where nobody or several are. */
  readonly actor: LinkedActor | null;
  /** What the actor said, each act of saying once, by publication. */
  readonly utterances: readonly Utterance[];
  /** All that the name fits, those of most reports first. */
  readonly persons: readonly PersonLine[];
  readonly total: number;
}

/** Who stands where on an issue, by publication, and every change of position with the two statements behind it. */
export interface PositionsFound {
  readonly issue: Issue;
  readonly positions: readonly Position[];
  readonly changes: readonly PositionChange[];
}

/** A ledger that is open. After `close` every method throws a Fault of code `closed-ledger`. */
export interface OpenLedger extends AsyncDisposable {
  /**
   * Reads and keeps reports, and links them to those that are there. The same report twice is kept once; a changed one is a
   * new version. Gives what became of each, in order; a refusal is one of the outcomes.
   */
  add(sources: Source | readonly Source[], options?: ReadOptions): Promise<AddOutcome[]>;
  /** Statements by words, or by who, to whom, when. @throws Fault `bad-option`. */
  find(search: string | FindOptions): Promise<Found>;
  /** One actor over all reports, by words of its name or its id. */
  who(name: string): Promise<WhoFound>;
  /** The questions on which positions are looked for. */
  issues(): Promise<readonly Issue[]>;
  /**
   * Defines an issue: a proposition that actors are for or against, such as “The bridge should be closed”. It is a decision
   * that is kept, with who took it. @throws Fault `bad-issue`.
   */
  addIssue(proposition: string, options: { terms?: readonly string[]; by: string }): Promise<Issue>;
  /** @param issue - The id of an issue, or words of its proposition. @throws Fault `no-issue` where none or several fit. */
  positions(issue: string): Promise<PositionsFound>;
  /** What was announced for which date, the earliest first; `when` as in `find`. @throws Fault `bad-option`. */
  calendar(options?: { when?: string; limit?: number; offset?: number }): Promise<CalendarPart>;
  /** A report with its text, statements, actors and events as they stand; null where there is none of this id. */
  report(id: string): Promise<KeptReport | null>;
  /** Whether a quotation is on record: as `verify(quotation, ledger)`. */
  verify(quotation: string, options?: VerifyOptions): Promise<Verified>;
  /** Closes the file; a second time does nothing. */
  close(): Promise<void>;
}

/**
 * Opens the ledger in a file, or makes it where no file is; `:memory:` makes one that is gone when closed. With `readOnly` it
 * is only asked, and has to be there. `await using ledger = await open(path)` closes it by itself.
 *
 * @throws Fault `no-ledger` and others whose messages say what is wrong with the file.
 */
export async function open(
  path: string | URL,
  { readOnly = false }: { readonly readOnly?: boolean } = {},
): Promise<OpenLedger> {
  const file = pathIn(path);
  const { askSqlite, openSqlite } = await import('../ledger/index.ts');
  return handleOf(readOnly ? askSqlite(file) : openSqlite(file));
}

function handleOf(port: Ledger): OpenLedger {
  const close = async () => await takePort(handle)?.close();
  const handle: OpenLedger = {
    add: async (sources, options = {}) => await addTo(portOf(handle), sources, options),
    find: async (search) => await portOf(handle).find(findingIn(search)),
    who: async (name) => await whoIn(portOf(handle), wordsIn(name)),
    issues: async () => await portOf(handle).issues(),
    addIssue: async (proposition, { terms = [], by }) => {
      const { decisionOf, issueOf } = await import('../pipeline/index.ts');
      const issue = issueOf(wordsIn(proposition).trim(), terms);
      const own = decisionOf({ kind: 'issue', issue }, { by, at: new Date().toISOString(), why: null });
      await portOf(handle).decide(own);
      return issue;
    },
    positions: async (asked) => {
      const ledger = portOf(handle);
      const { issueNamed, positionsOn } = await import('../pipeline/index.ts');
      const { linkKitOf } = await import('../load/linker.ts');
      const issue = await issueNamed(ledger, wordsIn(asked));
      return { issue, ...(await positionsOn(ledger, issue, await linkKitOf(ledger))) };
    },
    calendar: async (options = {}) => {
      const { when, ...part } = datesIn(options);
      const ledger = portOf(handle);
      const span = when ?? (await ledger.calendarSpan()) ?? { first: '', last: '' };
      return await ledger.calendar({ ...span, ...part });
    },
    report: async (id) => await portOf(handle).report(wordsIn(id)),
    verify: async (quotation, options) => await verify(quotation, handle, options),
    close,
    [Symbol.asyncDispose]: close,
  };
  putPort(handle, port);
  return handle;
}

/** So many actors are listed of those that a name fits. */
const MOST_PERSONS = 20;

async function whoIn(ledger: Ledger, name: string): Promise<WhoFound> {
  const { personMeant, personsFor, whoIs } = await import('../pipeline/index.ts');
  const { total, persons } = await personsFor(ledger, name, MOST_PERSONS);
  const meant = personMeant(persons, name);
  const who = meant === null ? null : await whoIs(ledger, meant.id);
  return { actor: who?.actor ?? null, utterances: who?.utterances ?? [], persons, total };
}
