import type { Position, PositionChange } from '../../record/index.ts';
import { CLEAR_RULES, DECIDED } from './stance.ts';

/** Rules that a change of position may rest on. */
const CLEAR: ReadonlySet<string> = new Set([...CLEAR_RULES, 'read-clearly', DECIDED]);

/** Where somebody's stance is another than before, by the body that is spoken for; what is not clear is passed over. */
export function changesOf(positions: readonly Position[]): PositionChange[] {
  const clear = positions.filter(({ stance, rule }) => stance !== 'unclear' && CLEAR.has(rule));
  const courses = Map.groupBy(clear, (position) => `${position.issue} ${holderOf(position)}`);
  return [...courses.values()].flatMap((course) => {
    const stands = [...Map.groupBy(course, ({ report }) => report).values()].flatMap(standIn);
    const steady = stands.filter((stand, at) => !isBetweenAlike(stands, at, stand));
    return changesAlong(steady.filter((stand, at) => !isLoneTurn(steady[at - 1], stand, course)));
  });
}

const holderOf = ({ who, name, for: body, forWho }: Position) =>
  body === null ? (who ?? name) : (forWho ?? body);

/** Where a holder stands in one report; nowhere, where it tells several things, but for one who also tells on which condition. What people decided counts before what was read. */
function standIn(all: readonly Position[]): Position[] {
  const decided = all.filter(({ rule }) => rule === DECIDED);
  const told = decided.length > 0 ? decided : all;
  const [first] = told;
  if (first === undefined || told.every(({ stance }) => stance === first.stance)) return told.slice(0, 1);
  const isOneVoice = told.every(({ who }) => who === first.who);
  const conditional = told.find(({ stance }) => stance === 'conditional');
  return isOneVoice && conditional !== undefined ? [conditional] : [];
}

/** Another stance in one report between two that agree is sooner misread than a change there and back. */
const isBetweenAlike = (stands: readonly Position[], at: number, { stance, rule }: Position) => {
  if (rule === DECIDED) return false;
  const [before, after] = [stands[at - 1]?.stance, stands[at + 1]?.stance];
  return before !== undefined && before === after && before !== stance;
};

/** A whole turn, from for to against, takes more than one word of favour. */
function isLoneTurn(before: Position | undefined, stand: Position, course: readonly Position[]): boolean {
  const isWhole = before !== undefined && before.stance !== 'conditional' && stand.stance !== 'conditional';
  if (!isWhole || before.stance === stand.stance) return false;
  const own = course.slice(course.indexOf(stand)).filter(({ stance }) => stance === stand.stance);
  return own.length < 2 && own.every(({ rule }) => rule !== 'what-is-proposed' && rule !== DECIDED);
}

function changesAlong(stands: readonly Position[]): PositionChange[] {
  return stands.flatMap((position, at) => {
    const before = stands[at - 1];
    if (before === undefined || before.stance === position.stance) return [];
    const { issue, who, name, for: body, forWho, stance, statement, report } = position;
    return {
      issue,
      who: body === null ? who : forWho,
      name: body ?? name,
      from: before.stance,
      to: stance,
      before: before.statement,
      after: statement,
      report,
    };
  });
}
