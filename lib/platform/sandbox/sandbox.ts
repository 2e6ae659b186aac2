import "server-only";
import { join } from "node:path";
import { collectAnswer } from "./answer";
import { sandboxFolder } from "./confinement";
import type { Frame } from "./frames";
import { createPlaces } from "./places";
import { type ChildEnd, runChild } from "./run-child";
import type { Inspection, Looked, PageImage, RedactOptions, Rendering, RenderOptions, SandboxFile } from "./types";

/** How many files are open at once in one process. Each child may take more than a gigabyte. */
export const places = { looks: 3, chats: 2, sheets: 2, reads: 1 } as const;

const INSPECT_MS = 20_000;
const RENDER_MS = 90_000;
const PAGE_MS = 20_000;
const DPI = 150;
/** A file that loses more pages than this is left: each lost page costs its whole time. */
const MAX_LOST = 3;

type Shown = { inspection: Inspection; rendering: Rendering };
/** The request to a child in addition to the size of the file. `operation` is one of the table in child.mjs. */
type Ask = { operation: string; timeoutMs: number; [option: string]: unknown };

export type Sandbox = {
  /** Identifies a file and decodes it once to see whether it is complete. Never throws because of the file. */
  inspect(file: SandboxFile): Promise<Inspection>;
  /** Prepares a file for print. Never throws because of the file: what cannot be shown says why. */
  renderPages(file: SandboxFile, options: RenderOptions): Promise<Shown>;
  /** Inspects, reads the metadata and prepares for print in one go. */
  lookInto(file: SandboxFile, options: RenderOptions): Promise<Looked>;
  /** One page drawn afresh with boxes burned in; null when there is no such page to draw. */
  redact(file: SandboxFile, options: RedactOptions): Promise<PageImage | null>;
  /** A picture drawn again upright, without a byte of metadata; null when it is none or cannot be drawn. */
  strip(file: SandboxFile): Promise<PageImage | null>;
  /** Any other operation: `onFrame` gets each frame unvalidated, and must validate it as untrusted. */
  ask(file: SandboxFile, request: Ask, onFrame: (frame: Frame) => Promise<void>): Promise<ChildEnd>;
};

export type SandboxLimits = { places?: number; inspectMs?: number; renderMs?: number; pageMs?: number };

/** Opens untrusted files in separate processes, at most `places` at once; others queue. */
export function createSandbox(limits: SandboxLimits = {}): Sandbox {
  const { inspectMs = INSPECT_MS, renderMs = RENDER_MS } = limits;
  const inPlace = createPlaces(limits.places ?? places.looks);

  function run(file: SandboxFile, { timeoutMs, ...options }: Ask, onFrame: (frame: Frame) => Promise<void>) {
    const argument = JSON.stringify({ ...options, size: file.size });
    const silenceMs = typeof options.pageMs === "number" ? options.pageMs : undefined;
    return runChild({ script: join(sandboxFolder(), "child.mjs"), argument, file, timeoutMs, silenceMs, onFrame });
  }

  /** A page that eats its time takes its child with it; another child goes on with the next page. */
  async function show(file: SandboxFile, operation: "render" | "look", options: RenderOptions): Promise<Looked> {
    const { maxPages, dpi = DPI, redraw = false, onPage, timeoutMs = renderMs } = options;
    const { pageMs = limits.pageMs ?? PAGE_MS } = options;
    const collected = collectAnswer(onPage, { most: maxPages, lastPage: maxPages });
    const until = performance.now() + timeoutMs;
    for (let fromPage = 1; ; ) {
      const left = Math.max(1, until - performance.now());
      const ask = { operation, fromPage, maxPages, dpi, redraw, pageMs, timeoutMs: left };
      const end = await run(file, ask, collected.take);
      const lost = end === "ended" ? null : collected.lostAt(maxPages);
      const goOn = lost?.more && lost.lost <= MAX_LOST && performance.now() < until;
      if (!lost || !goOn) return collected.answer(end);
      fromPage = lost.page + 1;
    }
  }

  async function drawOne(file: SandboxFile, ask: Ask & { page: number }): Promise<PageImage | null> {
    const collected = collectAnswer(undefined, { most: 1, lastPage: ask.page });
    const { rendering } = collected.answer(await inPlace(() => run(file, ask, collected.take)));
    return rendering.kind === "pages" ? (rendering.pages[0] ?? null) : null;
  }

  return {
    inspect: async (file) => {
      const collected = collectAnswer(undefined, { most: 0, lastPage: 0 });
      const ask = { operation: "inspect", timeoutMs: inspectMs };
      return collected.answer(await inPlace(() => run(file, ask, collected.take))).inspection;
    },
    renderPages: async (file, options) => {
      const { inspection, rendering } = await inPlace(() => show(file, "render", options));
      return { inspection, rendering };
    },
    lookInto: (file, options) => inPlace(() => show(file, "look", options)),
    redact: (file, { page, boxes, format = "png", dpi = DPI, timeoutMs = inspectMs }) =>
      drawOne(file, { operation: "redact", page, boxes, format, dpi, timeoutMs }),
    strip: async (file) => {
      const one = { maxPages: 1, redraw: true, timeoutMs: inspectMs };
      const { inspection, rendering } = await inPlace(() => show(file, "render", one));
      return inspection.kind !== "pdf" && rendering.kind === "pages" ? (rendering.pages[0] ?? null) : null;
    },
    ask: (file, request, onFrame) => inPlace(() => run(file, request, onFrame)),
  };
}

/** The one that the server and the worker share, each in its own process. */
export const sandbox = createSandbox();
