import { z } from 'zod';
import type { Ledger } from '../ledger/index.ts';
import { issuesNamed } from '../pipeline/index.ts';
import type { Position } from '../record/index.ts';
import { quoted, statementTold } from './told.ts';
import { count, nothing, tool, words } from './tool.ts';

/** As `onrecord positions`: who stands where on an issue. */
export const positions = tool({
  name: 'positions',
  title: 'Positions on an issue',
  description:
    'Lists who is for an issue, against it or sets a condition, in the order of publication, each with the statement that shows it, and every change of position with the two statements behind it. Issues are defined by people: their propositions are no words of reports.',
  input: z.strictObject({
    issue: words('The id of an issue, or words of its proposition.'),
    actor: words('Only of this actor, or of whoever speaks for it.').optional(),
  }),
  answer: async ({ issue: asked, actor }, { ledger, positionsOn }) => {
    const { fits, all } = await issuesNamed(ledger, asked);
    const [issue] = fits;
    if (issue === undefined)
      return { ...nothing('no issue that was defined has this id or these words'), issues: all };
    if (fits.length > 1)
      return {
        onRecord: true,
        answer: `${count(fits.length, 'issue')} with these words: ask again by the id of one.`,
        issues: fits,
      };
    const found = await positionsOn(issue);
    const isOf = (name: string | null) =>
      actor === undefined || name?.toLowerCase().includes(actor.toLowerCase()) === true;
    const wanted = found.positions.filter((one) => isOf(one.name) || isOf(one.for));
    const told = await Promise.all(wanted.map((one) => positionTold(ledger, one)));
    const changes = found.changes.filter(({ name }) => isOf(name));
    const issueTold = { id: issue.id, proposition: issue.proposition };
    if (wanted.length === 0)
      return { ...nothing('nobody who was asked for takes a position on this issue'), issue: issueTold };
    return {
      onRecord: true,
      answer: `${count(wanted.length, 'position')} on record, ${count(changes.length, 'change')}.`,
      issue: issueTold,
      positions: told.flat(),
      changes: changes.map(({ name, from, to, before, after }) => ({ name, from, to, before, after })),
    };
  },
});

/** A position with the statement that shows it; nothing where that is gone meanwhile. */
async function positionTold(ledger: Ledger, position: Position) {
  const { name, for: behind, stance, condition, rule, decided, published, report } = position;
  const found = await ledger.statement(position.statement);
  if (found === null) return [];
  return [
    {
      name,
      for: behind,
      stance,
      condition: condition === null ? null : quoted(report, condition),
      rule,
      decidedBy: decided === null ? null : decided.by,
      published,
      statement: statementTold(found),
    },
  ];
}
