import "server-only";
import { join } from "node:path";
import { type Answer, collectAnswer } from "./answer";
import { sandboxFolder } from "./confinement";
import { createPlaces } from "./places";
import { runChild } from "./run-child";
import type { Inspection, Rendering, RenderOptions, SandboxFile } from "./types";

const INSPECT_MS = 20_000;
const RENDER_MS = 90_000;
const DPI = 150;

export type Sandbox = {
  /** Says what a file is and decodes it once to see whether it is whole. Never throws because of the file. */
  inspect(file: SandboxFile): Promise<Inspection>;
  /** Prepares a file for print. Never throws because of the file: what cannot be shown says why. */
  renderPages(file: SandboxFile, options: RenderOptions): Promise<{ inspection: Inspection; rendering: Rendering }>;
};

/** Looks into strangers' files in processes of their own, at most `places` at once; others wait their turn. */
export function createSandbox({
  places = 2,
  inspectMs = INSPECT_MS,
}: {
  places?: number;
  inspectMs?: number;
} = {}): Sandbox {
  const inPlace = createPlaces(places);

  async function ask(file: SandboxFile, request: Request): Promise<Answer> {
    const { operation, maxPages, dpi, redraw, timeoutMs } = request;
    const collected = collectAnswer(request.onPage);
    const end = await inPlace(() =>
      runChild({
        script: join(sandboxFolder(), "child.mjs"),
        argument: JSON.stringify({ operation, size: file.size, maxPages, dpi, redraw }),
        file,
        timeoutMs,
        onFrame: collected.take,
      }),
    );
    return collected.answer(end);
  }

  return {
    inspect: async (file) => {
      const request = { operation: "inspect", maxPages: 0, dpi: DPI, redraw: false, timeoutMs: inspectMs } as const;
      return (await ask(file, request)).inspection;
    },
    renderPages: (file, { maxPages, dpi = DPI, redraw = false, onPage, timeoutMs = RENDER_MS }) =>
      ask(file, { operation: "render", maxPages, dpi, redraw, onPage, timeoutMs }),
  };
}

/** The one that the server and the worker share, each in its own process. */
export const sandbox = createSandbox();

type Request = Required<Omit<RenderOptions, "onPage">> &
  Pick<RenderOptions, "onPage"> & { operation: "inspect" | "render" };
