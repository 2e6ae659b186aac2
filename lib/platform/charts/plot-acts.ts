import { max, rollups, sum } from "d3-array";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { type DateText, type Days, dayNumber, drawAxis, placeOn } from "./draw-axis";
import { drawLegend, type Key } from "./draw-legend";
import { drawShape, type Shape } from "./draw-shape";
import type { Chart, Fill, Room, Segment } from "./marks";
import { Pen } from "./pen";

/** A kind of act: its shape and what it is filled with say how grave it is. `grave` ones are counted apart below. */
export type ActLook = { label: string; shape: Shape; fill: Exclude<Fill, "hatch">; grave: boolean };

export type ActsInput = {
  title: string;
  about: string;
  /** The gravest first. */
  looks: readonly ActLook[];
  /** One line for each account, with its acts in order of time; `look` is the index in `looks`. */
  rows: readonly { label: string; isNew: boolean; acts: readonly { on: CivilDate; look: number }[] }[];
  /** What happened between: told to stop, blocked. */
  flags: readonly { on: CivilDate; label: string }[];
  words: { isNew: string; perWeek: string; grave: string; rest: string; more: (rows: number) => string };
  dateText: DateText;
};

/** More accounts than this share the last line. */
const mostRows = 12;
/** Acts of one account close together are drawn above each other, so many times. */
const mostLanes = 4;
const mostFlagLanes = 4;

/** Acts on a line of days, an account a line; above them what the sender was told, below them how many in each week. */
export function plotActs(input: ActsInput, room: Room): Chart {
  const pen = new Pen(room);
  const rows = foldRows(input);
  const names = [...rows.map((row) => row.label), input.words.perWeek];
  const labels = Math.min(max(names, (name) => pen.widthOf(name, "strong")) ?? 0, room.width * 0.28);
  const days = daysOf(input, { left: labels + room.text, right: room.width - room.text * 0.5 });
  const radius = room.text * 0.44;
  const flagsEnd = drawFlags(pen, days, input.flags);
  const top = flagsEnd + room.text * 0.5;
  const isCrowded = sum(rows, (row) => row.acts.length) > mostDrawn;
  let y = top;
  for (const row of rows) {
    const acts = isCrowded ? gravest(row.acts, (on) => Math.round(placeOn(days, on) / (radius * 2.3))) : row.acts;
    const lanes = lanesOf(
      acts.map((act) => placeOn(days, act.on)),
      radius * 2.3,
      isCrowded ? 1 : mostLanes,
    );
    const high = Math.max(pen.lead * 1.15, ((max(lanes) ?? 0) + 1) * radius * 2.3 + room.text * 0.5);
    const middle = y + high / 2;
    pen.label(row.label, 0, middle + room.text * 0.35, { look: "strong", most: labels });
    pen.line(days.left, y + high, days.right, y + high, "grid");
    if (row.isNew && row.acts[0]) drawNew(pen, placeOn(days, row.acts[0].on) - radius * 1.7, middle, room.text * 0.75);
    const inLane = (max(lanes) ?? 0) / 2;
    const shapes = new Map<number, Segment[]>();
    acts.forEach((act, i) => {
      const look = input.looks[act.look];
      if (!look) return;
      const at = middle + ((lanes[i] ?? 0) - inLane) * radius * 2.3;
      const drawn = shapes.get(act.look) ?? [];
      shapes.set(act.look, [...drawn, ...drawShape(look.shape, placeOn(days, act.on), at, radius)]);
    });
    // One mark for all acts of a kind: a page of thousands of acts stays small.
    for (const [at, segments] of shapes) pen.path(segments, input.looks[at]?.fill ?? "paper", "outline");
    y += high;
  }
  const rowsEnd = y;
  const weeksEnd = drawWeeks(pen, days, input, y + pen.lead * 0.6);
  const flagLines = input.flags.map(({ on }) => placeOn(days, on));
  for (const x of new Set(flagLines)) pen.line(x, flagsEnd, x, rowsEnd, "dashed");
  const end = drawAxis(pen, days, { top: weeksEnd, y: weeksEnd, dateText: input.dateText });
  const height = drawLegend(pen, keysOf(input), end + room.text * 0.4);
  return { title: input.title, about: input.about, width: room.width, height, text: room.text, marks: pen.marks };
}

/** Of more acts than this, one is drawn where they would cover each other: the bars of the weeks count them all. */
const mostDrawn = 200;

type Row = ActsInput["rows"][number];

/** The gravest act at each place, in order of time. Looks stand in order of gravity. */
function gravest(acts: Row["acts"], placeOf: (on: CivilDate) => number): Row["acts"] {
  const byPlace = Map.groupBy(acts, ({ on }) => placeOf(on));
  return [...byPlace.values()].map((own) => own.reduce((worst, act) => (act.look < worst.look ? act : worst)));
}

function foldRows({ rows, words }: ActsInput): readonly Row[] {
  if (rows.length <= mostRows) return rows;
  const rest = rows.slice(mostRows - 1);
  const acts = rest.flatMap((row) => row.acts).toSorted((a, b) => a.on.localeCompare(b.on));
  return [...rows.slice(0, mostRows - 1), { label: words.more(rest.length), isNew: false, acts }];
}

/** From the first day to the last, whole weeks from Monday, and never less than two. */
function daysOf({ rows, flags }: ActsInput, place: { left: number; right: number }): Days {
  const all = [...rows.flatMap((row) => row.acts.map((act) => act.on)), ...flags.map((flag) => flag.on)].toSorted();
  const first = weekOf(all[0] ?? "1970-01-01");
  const last = Math.max(weekOf(all.at(-1) ?? "1970-01-01"), first + 1);
  return { from: dateOf(first * 7 - 3), to: dateOf(last * 7 + 3), ...place };
}

/** Weeks are counted from the Monday before 1970. */
const weekOf = (on: CivilDate): number => Math.floor((dayNumber(on) + 3) / 7);
const dateOf = (number: number): CivilDate => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** The lowest lane in which each place is free; the last one takes what is left. */
function lanesOf(places: readonly number[], wide: number, most: number): number[] {
  const ends: number[] = [];
  return places.map((x) => {
    const free = ends.findIndex((end) => end <= x - wide / 2);
    const lane = free >= 0 ? free : Math.min(ends.length, most - 1);
    ends[lane] = x + wide / 2;
    return lane;
  });
}

/** The words above the lines, none over another; what finds no room has only its line. Returns the lower end. */
function drawFlags(pen: Pen, days: Days, flags: ActsInput["flags"]): number {
  const lanes: { start: number; end: number }[][] = [];
  for (const { on, label } of flags) {
    const x = placeOn(days, on);
    const wide = pen.widthOf(label);
    const start = Math.max(0, Math.min(x - pen.room.text * 0.3, pen.room.width - wide));
    const end = start + wide + pen.room.text * 0.8;
    const isFree = (lane: (typeof lanes)[number]) => lane.every((taken) => end <= taken.start || start >= taken.end);
    const at = lanes.findIndex(isFree);
    const lane = at >= 0 ? at : lanes.length;
    if (lane >= mostFlagLanes) continue;
    lanes[lane] = [...(lanes[lane] ?? []), { start, end }];
    pen.label(label, start, pen.lead * (lane + 1) - pen.room.text * 0.35);
  }
  return lanes.length * pen.lead;
}

/** An account that is seen for the first time: a bracket before its first act. */
function drawNew(pen: Pen, x: number, y: number, half: number): void {
  const foot = pen.room.text * 0.4;
  pen.path(
    [
      ["M", x + foot, y - half],
      ["L", x, y - half],
      ["L", x, y + half],
      ["L", x + foot, y + half],
    ],
    "none",
    "solid",
  );
}

/** How many in each week: the grave ones at the foot of each bar, the others hatched on top of them. */
function drawWeeks(pen: Pen, days: Days, { rows, looks, words }: ActsInput, top: number): number {
  const acts = rows.flatMap((row) => row.acts);
  const high = pen.room.text * 4;
  const base = top + high;
  const weeks = rollups(
    acts,
    (inWeek) => ({ all: inWeek.length, grave: inWeek.filter((act) => looks[act.look]?.grave).length }),
    (act) => weekOf(act.on),
  );
  const most = max(weeks, ([, counts]) => counts.all) ?? 1;
  const wide = ((days.right - days.left) * 7) / (dayNumber(days.to) - dayNumber(days.from) + 1);
  pen.label(words.perWeek, 0, base - high / 2, { most: days.left - pen.room.text });
  pen.line(days.left, base, days.right, base, "axis");
  const room = high - pen.room.text * 1.2;
  const bars = weeks.map(([week, { all, grave }]) => {
    const x = placeOn(days, dateOf(week * 7)) - wide / 2 + wide * 0.1;
    const low = (grave / most) * room;
    const upper = ((all - grave) / most) * room;
    return { x, low, upper, count: String(all) };
  });
  pen.rects(
    bars.map(({ x, low }) => ({ x, y: base - low, w: wide * 0.8, h: low })),
    "strong",
  );
  pen.rects(
    bars.map(({ x, low, upper }) => ({ x, y: base - low - upper, w: wide * 0.8, h: upper })),
    "hatch",
  );
  for (const { x, low, upper, count } of bars) {
    if (pen.widthOf(count) > wide) continue;
    pen.label(count, x + wide * 0.4, base - low - upper - pen.room.text * 0.3, { anchor: "middle" });
  }
  return base;
}

function keysOf({ looks, rows, words }: ActsInput): Key[] {
  const used = new Set(rows.flatMap((row) => row.acts.map((act) => act.look)));
  const shown = looks
    .filter((_, i) => used.has(i))
    .map(({ label, shape, fill }): Key => {
      return { label, draw: (pen, x, y) => pen.path(drawShape(shape, x, y, pen.room.text * 0.44), fill, "outline") };
    });
  const isNew: Key = { label: words.isNew, draw: (pen, x, y) => drawNew(pen, x, y, pen.room.text * 0.5) };
  const bars = [
    { label: words.grave, fill: "strong" },
    { label: words.rest, fill: "hatch" },
  ] as const;
  const ofBars = bars.map(({ label, fill }): Key => {
    return {
      label,
      draw: (pen, x, y) => {
        const side = pen.room.text;
        pen.rect(x - side * 0.6, y - side * 0.4, side * 1.2, side * 0.8, fill);
      },
    };
  });
  return [...shown, ...(rows.some((row) => row.isNew) ? [isNew] : []), ...ofBars];
}
