import type { Ledger } from '../ledger/index.ts';
import { addTo } from './add.ts';
import type { OpenLedger, WhoFound } from './open-ledger.ts';
import { datesIn, findingIn, pathIn, wordsIn } from './options.ts';
import { portOf, putPort, takePort } from './port.ts';
import { verify } from './verify.ts';

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
