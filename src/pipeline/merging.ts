import type { Ledger, Links } from '../ledger/index.ts';
import { anchorOf } from '../link/index.ts';
import {
  type Anchor,
  Fault,
  type JoinedKind,
  type LinkDecision,
  type LinkGroup,
  type LinkMember,
} from '../record/index.ts';

/** A merge or split without who, when and why. */
export type NewLinkDecision = Pick<LinkDecision, 'kind' | 'of' | 'one' | 'others'>;

/** What is joined over reports, by the beginning of its id or of a member's. */
const KINDS: Readonly<Record<string, JoinedKind>> = {
  who: 'actor',
  utterance: 'utterance',
  statement: 'utterance',
  what: 'event',
  event: 'event',
};
const NAMES = 'who:…, utterance:…, statement:…, what:… or event:…';

/** What somebody names by an id: a group, and the member of it that the id is of. */
interface Named {
  readonly kind: JoinedKind;
  readonly id: string;
  readonly group: LinkGroup;
  readonly members: readonly LinkMember[];
  readonly member: LinkMember;
}

/**
 * The decision that several are one, each named by its id or that of one of its members.
 * @throws Fault where an id is none on record, they are of several kinds or one already, or two events of one report.
 */
export async function mergeOf(ledger: Ledger, ids: readonly string[]): Promise<NewLinkDecision> {
  const [one, ...others] = await Promise.all(ids.map((id) => named(ledger, id)));
  if (one === undefined || others.length === 0)
    throw new Fault('too-few', `expected two ids or more to take for one, found ${ids.length}`);
  for (const other of others) {
    if (other.kind !== one.kind)
      throw new Fault(
        'of-two-kinds',
        `expected ids of one kind, found an ${one.kind} ${one.id} and an ${other.kind} ${other.id}`,
      );
    if (other.group.id === one.group.id)
      throw new Fault('already-one', `expected two, found that ${one.id} and ${other.id} are one already`);
    const both = other.members.find(({ report }) => one.members.some((own) => own.report === report));
    if (one.kind === 'event' && both !== undefined)
      throw new Fault(
        'of-one-report',
        `expected events that no report tells apart, found both in ${both.report}: two events of one report are two`,
      );
  }
  return await ledger.asked(async (links) => ({
    kind: 'merge' as const,
    of: one.kind,
    one: await anchored(links, one.kind, one.member),
    others: await Promise.all(others.map((other) => anchored(links, one.kind, other.member))),
  }));
}

/**
 * The decision that a member of a group is none of the others: `asked` is the member's id, one that its group would have had
 * from it, or its report's.
 * @throws Fault where there is no such group or member, or the group has no other.
 */
export async function splitOf(ledger: Ledger, id: string, asked: string): Promise<NewLinkDecision> {
  const { kind, group, members } = await named(ledger, id);
  const fits = members.filter((member) =>
    [member.id, member.alias, member.report].some((own) => own === asked),
  );
  const [member] = fits;
  if (member === undefined)
    throw new Fault(
      'no-member',
      `expected a member of ${group.id}, found none by "${asked}"; it has ${listed(members)}`,
    );
  if (fits.length > 1)
    throw new Fault(
      'several-members',
      `expected one member, found ${fits.length} in ${asked}: ${listed(fits)}`,
    );
  const others = othersOf(members, member);
  if (others.length === 0)
    throw new Fault('already-alone', `expected a member beside others, found ${asked} alone in ${group.id}`);
  return await ledger.asked(async (links) => ({
    kind: 'split' as const,
    of: kind,
    one: await anchored(links, kind, member),
    others: await Promise.all(others.map((other) => anchored(links, kind, other))),
  }));
}

/** Of each unit of a group the member that came first: all members of one full name are one unit. */
function othersOf(members: readonly LinkMember[], member: LinkMember): LinkMember[] {
  const others = members.filter((other) => other !== member);
  return [...Map.groupBy(others, ({ unit }) => unit).values()].flatMap(([first]) => first ?? []);
}

const MOST_LISTED = 8;

const listed = (members: readonly LinkMember[]) =>
  [
    ...members.slice(0, MOST_LISTED).map(({ id, report }) => (id.startsWith('actor:') ? report : id)),
    ...(members.length > MOST_LISTED ? [`and ${members.length - MOST_LISTED} more`] : []),
  ].join(', ');

async function named(ledger: Ledger, id: string): Promise<Named> {
  const kind = KINDS[id.split(':')[0] ?? ''];
  const group = kind === undefined ? null : await ledger.linked(kind, id);
  if (kind === undefined || group === null)
    throw new Fault('not-linked', `expected an id on record such as ${NAMES}, found "${id}"`);
  const members = await ledger.asked((links) => links.membersOf(kind, group.units));
  const member = members.find((own) => own.id === id || own.alias === id) ?? members[0];
  if (member === undefined)
    throw new Fault('damaged-ledger', `expected members of ${group.id}, found none: run onrecord rebuild`);
  return { kind, id, group, members, member };
}

async function anchored(links: Links, kind: JoinedKind, { report, id }: LinkMember): Promise<Anchor> {
  const { record } = await links.record(report);
  const anchor = anchorOf(record, kind, id);
  if (anchor === null)
    throw new Fault('no-words', `expected words of ${report} that name ${id}, found none to hold on to`);
  return anchor;
}
