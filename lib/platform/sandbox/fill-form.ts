import "server-only";
import { z } from "zod";
import { collectPieces } from "./collect-pieces";
import { BadFrame, type Frame } from "./frames";
import { sandbox } from "./sandbox";

const FILL_MS = 45_000;
const mostBytes = 80 * 1024 * 1024;

const filledFrame = z.object({ filled: z.number().int().min(1).max(2_000) });

export type FormFilling = {
  form: Uint8Array;
  /** A PDF with one sheet for each page of the form. */
  overlay: Uint8Array;
  /** A PDF whose pages come behind the form; null when there are none. */
  behind: Uint8Array | null;
  /** Boxes to tick: a field, and of a choice the answer. */
  ticks: readonly { field: string; option: string | null }[];
  /** Text fields whose own words give way. */
  emptied: readonly string[];
};

/**
 * Lays words over the pages of a form and makes its fields part of the pages, in a confined child process.
 * @returns the file and its number of pages; null when it could not be made @throws NotConfined
 */
export async function fillForm(filling: FormFilling): Promise<{ bytes: Uint8Array; pages: number } | null> {
  const { form, overlay, behind, ticks, emptied } = filling;
  const parts = [form, overlay, behind ?? Buffer.alloc(0), Buffer.from(JSON.stringify({ ticks, emptied }))];
  const input = Buffer.concat(parts);
  const pieces = collectPieces(mostBytes);
  let pages = 0;
  const take = async (frame: Frame): Promise<void> => {
    const filled = filledFrame.safeParse(frame.head);
    if (filled.success) pages = filled.data.filled;
    else if (!pieces.take(frame)) throw new BadFrame("unknown frame");
  };
  const file = { size: input.byteLength, open: async () => new Blob([input]).stream() };
  const ask = { operation: "fill", parts: parts.map((part) => part.byteLength), timeoutMs: FILL_MS };
  const end = await sandbox.ask(file, ask, take);
  const bytes = pieces.whole();
  return end === "ended" && bytes && pages > 0 ? { bytes, pages } : null;
}
