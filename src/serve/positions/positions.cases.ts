import { type Position, parseWhen, position as positionRecord, statement } from '../../record/index.ts';
import type { Picture, Told, Turn } from './told.ts';

/** A position that somebody takes on a day, with its statement, as tests make them. */
export function toldOf(
  name: string,
  stance: Position['stance'],
  day: string | null,
  more: Partial<Pick<Position, 'who' | 'for' | 'forWho'>> & { words?: string } = {},
): Told {
  const { words = `The bridge, said ${name}`, ...of } = more;
  const nth = (++made).toString(16).padStart(16, '0');
  const span = { start: 0, end: words.length, text: words };
  const when = parseWhen(day);
  const position = positionRecord.parse({
    issue: 'issue:00000000000000aa',
    statement: `statement:${nth}.0-${words.length}`,
    report: `report:${nth}`,
    published: day,
    who: null,
    name,
    for: null,
    forWho: null,
    stance,
    condition: null,
    rule: 'what-is-proposed',
    decided: null,
    ...of,
  });
  return {
    position,
    statement: statement.parse({
      id: position.statement,
      mode: 'said',
      kind: 'indirect',
      act: 'say',
      negated: false,
      source: [],
      cue: [],
      content: [span],
      refers: null,
      speaker: { kind: 'unknown', why: 'no-source', others: [] },
      to: [],
      venue: null,
      doubt: null,
      chain: [],
      said: null,
      within: null,
      event: null,
      confidence: 1,
      rules: null,
    }),
    report: { id: position.report, outlet: 'The Courier', published: day, headline: 'Bridge', url: null },
    added: `2034-08-01T00:00:${String(made % 60).padStart(2, '0')}.000Z`,
    day: when?.kind === 'day' ? when : null,
  };
}

let made = 0;

/** A change of position between two that are told. */
export function turnOf(before: Told, after: Told): Turn {
  const { issue, who, name, report } = after.position;
  const [from, to] = [before.position.stance, after.position.stance];
  const change = {
    issue,
    who,
    name,
    from,
    to,
    before: before.statement.id,
    after: after.statement.id,
    report,
  };
  return { change, before, after };
}

export const pictureWith = (told: readonly Told[], turns: readonly Turn[] = []): Picture => ({ told, turns });
