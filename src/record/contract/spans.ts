import { holds, type Range } from '../../text/index.ts';
import { visitSpans } from '../spans.ts';
import { type Broken, type ContractRule, shown } from './rule.ts';

export const spansAreTheText: ContractRule = {
  name: 'spans-are-the-text',
  promise:
    'Every span lies in the report’s text, begins before it ends, and holds the text’s own characters.',
  brokenIn: ({ report, ...derived }) => {
    const broken: Broken[] = [];
    visitSpans(derived, (span, path) => {
      if (!holds(report.text, span) || span.start === span.end)
        broken.push({ path: path(), found: `${span.start}-${span.end} ${shown(span.text)}` });
      return true;
    });
    return broken;
  },
};

export const piecesApart: ContractRule = {
  name: 'pieces-apart',
  promise:
    'The pieces of one source, cue, content, reference, event or actor stand in order and apart, none twice.',
  brokenIn: ({ statements, events, actors }) => [
    ...statements.flatMap(({ source, cue, content, refers }, index) => [
      ...closeIn(source, `statements[${index}].source`),
      ...closeIn(cue, `statements[${index}].cue`),
      ...closeIn(content, `statements[${index}].content`),
      ...closeIn(refers?.spans ?? [], `statements[${index}].refers.spans`),
    ]),
    ...events.flatMap(({ spans }, index) => closeIn(spans, `events[${index}].spans`)),
    ...actors.flatMap(({ mentions }, index) => closeIn(mentions, `actors[${index}].mentions`)),
  ],
};

export const rolesApart: ContractRule = {
  name: 'roles-apart',
  promise: 'No character is source, cue and content of the same statement at once: each is one of them.',
  brokenIn: ({ statements }) =>
    statements.flatMap(({ source, cue, content }, index) => {
      const all = [...source, ...cue, ...content].toSorted((a, b) => a.start - b.start);
      return closeIn(all, `statements[${index}]`).slice(0, 1);
    }),
};

export const timesApart: ContractRule = {
  name: 'times-apart',
  promise: 'Expressions of time stand in the order of the text and do not overlap.',
  brokenIn: ({ times }) =>
    closeIn(
      times.map(({ span }) => span),
      'times',
    ),
};

export const blocksApart: ContractRule = {
  name: 'blocks-apart',
  promise: 'Blocks stand in order and apart, none is empty, and all lie in the text.',
  brokenIn: ({ report: { text, blocks } }) => [
    ...closeIn(blocks, 'report.blocks'),
    ...blocks.flatMap(({ start, end }, index) =>
      start < end && end <= text.length
        ? []
        : [{ path: `report.blocks[${index}]`, found: `${start}-${end} of a text of ${text.length}` }],
    ),
  ],
};

/** Ranges that begin before the one before them ends. */
function closeIn(ranges: readonly Range[], path: string): Broken[] {
  return ranges.flatMap(({ start, end }, index) => {
    const before = ranges[index - 1];
    return before === undefined || before.end <= start
      ? []
      : [{ path: `${path}[${index}]`, found: `${start}-${end} behind ${before.start}-${before.end}` }];
  });
}
