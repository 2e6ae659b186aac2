import { z } from "zod";
import { BadFrame, type Frame } from "./frames";

const pieceFrame = z.object({ piece: z.number().int().nonnegative() });
const wholeFrame = z.object({ whole: z.number().int().nonnegative() });
const seenFrame = z.object({ seen: z.unknown() });

/** A file that a child sends in pieces, in order, held in memory. `whole` gives it when all of it came, else null. */
export function collectPieces(mostBytes: number) {
  const parts: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  return {
    /** False when the frame is no part of a file. @throws BadFrame for a piece out of turn, or too much */
    take({ head, body }: Frame): boolean {
      const piece = pieceFrame.safeParse(head);
      if (piece.success) {
        if (piece.data.piece !== size || isWhole) throw new BadFrame("a piece out of turn");
        size += body.byteLength;
        if (size > mostBytes) throw new BadFrame("too much");
        parts.push(body);
        return true;
      }
      const whole = wholeFrame.safeParse(head);
      if (whole.success) isWhole = whole.data.whole === size;
      return whole.success || seenFrame.safeParse(head).success;
    },
    whole: (): Uint8Array | null => (isWhole && size > 0 ? Buffer.concat(parts) : null),
  };
}
