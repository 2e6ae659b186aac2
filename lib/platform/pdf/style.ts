import type { Family, Weight } from "./font-files";

/** Points in a millimetre. Layout works in points from the top left corner of the page. */
export const MM = 72 / 25.4;

/** All that says how text in this style is set. */
export function styleKey(style: TextStyle): string {
  const known = keys.get(style);
  if (known !== undefined) return known;
  const key = `${style.family}${style.weight}/${style.size}/${style.lead}`;
  keys.set(style, key);
  return key;
}

const keys = new WeakMap<TextStyle, string>();

export type TextStyle = { family: Family; weight: Weight; size: number; lead: number };

const style = (family: Family, weight: Weight, size: number, lead: number): TextStyle => ({
  family,
  weight,
  size,
  lead,
});

/** A4 in most countries, Letter in the United States. */
export type PageSize = "A4" | "Letter";

/** What depends on the size of the sheet, in points. The text is as wide on both. */
export type Paper = { width: number; height: number; bottom: number; footRule: number; footBase: number };

const paperOf = (width: number, height: number): Paper => ({
  width: width * MM,
  height: height * MM,
  bottom: (height - 19) * MM,
  footRule: (height - 14) * MM,
  footBase: (height - 10.4) * MM,
});

export const papers: Readonly<Record<PageSize, Paper>> = { A4: paperOf(210, 297), Letter: paperOf(215.9, 279.4) };

/** Countries that print on Letter (Unicode CLDR, `measurementData`, `paperSize`). */
const letterCountries: readonly string[] = "BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split(" ");

/** The paper of a country, by its code (ISO 3166-1 alpha-2). */
export const paperIn = (country: string): PageSize => (letterCountries.includes(country) ? "Letter" : "A4");

/** The grid, the same on every size of sheet, in points. */
export const page = {
  left: 24 * MM,
  right: 194 * MM,
  top: 22 * MM,
  full: 170 * MM,
  text: 124 * MM,
  source: 154 * MM,
  sourceWidth: 40 * MM,
  number: 21 * MM,
  headRule: 15.5 * MM,
  headBase: 12.6 * MM,
} as const;

export const styles = {
  body: style("serif", 400, 10.25, 14),
  prose: style("serif", 400, 9.75, 13),
  title: style("serif", 600, 30, 34),
  titleSmall: style("serif", 600, 24, 28),
  line: style("serif", 400, 13, 18),
  notice: style("serif", 600, 12.5, 16),
  h1: style("serif", 600, 19, 23),
  h2: style("sans", 600, 10.5, 14),
  h3: style("sans", 600, 8.5, 12),
  source: style("sans", 400, 7.25, 10),
  number: style("sans", 400, 7.25, 10),
  caption: style("sans", 400, 7.5, 10),
  hash: style("mono", 400, 7.25, 10.75),
  cell: style("sans", 400, 8, 10.75),
  cellBold: style("sans", 600, 8, 10.75),
  head: style("sans", 600, 7.25, 9.5),
  label: style("sans", 400, 7.25, 9),
  running: style("sans", 400, 7.25, 10),
  runningBold: style("sans", 600, 7.25, 10),
  mark: style("sans", 600, 6, 7.4),
  contents: style("serif", 400, 9, 12.6),
  contentsBold: style("serif", 600, 9, 12.6),
  contentsNumber: style("sans", 400, 8, 12.6),
  contentsNumberBold: style("sans", 600, 8, 12.6),
  paper: style("serif", 400, 11, 15.75),
  paperTitle: style("serif", 600, 21, 26),
  paperHeading: style("serif", 600, 12.5, 16),
  watermark: style("sans", 600, 110, 110),
  kicker: style("sans", 600, 8, 11),
  exhibit: style("sans", 600, 11.5, 15),
  stampBold: style("sans", 600, 7.25, 10),
  stampLine: style("sans", 400, 7.25, 10),
} as const;

/** The distance of a line's baseline from its top, in points. */
export function baseline(s: TextStyle): number {
  return (s.lead - s.size) / 2 + s.size * 0.8;
}
