import { contains, overlapping } from '../../text/index.ts';
import { extentOf } from '../spans.ts';
import type { Statement } from '../statement.ts';
import type { ContractRule } from './rule.ts';

export const withinNoCircle: ContractRule = {
  name: 'within-no-circle',
  promise: 'No statement stands within itself, by however many others between.',
  brokenIn: ({ statements }) => {
    const around = new Map(statements.map(({ id, within }) => [id, within]));
    /** Those that are known to lead to an outermost statement. */
    const ends = new Set<Statement['id']>();
    return statements.flatMap(({ id }, index) => {
      const way = new Set<Statement['id']>();
      let at: Statement['id'] | null = id;
      while (at !== null && !ends.has(at) && !way.has(at)) {
        way.add(at);
        at = around.get(at) ?? null;
      }
      const isCircle = at !== null && way.has(at);
      if (!isCircle) for (const one of way) ends.add(one);
      return isCircle ? [{ path: `statements[${index}].within`, found: `${id} within itself` }] : [];
    });
  },
};

export const withinContent: ContractRule = {
  name: 'within-content',
  promise: 'A statement within another stands in one or several pieces of what that one says.',
  brokenIn: ({ statements }) => {
    const byId = new Map(statements.map((statement) => [statement.id, statement]));
    return statements.flatMap(({ within, cue, content }, index) => {
      const around = within === null ? undefined : byId.get(within);
      if (around === undefined) return [];
      const outside = [...cue, ...content].find(
        (span) => !overlapping(around.content, span).some((piece) => contains(piece, span)),
      );
      return outside === undefined
        ? []
        : [
            {
              path: `statements[${index}]`,
              found: `${outside.start}-${outside.end}, which is no part of the content of ${within}`,
            },
          ];
    });
  },
};

export const enclosingFirst: ContractRule = {
  name: 'enclosing-first',
  promise:
    'Statements stand in the order of the text: by where they begin, an enclosing one before those in it.',
  brokenIn: ({ statements }) => {
    const seen = new Set<Statement['id']>();
    let last = 0;
    return statements.flatMap(({ id, within, ...roles }, index) => {
      const { start } = extentOf(roles);
      const path = `statements[${index}]`;
      const broken = [
        ...(start < last ? [{ path, found: `a beginning at ${start}, behind one at ${last}` }] : []),
        ...(within !== null && !seen.has(within)
          ? [{ path, found: `a place before the statement that it stands within, ${within}` }]
          : []),
      ];
      seen.add(id);
      last = Math.max(last, start);
      return broken;
    });
  },
};
