import "server-only";
import { z } from "zod";
import { BadFrame, type Frame } from "./frames";
import type { ChildEnd } from "./run-child";
import type { FileProblem, Inspection, PageImage, Rendering, RenderOptions } from "./types";

export type Answer = { inspection: Inspection; rendering: Rendering };

const problem = z.enum(["empty", "truncated", "password_protected", "unreadable", "too_large"]);
const count = z.number().int().nonnegative();
const pageFrame = z.object({
  page: z.object({ number: count, format: z.enum(["jpeg", "png"]), width: count, height: count }),
});
const inspection = z.object({
  kind: z.enum(["jpeg", "png", "webp", "gif", "tiff", "pdf", "eml", "text", "other"]),
  mime: z.string().regex(/^[\w.+-]{1,60}\/[\w.+;= -]{1,100}$/),
  width: count.nullable(),
  height: count.nullable(),
  pages: count.nullable(),
  problem: problem.nullable(),
});
const seenFrame = z.object({ seen: inspection });
const endFrame = z.object({
  end: z.literal(true),
  inspection,
  rendering: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("original"),
      format: z.enum(["jpeg", "png"]),
      width: count,
      height: count,
      orientation: z.number().int().min(1).max(8).catch(1),
      channels: count,
    }),
    z.object({ kind: z.literal("pages"), totalPages: count, problem: problem.nullable() }),
    z.object({
      kind: z.literal("text"),
      headers: z.array(z.object({ name: z.string(), value: z.string() })),
      lines: z.array(z.string()),
      attachments: z.array(z.object({ name: z.string(), mime: z.string(), size: count })),
      cut: z.boolean(),
    }),
    z.object({ kind: z.literal("not_shown"), reason: z.union([problem, z.literal("kind_not_shown")]) }),
  ]),
});

/** Collects what a child says. The child read a stranger's file, so its words are checked like a stranger's. */
export function collectAnswer(onPage: RenderOptions["onPage"]) {
  const pages: PageImage[] = [];
  let shownPages = 0;
  let seen: Inspection = UNKNOWN;
  let last: z.output<typeof endFrame> | undefined;

  async function take({ head, body }: Frame): Promise<void> {
    const page = pageFrame.safeParse(head);
    if (page.success) {
      shownPages += 1;
      const image = { ...page.data.page, bytes: body };
      return onPage ? onPage(image) : void pages.push(image);
    }
    const early = seenFrame.safeParse(head);
    if (early.success) {
      seen = early.data.seen;
      return;
    }
    const end = endFrame.safeParse(head);
    if (!end.success) throw new BadFrame("unknown frame");
    last = end.data;
  }

  function answer(end: ChildEnd): Answer {
    if (!last || end !== "ended") {
      return unfinished({ ...seen, problem: end === "took_too_long" ? end : "stopped" }, pages, shownPages);
    }
    const { inspection, rendering } = last;
    if (rendering.kind !== "pages") return { inspection, rendering };
    return { inspection, rendering: { ...rendering, pages, shownPages } };
  }

  return { take, answer };
}

const UNKNOWN: Inspection = {
  kind: "other",
  mime: "application/octet-stream",
  width: null,
  height: null,
  pages: null,
  problem: "stopped",
};

/** Pages drawn before the end came are kept: they are whole. What else the file holds may not be known. */
function unfinished(inspection: Inspection & { problem: FileProblem }, pages: PageImage[], shownPages: number): Answer {
  const { problem } = inspection;
  if (shownPages === 0) return { inspection, rendering: { kind: "not_shown", reason: problem } };
  const totalPages = Math.max(shownPages, inspection.pages ?? 0);
  return { inspection, rendering: { kind: "pages", pages, shownPages, totalPages, problem } };
}
