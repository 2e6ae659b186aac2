import { receiveClientFile } from "@/lib/client/files/receive-client-file";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { sha256 } from "@/lib/platform/crypto/crypto";

export const picture = Buffer.from("A picture of what was written, as a phone keeps it.");
export const said = {
  fileName: "IMG_1.png",
  fileType: "image/png",
  what: "What he wrote",
  when: "on Monday",
  where: "https://x.example/p/1",
};
export const announced = (bytes: Buffer) => ({ ...said, size: bytes.length, sha256: sha256(bytes).toString("hex") });

/** The body of a request; the line breaks behind it when `breaks` is set. */
export function body(bytes: Buffer, breaks = false): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent && breaks) return controller.error(new Error("The line broke."));
      if (sent) return controller.close();
      sent = true;
      controller.enqueue(new Uint8Array(bytes));
    },
  });
}

export const sendFrom = (ctx: Ctx, clientFileId: string, bytes: Buffer, offset = 0) =>
  receiveClientFile(ctx, {
    clientFileId,
    offset,
    body: body(bytes.subarray(offset)),
    signal: AbortSignal.timeout(5000),
  });
