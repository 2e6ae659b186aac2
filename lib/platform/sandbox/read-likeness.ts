import "server-only";
import { z } from "zod";
import { BadFrame, type Frame } from "./frames";
import { createSandbox, places, type Sandbox } from "./sandbox";
import type { SandboxFile } from "./types";

const LIKENESS_MS = 20_000;

/** Cells each way of a picture that is made small to be compared. */
const likenessSide = 96;

const likenessFrame = z.object({ likeness: z.literal(likenessSide) });
const seenFrame = z.object({ seen: z.unknown() });

/**
 * A picture as cells of grey, 0 to 255, row by row, made in a confined child process; null for what is no picture or
 * cannot be decoded. @throws NotConfined; what opening the file throws
 */
export async function readLikeness(file: SandboxFile, within: Sandbox = comparing): Promise<Uint8Array | null> {
  let cells: Uint8Array | null = null;
  const take = async ({ head, body }: Frame): Promise<void> => {
    if (!cells && likenessFrame.safeParse(head).success) {
      if (body.byteLength !== likenessSide * likenessSide) throw new BadFrame("a likeness of another size");
      cells = body;
    } else if (!seenFrame.safeParse(head).success) throw new BadFrame("unknown frame");
  };
  const end = await within.ask(file, { operation: "likeness", timeoutMs: LIKENESS_MS }, take);
  return end === "ended" ? cells : null;
}

/** A separate pool: nobody waits for a comparison. */
const comparing = createSandbox({ places: places.reads });
