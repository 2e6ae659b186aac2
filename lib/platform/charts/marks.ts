/** What a shape or a bar is filled with. Each differs from the others without colour. */
export type Fill = "strong" | "hatch" | "light" | "paper" | "none";

/** How a line looks: `now` marks today, `hatch` fills a bar. */
export type Look = "axis" | "grid" | "outline" | "solid" | "dashed" | "dotted" | "now" | "hatch";

export type Segment =
  | readonly ["M" | "L", number, number]
  | readonly ["C", number, number, number, number, number, number]
  | readonly ["Z"];

/** The smallest thing that a chart is made of. Every writer draws each of them, in this order. */
export type Mark =
  | { m: "path"; segments: readonly Segment[]; fill: Exclude<Fill, "hatch">; look: Look | null }
  | { m: "text"; x: number; y: number; text: string; anchor: "start" | "middle" | "end"; look: "plain" | "strong" };

/**
 * A picture of data as marks, in units of which `width` and `height` are measured from the top left corner. `about` says
 * in sentences what it shows, for one who cannot see it; the same data stands in a table next to it.
 */
export type Chart = {
  title: string;
  about: string;
  width: number;
  height: number;
  /** The size of its letters, in the same units. */
  text: number;
  marks: readonly Mark[];
};

/** The room for a chart: its width, and the size of its letters. */
export type Room = { width: number; text: number };

/** On paper in millimetres; on a screen wide enough for a table beside it; on a phone. */
export const rooms = {
  print: { width: 170, text: 2.55 },
  wide: { width: 170, text: 2.7 },
  narrow: { width: 92, text: 3.5 },
} as const satisfies Record<string, Room>;
