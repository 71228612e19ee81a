import { type Position, STANCES } from '../../record/index.ts';
import type { Course } from './courses.ts';
import type { Timeline } from './timeline.ts';
import type { Told, Turn } from './told.ts';

type Stance = Position['stance'];

/** How far above the line of a course its statements stand: for above, against below, all else on it. */
export const LEVELS = { for: 1, against: -1, conditional: 0, unclear: 0 } as const satisfies Record<
  Stance,
  number
>;

/** Statements of one stance that lie so near, in hundredths of the width, are one mark with their number. */
const NEAR = 2.2;
/** The narrowest width of a picture, in pixels, and that of a letter: what has room there has room everywhere. */
const NARROWEST = 544;
const LETTER = 7.2;
const GAP = 8;

/** One or several statements of one stance. */
export interface Mark {
  readonly at: number;
  readonly stance: Stance;
  readonly told: readonly Told[];
}

/** A line along which an actor stands where it stood before. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly stance: Stance;
}

/** A step from one stance to another, with its words: above or below the marks, in a row where they have room. */
export interface DrawnStep {
  readonly at: number;
  readonly from: Stance;
  readonly to: Stance;
  readonly words: string;
  readonly side: 'above' | 'below';
  readonly row: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Drawn {
  readonly marks: readonly Mark[];
  readonly stretches: readonly Stretch[];
  readonly steps: readonly DrawnStep[];
}

/** A course on a timeline; what has no day is not on it. Only marks of the stance that is asked for are shown. */
export function drawn({ told, turns }: Course, timeline: Timeline, only: Stance | null): Drawn {
  const shown = told.filter(({ position: { stance } }) => only === null || stance === only);
  return {
    marks: marksOf(shown, timeline),
    stretches: stretchesOf(told, turns, timeline),
    steps: stepsOf(turns, timeline),
  };
}

const placeOf = ({ day }: Told, { place }: Timeline) => (day === null ? [] : [place(day)]);

function marksOf(told: readonly Told[], timeline: Timeline): Mark[] {
  const byStance = Map.groupBy(told, ({ position }) => position.stance);
  // What is not clear lies below what is.
  return STANCES.toReversed().flatMap((stance) => {
    const own = byStance.get(stance) ?? [];
    const marks: { at: number; stance: Stance; told: Told[] }[] = [];
    for (const one of own)
      for (const at of placeOf(one, timeline)) {
        const last = marks.at(-1);
        if (last !== undefined && at - last.at < NEAR) last.told.push(one);
        else marks.push({ at, stance, told: [one] });
      }
    return marks;
  });
}

/** From the first statement of a stance to the step away from it, and after the last step to the last statement. */
function stretchesOf(told: readonly Told[], turns: readonly Turn[], timeline: Timeline): Stretch[] {
  const stance = turns[0]?.change.from ?? mostOf(told);
  const places = (of: Stance) =>
    told.filter(({ position }) => position.stance === of).flatMap((one) => placeOf(one, timeline));
  const stretches: Stretch[] = [];
  let now: { stance: Stance; from: number } = { stance, from: places(stance)[0] ?? Number.POSITIVE_INFINITY };
  for (const { change, after } of turns)
    for (const at of placeOf(after, timeline)) {
      stretches.push({ from: now.from, to: at, stance: now.stance });
      now = { stance: change.to, from: at };
    }
  const end = Math.max(now.from, places(now.stance).at(-1) ?? 0);
  return [...stretches, { from: now.from, to: end, stance: now.stance }].filter(({ from, to }) => from < to);
}

/** The stance that most statements have; of two the first. */
function mostOf(told: readonly Told[]): Stance {
  const groups = [...Map.groupBy(told, ({ position }) => position.stance)];
  const clear = groups.filter(([stance]) => stance !== 'unclear');
  const [[most] = ['unclear' as const]] = (clear.length > 0 ? clear : groups).toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  return most;
}

function stepsOf(turns: readonly Turn[], timeline: Timeline): DrawnStep[] {
  const taken = new Map<string, number>();
  return turns.flatMap(({ change: { from, to }, after }) =>
    placeOf(after, timeline).map((at) => {
      const words = `now ${to}`;
      const side = to === 'against' ? ('below' as const) : ('above' as const);
      const width = (words.length * LETTER * 100) / NARROWEST;
      const anchor =
        at < width / 2 ? ('start' as const) : at > 100 - width / 2 ? ('end' as const) : ('middle' as const);
      const left = at - { start: 0, middle: width / 2, end: width }[anchor];
      let row = 0;
      while ((taken.get(`${side} ${row}`) ?? Number.NEGATIVE_INFINITY) > left) row += 1;
      taken.set(`${side} ${row}`, left + width + (GAP * 100) / NARROWEST);
      return { at, from, to, words, side, row, anchor };
    }),
  );
}
