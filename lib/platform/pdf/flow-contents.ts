import type { OutlineEntry } from "./blocks";
import type { Flow } from "./flow";
import { baseline, MM, page, styles } from "./style";

const NUMBER = 16 * MM;
const PAGE = 8 * MM;
const MOST_LINES = 3;

/** The contents, from the outline of the pass before, so that its page numbers are the true ones. */
export function flowContents(flow: Flow): void {
  const entries = flow.knownOutline.filter((entry) => entry.no !== "");
  flow.before();
  flow.inside("TOC", () => {
    for (const [i, entry] of entries.entries()) {
      const before = entries[i - 1];
      if (entry.level === 1 && before && !(isExhibit(entry) && isExhibit(before))) flow.before(0.9 * MM);
      flow.inside("TOCI", () => flow.inside("Link", () => drawEntry(flow, entry)));
    }
  });
  flow.after(3 * MM);
}

function isExhibit(entry: OutlineEntry): boolean {
  return entry.no.length > 2;
}

function drawEntry(flow: Flow, entry: OutlineEntry): void {
  const bold = entry.level === 1 && !isExhibit(entry);
  const text = bold ? styles.contentsBold : styles.contents;
  const number = bold ? styles.contentsNumberBold : styles.contentsNumber;
  const lines = flow.clip(entry.title, text, page.full - NUMBER - PAGE - 6 * MM, MOST_LINES);
  flow.need(lines.length * text.lead);
  const base = flow.y + baseline(text) + (lines.length - 1) * text.lead;
  flow.label(entry.no, number, page.left, flow.y + baseline(text), { most: NUMBER - 1 * MM });
  flow.lines(lines, text, page.left + NUMBER, flow.y);
  const end = page.left + NUMBER + (lines.at(-1)?.width ?? 0);
  flow.draw({ t: "rule", x1: end + 5, x2: page.right - PAGE - 2, y: base, width: 0.5, dash: true });
  flow.label(String(entry.page), number, page.right, base, { anchor: "end" });
  const place = { x: page.left, y: flow.y, w: page.full, h: lines.length * text.lead };
  flow.link(entry.anchor, `${entry.no} ${entry.title}`, place);
  flow.y += lines.length * text.lead;
}
