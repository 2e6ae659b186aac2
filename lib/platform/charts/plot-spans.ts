import type { CivilDate } from "@/lib/platform/time/calendar";
import { type DateText, type Days, drawAxis, placeOn } from "./draw-axis";
import { drawLegend, type Key } from "./draw-legend";
import type { Chart, Fill, Room } from "./marks";
import { Pen } from "./pen";

type SpanLook = { label: string; fill: Fill };

/** A stretch of days; `open`: it may go on, and nobody knows how long. */
export type Span = { from: CivilDate; to: CivilDate; look: number; open?: boolean };

export type SpansInput = {
  title: string;
  about: string;
  looks: readonly SpanLook[];
  /** Each with its name and what the bar means, above the bar. */
  rows: readonly { name: string; note: string; spans: readonly Span[] }[];
  from: CivilDate;
  to: CivilDate;
  today: { on: CivilDate; label: string };
  more: (rows: number) => string;
  dateText: DateText;
};

const mostRows = 12;

/** Bars on one line of days, each with its words above it, and a line for today. */
export function plotSpans(input: SpansInput, room: Room): Chart {
  const pen = new Pen(room);
  const days: Days = { from: input.from, to: input.to, left: 0, right: room.width - room.text };
  const now = placeOn(days, input.today.on);
  const high = room.text * 1.3;
  const top = pen.lead;
  const shown = input.rows.slice(0, input.rows.length > mostRows ? mostRows - 1 : mostRows);
  let y = top + room.text * 0.4;
  for (const { name, note, spans } of shown) {
    const lines = pen.wrap(note, room.width - pen.widthOf(name, "strong") - room.text);
    pen.label(name, 0, y + pen.lead * 0.75, { look: "strong", most: room.width * 0.45 });
    const indent = Math.min(pen.widthOf(name, "strong"), room.width * 0.45) + room.text;
    lines.forEach((line, i) => {
      pen.label(line, indent, y + (i + 0.75) * pen.lead, { most: room.width - indent });
    });
    y += lines.length * pen.lead + room.text * 0.2;
    for (const span of spans) drawSpan(pen, days, span, { y, high, fill: input.looks[span.look]?.fill ?? "none" });
    // Only where no words are.
    pen.line(now, y - room.text * 0.2, now, y + high + room.text * 0.2, "now");
    y += high + room.text * 0.8;
  }
  if (input.rows.length > shown.length) {
    pen.label(input.more(input.rows.length - shown.length), 0, y + pen.lead * 0.75);
    y += pen.lead;
  }
  const end = drawAxis(pen, days, { top: y, y, dateText: input.dateText });
  const wide = pen.widthOf(input.today.label, "strong");
  pen.label(input.today.label, Math.max(0, Math.min(now - wide / 2, room.width - wide)), top - room.text * 0.35, {
    look: "strong",
  });
  const height = drawLegend(pen, keysOf(input), end + room.text * 0.4);
  return { title: input.title, about: input.about, width: room.width, height, text: room.text, marks: pen.marks };
}

function drawSpan(pen: Pen, days: Days, span: Span, { y, high, fill }: { y: number; high: number; fill: Fill }): void {
  const from = placeOn(days, span.from);
  const to = Math.max(placeOn(days, span.to), from + pen.room.text * 0.2);
  pen.rect(from, y, to - from, high, fill);
  if (!span.open) return;
  // An arrow: it does not end here.
  const tip = Math.min(to + pen.room.text * 2, days.right);
  const middle = y + high / 2;
  const foot = pen.room.text * 0.5;
  pen.line(to, middle, tip, middle, "solid");
  pen.path(
    [
      ["M", tip - foot, middle - foot],
      ["L", tip, middle],
      ["L", tip - foot, middle + foot],
    ],
    "none",
    "solid",
  );
}

function keysOf({ looks, rows }: SpansInput): Key[] {
  const used = new Set(rows.flatMap((row) => row.spans.map((span) => span.look)));
  return looks
    .filter((_, i) => used.has(i))
    .map(({ label, fill }) => ({
      label,
      draw: (pen, x, y) =>
        pen.rect(x - pen.room.text * 0.7, y - pen.room.text * 0.4, pen.room.text * 1.4, pen.room.text * 0.8, fill),
    }));
}
