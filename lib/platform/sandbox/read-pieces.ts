import "server-only";
import { z } from "zod";
import { BadFrame, type Frame } from "./frames";
import { sandbox } from "./sandbox";
import type { SandboxFile } from "./types";

const pieceFrame = z.object({ piece: z.number().int().nonnegative() });
const wholeFrame = z.object({ whole: z.number().int().nonnegative() });
const seenFrame = z.object({ seen: z.unknown() });

type Ask = { operation: "page"; number: number } | { operation: "member" | "attachment"; index: number };

/**
 * Has a part of a saved page, an archive or a mail made or unpacked in a confined child process, and passes it on in pieces, in
 * order. @returns how many bytes it is; null when there is no such part, or not all of it came
 */
export async function readPieces(
  file: SandboxFile,
  ask: Ask & { timeoutMs: number },
  onPiece: (bytes: Uint8Array) => Promise<void>,
): Promise<number | null> {
  let size = 0;
  let isWhole = false;
  const take = async ({ head, body }: Frame): Promise<void> => {
    const piece = pieceFrame.safeParse(head);
    if (piece.success) {
      if (piece.data.piece !== size || isWhole) throw new BadFrame("a piece out of turn");
      size += body.byteLength;
      return onPiece(body);
    }
    const whole = wholeFrame.safeParse(head);
    if (whole.success) isWhole = whole.data.whole === size;
    else if (!seenFrame.safeParse(head).success) throw new BadFrame("unknown frame");
  };
  const end = await sandbox.ask(file, ask, take);
  return end === "ended" && isWhole ? size : null;
}
