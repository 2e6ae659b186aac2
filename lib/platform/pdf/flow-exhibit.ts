import type { Block, PageImage, Picture } from "./blocks";
import type { Flow } from "./flow";
import type { Rich } from "./rich-text";
import { baseline, MM, page, styles } from "./style";

type Of<K extends Block["b"]> = Extract<Block, { b: K }>;

const INSET = 1 * MM;
const GUTTER = 6 * MM;
/** A picture has to stay large enough to be read: a long caption is cut. */
const MOST_CAPTION = 8;
/** Height to width from which a picture is that of a phone: wider than this it would be larger than the screen was. */
const TALL = 1.6;
const PHONE_WIDTH = 82 * MM;
/** The part of a page on which a whole page of an exhibit can still be read. */
const READABLE = 0.62;
/** Height to width of a sheet of paper, whose print is smaller than what a screen shows. */
const SHEET = { least: 1.35, most: 1.5 };
/** A picture of a screen can be read when it is as wide as this. */
const SCREEN_WIDTH = 100 * MM;

/** Whether two such pictures fit side by side and can still be read. */
export const isTall = ({ width, height }: Pick<PageImage, "width" | "height">): boolean => height / width >= TALL;

/** The height from which a picture can be read; above it, it is made smaller rather than put on the next page. */
function readable(flow: Flow, { width, height }: Pick<PageImage, "width" | "height">): number {
  const most = READABLE * (flow.paper.bottom - page.top);
  const ratio = height / width;
  if (ratio >= SHEET.least && ratio <= SHEET.most) return most;
  return Math.min(most, ratio * (ratio >= TALL ? PHONE_WIDTH : SCREEN_WIDTH));
}

/** The head of an exhibit: a rule, its number and title. Its particulars and pictures follow, on the same page if they fit. */
export function flowExhibit(flow: Flow, block: Of<"exhibit">): void {
  const title = flow.wrap(block.title, styles.exhibit, page.full - 18 * MM);
  flow.before(9 * MM);
  const follows = block.picture ? readable(flow, block.picture) : 0;
  flow.need(title.length * styles.exhibit.lead + 45 * MM + follows);
  flow.openSect();
  flow.setSection(block.short);
  flow.enter({ level: 1, no: block.label, title: block.title, anchor: block.anchor });
  flow.draw({ t: "rule", x1: page.left, x2: page.right, y: flow.y, width: 1.2 });
  flow.y += 2.4 * MM;
  flow.heading(2, () => {
    flow.label(block.label, styles.exhibit, page.left, flow.y + baseline(styles.exhibit), { most: 17 * MM });
    flow.flowLines(title, styles.exhibit, page.left + 18 * MM);
  });
  flow.after(2 * MM);
}

/** One picture, or two side by side; each with its label above it and its caption below, or the reason why it is missing. */
export function flowPictures(flow: Flow, block: Of<"pictures">): void {
  const cell = block.pictures.length > 1 ? (page.full - GUTTER) / 2 : page.full;
  const placed = block.pictures.map((picture) => measure(flow, picture, cell));
  const tallest = Math.max(...placed.map(({ height }) => height));
  flow.before(3 * MM);
  flow.need(Math.min(tallest, flow.paper.bottom - page.top));
  const top = flow.y;
  const ends = placed.map((picture, i) => draw(flow, picture, page.left + i * (cell + GUTTER), top));
  flow.y = Math.max(...ends);
  flow.after(4 * MM);
}

type Placed = {
  picture: Picture;
  caption: ReturnType<Flow["clip"]>;
  reason: ReturnType<Flow["clip"]>;
  /** Of the picture itself. */
  w: number;
  h: number;
  cell: number;
  height: number;
};

function measure(flow: Flow, picture: Picture, cell: number): Placed {
  const caption = flow.clip(picture.caption, styles.caption, cell, MOST_CAPTION);
  const around = styles.stampLine.lead + 1 * MM + caption.length * styles.caption.lead + 2 * MM;
  const whole = flow.paper.bottom - page.top;
  const { image } = picture;
  const room = flow.room() > (image ? readable(flow, image) + around : READABLE * whole) ? flow.room() : whole;
  const most = room - 5 * MM - around - INSET * 2;
  if (!image) {
    const reason = reasonLines(flow, picture.reason ?? "", { most, cell });
    const h = reason.length * styles.body.lead + 7.2 * MM;
    return { picture, caption, reason, w: cell, h, cell, height: around + h };
  }
  const widest = isTall(image) ? Math.min(cell, PHONE_WIDTH) : cell;
  const scale = Math.min((widest - INSET * 2) / image.width, most / image.height);
  const [w, h] = [image.width * scale, image.height * scale];
  return { picture, caption, reason: [], w, h, cell, height: around + h + INSET * 2 };
}

function reasonLines(flow: Flow, reason: Rich, { most, cell }: { most: number; cell: number }) {
  const fits = Math.floor((most - 7.2 * MM) / styles.body.lead);
  return flow.clip(reason, styles.body, cell - 9 * MM, fits);
}

/** @returns where it ends */
function draw(flow: Flow, { picture, caption, reason, w, h, cell }: Placed, x: number, top: number): number {
  const { image, label, stamp } = picture;
  flow.adorn(() => {
    flow.label(`${label} · ${stamp}`, styles.stampBold, x, top + baseline(styles.stampBold), { most: cell });
  });
  const y = top + styles.stampLine.lead + 1 * MM;
  let end: number;
  if (image) {
    const box = [x + INSET, flow.paper.height - y - INSET - h, x + INSET + w, flow.paper.height - y - INSET] as const;
    const alt = image.alt ?? `Exhibit ${label}, ${stamp.split(" · ")[0]}`;
    flow.inside("Figure", () => flow.draw({ t: "image", key: image.key, x: x + INSET, y: y + INSET, w, h }), {
      alt,
      box,
    });
    flow.draw({ t: "rect", x, y, w: w + INSET * 2, h: h + INSET * 2, width: 0.5 });
    end = y + h + INSET * 2;
  } else {
    flow.inside("P", () => flow.lines(reason, styles.body, x + 4.5 * MM, y + 3.6 * MM));
    flow.draw({ t: "rect", x, y, w: cell, h, width: 1 });
    end = y + h;
  }
  return flow.inside("P", () => flow.lines(caption, styles.caption, x, end + 2 * MM));
}
