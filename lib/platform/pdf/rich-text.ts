/** A part of a line of text. Plain strings are never parsed, so typed text is unchanged. */
export type Inline =
  | string
  | { t: "strong"; text: string }
  | { t: "mono"; text: string }
  | { t: "mark"; text: string; dark: boolean }
  | { t: "blank"; mm: number }
  | { t: "check"; label: string }
  | { t: "page"; to: string }
  | { t: "link"; to: string; text: string }
  | { t: "break" };

export type Rich = string | readonly Inline[];

export const strong = (text: string): Inline => ({ t: "strong", text });
export const mono = (text: string): Inline => ({ t: "mono", text });
/** A ruled blank inside a line, for a person to fill in by hand. */
export const blank = (mm: number): Inline => ({ t: "blank", mm });
export const check = (label = ""): Inline => ({ t: "check", label });
/** The number of the page on which the named place is. */
export const pageOf = (to: string): Inline => ({ t: "page", to });
export const newLine: Inline = { t: "break" };

export function inlines(rich: Rich): readonly Inline[] {
  return typeof rich === "string" ? [rich] : rich;
}

/** Joins parts with a separator between them. */
export function joinRich(parts: readonly Rich[], separator: Inline): Inline[] {
  return parts.flatMap((part, i) => (i === 0 ? inlines(part) : [separator, ...inlines(part)]));
}
