import "server-only";
import { join } from "node:path";
import { z } from "zod";
import { findBrowser, type NoBrowser } from "./browser";
import { NotConfined, sandboxFolder } from "./confinement";
import { BadFrame, type Frame } from "./frames";
import { createPlaces } from "./places";
import { runChild } from "./run-child";
import { sandbox } from "./sandbox";
import type { PageImage } from "./types";

const DRAW_MS = 40_000;

const drawnFrame = z.object({
  drawn: z.object({ ok: z.boolean(), cut: z.boolean(), browser: z.string().regex(/^[\w./ ()-]{1,60}$/) }),
});

/** Why there is no picture of a page. */
export type NotDrawn = NoBrowser | "took_too_long" | "stopped" | "unreadable";

/** `cut`: only the beginning of a very long page. `browser`: what drew it, with version. */
export type DrawnPage = { image: PageImage; cut: boolean; browser: string };

/** One browser at a time in each process: it takes more memory than all other readers together. */
const inPlace = createPlaces(1);

/**
 * A saved page (MHTML) as a picture, drawn by Chromium in a confined child process that has no network, with scripts
 * off; the picture is then drawn again like every untrusted one, and what the browser says is checked against a schema.
 */
export async function drawSavedPage(mhtml: Uint8Array): Promise<DrawnPage | { problem: NotDrawn }> {
  const { browser, why } = await findBrowser();
  if (!browser) return { problem: why ?? "none" };
  let said: z.output<typeof drawnFrame>["drawn"] | undefined;
  let bytes: Uint8Array | undefined;
  const onFrame = async ({ head, body }: Frame): Promise<void> => {
    const frame = drawnFrame.safeParse(head);
    if (!frame.success || said) throw new BadFrame("unknown frame");
    said = frame.data.drawn;
    bytes = body;
  };
  const file = fileOf(mhtml);
  const argument = JSON.stringify({ size: mhtml.byteLength });
  const script = join(sandboxFolder(), "child-draw.mjs");
  try {
    const end = await inPlace(() => runChild({ script, argument, file, timeoutMs: DRAW_MS, browser, onFrame }));
    if (end !== "ended") return { problem: end };
  } catch (error) {
    if (error instanceof NotConfined) return { problem: "not_confined" };
    throw error;
  }
  if (!said?.ok || !bytes) return { problem: "unreadable" };
  const image = await sandbox.strip(fileOf(bytes));
  return image ? { image, cut: said.cut, browser: said.browser } : { problem: "unreadable" };
}

const fileOf = (bytes: Uint8Array) => ({
  size: bytes.byteLength,
  open: async () => new Blob([new Uint8Array(bytes)]).stream(),
});
