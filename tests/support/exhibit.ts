import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { receiveUpload } from "@/lib/evidence/exhibits/receive-upload";
import type { Receipt } from "@/lib/evidence/exhibits/types";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { webStreamOf } from "./files";

/** The least that must be said about a file. */
export const about = {
  fileName: "IMG 2231.png",
  description: "Direct message with a threat",
  method: "screenshot",
  howObtained: "received_by_client",
};

/** Announces bytes and sends them, as a browser would. */
export async function addExhibit(
  ctx: Ctx,
  caseId: string,
  bytes: Uint8Array,
  change: Record<string, unknown> = {},
): Promise<Receipt> {
  const { id } = await announceUpload(ctx, { caseId, ...about, size: bytes.byteLength, ...change });
  const { receipt } = await send(ctx, id, bytes);
  return receipt;
}

/** Sends bytes under an announced id. */
export function send(ctx: Ctx, uploadId: string, bytes: Uint8Array, size = bytes.byteLength) {
  const signal = new AbortController().signal;
  return receiveUpload(ctx, { uploadId, size, body: webStreamOf(bytes), signal }, async () => ctx);
}
