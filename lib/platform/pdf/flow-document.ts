import type { PageNumbers } from "./atoms";
import type { Block, DocumentPlan, OutlineEntry } from "./blocks";
import { Flow } from "./flow";
import { flowChart } from "./flow-chart";
import { flowContents } from "./flow-contents";
import { flowExhibit, flowPictures } from "./flow-exhibit";
import { flowCode, flowFields, flowFrame, flowFreeLines } from "./flow-forms";
import {
  drawInitials,
  drawWatermark,
  flowItem,
  flowKeep,
  flowOath,
  flowPaperHeading,
  flowPaperTitle,
  flowText,
} from "./flow-paper";
import { flowTable } from "./flow-table";
import {
  flowBox,
  flowH1,
  flowH2,
  flowH3,
  flowKicker,
  flowLead,
  flowNote,
  flowPara,
  flowProse,
  flowTitle,
} from "./flow-text";
import type { FontBook } from "./font-book";
import { numberParagraphs } from "./number-paragraphs";
import { MM, type PageSize, page, papers, styles } from "./style";

const MOST_PASSES = 8;

/**
 * Lays a document out until every printed page number is the true one: a number may move a line, and
 * a line may move a page, so the pass is repeated with the numbers of the one before.
 */
export function flowDocument(plan: DocumentPlan, book: FontBook): Flow {
  const blocks = numberParagraphs(plan.blocks);
  const paper = papers[plan.size ?? "A4"];
  let pages: PageNumbers = new Map();
  let outline: readonly OutlineEntry[] = [];
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const measured = flowAll(blocks, new Flow(book, pages, outline, true, paper));
    const found = numbersOf(measured);
    if (same(pages, found) && measured.outline.length === outline.length) {
      const flow = flowAll(blocks, new Flow(book, pages, outline, false, paper));
      drawFrames(flow, plan);
      return flow;
    }
    pages = found;
    outline = measured.outline;
  }
  throw new Error("page numbers did not settle");
}

/**
 * On which page each named place is when these blocks are laid out once: enough to see whether a part fits where it
 * should. Numbers of pages in the text are not known yet and count as 0.
 */
export function placesOf(blocks: readonly Block[], book: FontBook, size: PageSize = "A4"): ReadonlyMap<string, number> {
  return numbersOf(flowAll(numberParagraphs(blocks), new Flow(book, new Map(), [], true, papers[size])));
}

function flowAll(blocks: readonly Block[], flow: Flow): Flow {
  for (const block of blocks) flowBlock(flow, block);
  return flow;
}

function numbersOf(flow: Flow): PageNumbers {
  const numbers = new Map([...flow.places].map(([anchor, place]) => [anchor, place.page] as const));
  return numbers.set("end", flow.sheets.length);
}

function same(a: PageNumbers, b: PageNumbers): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}

type Drawer<K extends Block["b"]> = (flow: Flow, block: Extract<Block, { b: K }>) => void;

const drawers: { [K in Block["b"]]: Drawer<K> } = {
  section: (flow, block) => flow.setSection(block.short),
  kicker: flowKicker,
  title: flowTitle,
  lead: flowLead,
  h1: flowH1,
  h2: flowH2,
  h3: flowH3,
  para: flowPara,
  note: flowNote,
  prose: flowProse,
  box: flowBox,
  table: flowTable,
  fields: flowFields,
  freeLines: flowFreeLines,
  frame: flowFrame,
  code: flowCode,
  contents: flowContents,
  gap: (flow, block) => flow.before(block.mm * MM),
  newPage: (flow) => {
    flow.newPage();
  },
  exhibit: flowExhibit,
  pictures: flowPictures,
  chart: flowChart,
  paperTitle: flowPaperTitle,
  paperHeading: flowPaperHeading,
  text: flowText,
  item: flowItem,
  oath: flowOath,
  keep: (flow, block) => flowKeep(flow, block, flowBlock),
};

function flowBlock(flow: Flow, block: Block): void {
  if (block.b !== "item") flow.list = null;
  // The table gives each kind its own drawer; the compiler cannot see that the pair belongs together.
  (drawers[block.b] as Drawer<Block["b"]>)(flow, block);
}

/** Running head and foot, drawn last, when the number of pages is known. */
function drawFrames(flow: Flow, plan: DocumentPlan): void {
  const total = flow.sheets.length;
  flow.sheets.forEach((sheet, i) => {
    const pen = new Flow(flow.book, flow.pages, [], false, flow.paper);
    pen.adorn(() => drawFrame(pen, { plan, section: sheet.section, number: i + 1, total }), "running");
    sheet.ops.unshift(...pen.sheet().ops);
    if (plan.watermark) drawWatermark(flow, sheet, plan.watermark);
  });
}

/** Space at the left of the running head: the section name is truncated before the version's status is. */
const headLeft = 98 * MM;

type Frame = { plan: DocumentPlan; section: string; number: number; total: number };

function drawFrame(pen: Flow, { plan, section, number, total }: Frame): void {
  const at = page.headBase;
  const bold = pen.label(plan.head.left, styles.runningBold, page.left, at, {
    most: plan.head.leftRest ? 55 * MM : headLeft,
  });
  const rest = pen.label(plan.head.leftRest, styles.running, page.left + bold, at, { most: headLeft - bold });
  const end = pen.label(plan.head.right, styles.runningBold, page.right, at, { anchor: "end", most: 52 * MM });
  const most = page.full - bold - rest - end - 8 * MM;
  pen.label(section, styles.running, (page.left + bold + rest + page.right - end) / 2, at, { anchor: "middle", most });
  pen.draw({ t: "rule", x1: page.left, x2: page.right, y: page.headRule, width: 0.4 });
  pen.draw({ t: "rule", x1: page.left, x2: page.right, y: pen.paper.footRule, width: 0.4 });
  pen.label(plan.foot, styles.running, page.left, pen.paper.footBase, { most: page.full - 34 * MM });
  pen.label(`Page ${number} of ${total}`, styles.running, page.right, pen.paper.footBase, { anchor: "end" });
  if (plan.initials && plan.initials.length > 0) drawInitials(pen, plan.initials);
}
