import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { ChartFigure } from "@/app/_ui/chart-figure";
import { type Chart, rooms } from "@/lib/platform/charts/marks";
import { type ActsInput, plotActs } from "@/lib/platform/charts/plot-acts";
import { plotBars } from "@/lib/platform/charts/plot-bars";
import { plotLinks } from "@/lib/platform/charts/plot-links";
import { plotSpans } from "@/lib/platform/charts/plot-spans";
import { plainAtoms } from "@/lib/platform/pdf/atoms";
import { flowDocument } from "@/lib/platform/pdf/flow-document";
import { FontBook } from "@/lib/platform/pdf/font-book";
import { widthOf } from "@/lib/platform/pdf/lines";
import { MM, styles } from "@/lib/platform/pdf/style";
import { formatDate } from "@/lib/platform/text/format";
import { addDays } from "@/lib/platform/time/calendar";

const book = new FontBook();

const looks: ActsInput["looks"] = [
  { label: "threat of violence", shape: "triangle", fill: "strong", grave: true },
  { label: "demand", shape: "square", fill: "strong", grave: true },
  { label: "another person’s name", shape: "diamond", fill: "light", grave: false },
  { label: "message", shape: "circle", fill: "paper", grave: false },
];

const words = {
  isNew: "new account",
  perWeek: "Acts a week",
  grave: "threats",
  rest: "other",
  more: (rows: number) => `${rows} more`,
};

type Given = { rows: readonly (readonly (readonly [day: number, look: number])[])[]; flags: readonly number[] };

/** Days are counted from 1 September 2026. */
function actsOf({ rows, flags }: Given): ActsInput {
  const on = (day: number) => addDays("2026-09-01", day);
  const byDay = <T extends { on: string }>(list: T[]) => list.toSorted((a, b) => a.on.localeCompare(b.on));
  return {
    title: "Acts over time",
    about: "Two accounts.",
    looks,
    rows: rows.map((acts, i) => ({
      label: `A${i + 1} Instagram`,
      isNew: i > 0,
      acts: byDay(acts.map(([day, look]) => ({ on: on(day), look }))),
    })),
    flags: byDay(flags.map((day, i) => ({ on: on(day), label: `C-${i + 1} blocked by the client` }))),
    words,
    dateText: formatDate,
  };
}

const day = fc.integer({ min: 0, max: 700 });
const anyActs = fc.record({
  rows: fc.array(fc.array(fc.tuple(day, fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 30 }), {
    minLength: 1,
    maxLength: 20,
  }),
  flags: fc.array(day, { maxLength: 8 }),
});

const textsOf = ({ marks }: Chart) => marks.flatMap((mark) => (mark.m === "text" ? [mark] : []));

/** The boxes of the words in print, by the metrics of the face that is embedded. */
function boxesOf(chart: Chart) {
  return textsOf(chart).map(({ text, x, y, anchor, look }) => {
    const style = look === "strong" ? styles.stampBold : styles.label;
    const wide = (widthOf(plainAtoms(text, style, book)) / style.size) * chart.text;
    const left = anchor === "start" ? x : anchor === "end" ? x - wide : x - wide / 2;
    return { text, left, right: left + wide, top: y - chart.text * 0.72, bottom: y + chart.text * 0.15 };
  });
}

function overlaps(chart: Chart): string[] {
  const boxes = boxesOf(chart);
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) => a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01,
      )
      .map((b) => `${a.text} | ${b.text}`),
  );
}

function outside(chart: Chart): string[] {
  return boxesOf(chart)
    .filter(
      ({ left, right, top, bottom }) =>
        left < -0.1 || right > chart.width + 0.1 || top < -0.1 || bottom > chart.height + 0.1,
    )
    .map(({ text }) => text);
}

const spans = {
  title: "What is kept",
  about: "A1 is kept.",
  looks: [
    { label: "kept", fill: "strong" },
    { label: "time of a request", fill: "hatch" },
  ],
  rows: [
    {
      name: "Account 1",
      note: "Kept until 14 Feb 2027, with a renewal until 15 May 2027",
      spans: [{ from: "2026-11-16", to: "2027-02-14", look: 0 }],
    },
    {
      name: "Request",
      note: "No date is promised",
      spans: [{ from: "2026-11-24", to: "2027-11-24", look: 1, open: true }],
    },
  ],
  from: "2026-11-10",
  to: "2027-12-20",
  today: { on: "2026-11-24", label: "Today" },
  more: (rows: number) => `${rows} more`,
  dateText: formatDate,
} as const;

const links = {
  title: "Links",
  about: "Two accounts.",
  looks: [
    { label: "confirmed", look: "solid" },
    { label: "possible", look: "dotted" },
  ],
  groups: [
    {
      name: "Subject 1 (alleged)",
      left: Array.from({ length: 14 }, (_, i) => ({
        name: `A${i + 1} Instagram`,
        lines: ["confirmed", "E-01"],
        link: i % 2,
      })),
      right: [{ name: "Phone number 1", lines: ["possible", "no exhibit"], link: 1 }],
    },
  ],
  more: (boxes: number) => `${boxes} more`,
} as const;

const bars = {
  title: "Open cases",
  about: "Thandi has three.",
  parts: [
    { label: "overdue", fill: "strong" },
    { label: "waiting", fill: "hatch" },
    { label: "other", fill: "light" },
  ],
  rows: Array.from({ length: 20 }, (_, i) => ({ name: `A person with a name that is long, ${i}`, values: [i, 2, 40] })),
  more: (rows: number) => `${rows} more`,
} as const;

const every = (["print", "wide", "narrow"] as const).flatMap((room) => [
  {
    room,
    name: "acts",
    chart: plotActs(
      actsOf({
        rows: [
          [
            [0, 3],
            [9, 0],
          ],
          [[40, 1]],
        ],
        flags: [5, 6, 41],
      }),
      rooms[room],
    ),
  },
  { room, name: "links", chart: plotLinks(links, rooms[room]) },
  { room, name: "spans", chart: plotSpans(spans, rooms[room]) },
  { room, name: "bars", chart: plotBars(bars, rooms[room]) },
]);

describe.each(every)("$name, $room", ({ chart }) => {
  test("no word stands over another or outside the picture", () => {
    expect(overlaps(chart)).toEqual([]);
    expect(outside(chart)).toEqual([]);
  });

  test("the page and the paper show the same marks in the same order", () => {
    const markup = renderToStaticMarkup(<ChartFigure id="one" wide={chart} />);
    const drawn = [...markup.matchAll(/<path |<text [^>]*>([^<]*)<\/text>/g)].map(
      ([, text]) => unescaped(text) ?? "path",
    );
    const { sheets } = flowDocument(
      { blocks: [{ b: "chart", chart, caption: "" }], head: { left: "", leftRest: "", right: "" }, foot: "", meta },
      book,
    );
    const ops = sheets.flatMap((sheet) => sheet.ops).filter((op) => op.mark !== "running");
    const printed = ops.flatMap((op) => {
      if (op.t === "path") return ["path"];
      return op.t === "atoms" ? [op.atoms.map((atom) => ("run" in atom ? atom.run?.text : "")).join("")] : [];
    });
    expect(printed.filter(Boolean)).toEqual(drawn);
  });
});

const meta = { title: "", author: "", language: "en", at: new Date(0), id: new Uint8Array(16) };

const unescaped = (text: string | undefined) => text?.replaceAll("&amp;", "&").replaceAll("&#x27;", "'");

test("acts of any case are drawn without one word over another, and always in the same way", () => {
  fc.assert(
    fc.property(anyActs, fc.constantFrom("print", "narrow"), (given, room) => {
      const chart = plotActs(actsOf(given), rooms[room]);
      expect(overlaps(chart)).toEqual([]);
      expect(outside(chart)).toEqual([]);
      expect(plotActs(actsOf(given), rooms[room])).toEqual(chart);
    }),
    { numRuns: 40 },
  );
});

test("each act is one shape: a graver one has another shape and another fill", () => {
  const { marks } = plotActs(
    actsOf({
      rows: [
        [
          [0, 0],
          [20, 1],
          [40, 2],
          [60, 3],
        ],
      ],
      flags: [],
    }),
    rooms.print,
  );
  const outlined = marks.flatMap((mark) => (mark.m === "path" && mark.look === "outline" ? [mark] : []));
  const corners = outlined.slice(0, 4).map(({ segments, fill }) => `${segments.length} ${fill}`);
  expect(new Set(corners).size).toBe(4);
});

test("acts of one day do not cover each other", () => {
  const { marks } = plotActs(
    actsOf({
      rows: [
        [
          [3, 3],
          [3, 3],
          [3, 3],
        ],
      ],
      flags: [],
    }),
    rooms.print,
  );
  const starts = marks.flatMap((mark) =>
    mark.m === "path" && mark.segments[1]?.[0] === "C"
      ? mark.segments.filter(([letter]) => letter === "M").map(String)
      : [],
  );
  // Three acts and the sign of the legend.
  expect(new Set(starts).size).toBe(4);
});

test("hundreds of acts of one account and kind are one mark, so that the page stays small", () => {
  const acts = Array.from({ length: 300 }, (_, i) => [i * 2, 3] as const);
  const few = plotActs(actsOf({ rows: [acts.slice(0, 2)], flags: [] }), rooms.wide);
  const many = plotActs(actsOf({ rows: [acts], flags: [] }), rooms.wide);
  const circles = ({ marks }: Chart) => marks.filter((mark) => mark.m === "path" && mark.segments[1]?.[0] === "C");
  expect([circles(few).length, circles(many).length]).toEqual([2, 2]);
});

test("a bar of a request that nobody promises an end goes on as an arrow", () => {
  const closed = plotSpans({ ...spans, rows: spans.rows.slice(0, 1) }, rooms.print);
  const open = plotSpans(spans, rooms.print);
  const solid = ({ marks }: Chart) => marks.filter((mark) => mark.m === "path" && mark.look === "solid").length;
  expect([solid(closed), solid(open)]).toEqual([0, 2]);
});

test("letters on paper are the size of the style in which they are printed", () => {
  expect(rooms.print.text * MM).toBeCloseTo(styles.label.size, 1);
});
