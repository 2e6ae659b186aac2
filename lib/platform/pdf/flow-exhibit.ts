import type { Block, PageImage } from "./blocks";
import type { Flow } from "./flow";
import type { Rich } from "./rich-text";
import { baseline, MM, page, styles } from "./style";

type Of<K extends Block["b"]> = Extract<Block, { b: K }>;

const STAMP = { x: 146 * MM, y: 22 * MM, w: 48 * MM, h: 13.5 * MM };
const FRAME_TOP = 39 * MM;
const INSET = 1 * MM;
/** An image has to stay large enough to be read; the whole of a long caption is on the cover. */
const MOST_CAPTION = 8;

/** The head of an exhibit's cover; the particulars follow as a table. */
export function flowExhibit(flow: Flow, block: Of<"exhibit">): void {
  flow.newPage();
  flow.openSect();
  flow.setSection(block.name);
  flow.enter({ level: 1, no: block.label, title: block.title, anchor: block.anchor });
  drawStamp(flow, block.label, block.stamp);
  const name = flow.wrap(block.name, styles.h1, STAMP.x - page.left);
  flow.heading(1, () => flow.flowLines(name, styles.h1, page.left));
  flow.y = Math.max(flow.y + 5 * MM, STAMP.y + STAMP.h + 0.6 * MM);
  const title = flow.wrap(block.title, styles.line, page.full);
  flow.inside("P", () => flow.flowLines(title, styles.line, page.left));
  flow.after(6 * MM);
}

/** One page of an exhibit: its stamp, its image in a frame, or the reason why there is none. */
export function flowExhibitPage(flow: Flow, block: Of<"exhibitPage">): void {
  flow.newPage();
  drawStamp(flow, block.label, block.stamp);
  const caption = flow.clip(block.caption, styles.caption, page.full, MOST_CAPTION);
  const most = flow.paper.bottom - FRAME_TOP - caption.length * styles.caption.lead - 2 * MM;
  flow.y = FRAME_TOP;
  if (block.image) flow.y = drawImage(flow, { alt: altOf(block), ...block.image }, most);
  else flow.y = drawReason(flow, block.reason ?? "", most);
  flow.y = flow.inside("P", () => flow.lines(caption, styles.caption, page.left, flow.y + 2 * MM));
}

/** The stamp says which page of which exhibit it is; the packet is obvious. */
function altOf(block: Of<"exhibitPage">): string {
  return `Exhibit ${block.label}, ${block.stamp.split(" · ")[0]}`;
}

function drawImage(flow: Flow, image: PageImage & { alt: string }, most: number): number {
  const room = { w: page.full - INSET * 2, h: most - INSET * 2 };
  const scale = Math.min(room.w / image.width, room.h / image.height);
  const w = image.width * scale;
  const h = image.height * scale;
  const x = page.left + INSET + (room.w - w) / 2;
  const y = FRAME_TOP + INSET;
  const box = [x, flow.paper.height - y - h, x + w, flow.paper.height - y] as const;
  flow.inside("Figure", () => flow.draw({ t: "image", key: image.key, x, y, w, h }), { alt: image.alt, box });
  flow.draw({ t: "rect", x: page.left, y: FRAME_TOP, w: page.full, h: h + INSET * 2, width: 0.5 });
  return FRAME_TOP + h + INSET * 2;
}

function drawReason(flow: Flow, reason: Rich, most: number): number {
  const fits = Math.floor((most - 7.2 * MM) / styles.body.lead);
  const lines = flow.clip(reason, styles.body, page.full - 9 * MM, fits);
  const height = lines.length * styles.body.lead + 7.2 * MM;
  flow.inside("P", () => flow.lines(lines, styles.body, page.left + 4.5 * MM, FRAME_TOP + 3.6 * MM));
  flow.draw({ t: "rect", x: page.left, y: FRAME_TOP, w: page.full, h: height, width: 1 });
  return FRAME_TOP + height;
}

function drawStamp(flow: Flow, label: string, line: string): void {
  flow.adorn(() => {
    flow.draw({ t: "rect", x: STAMP.x, y: STAMP.y, w: STAMP.w, h: STAMP.h, width: 1.2, fill: 1 });
    const x = STAMP.x + 2.6 * MM;
    const most = STAMP.w - 4 * MM;
    flow.label(label, styles.stamp, x, STAMP.y + 3.4 + baseline(styles.stamp), { most });
    flow.label(line, styles.stampLine, x, STAMP.y + 6.4 + styles.stamp.lead + baseline(styles.stampLine), { most });
  });
}
