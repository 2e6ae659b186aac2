import { closeDatabase } from "@/db/client";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { receiveUpload } from "@/lib/evidence/exhibits/receive-upload";
import { uploadProgress } from "@/lib/evidence/exhibits/upload-progress";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { fileOf } from "@/tests/db/evidence/exhibits/killed-files";
import { about } from "@/tests/support/exhibit";

/**
 * Run by kill-uploads.test.ts, which kills it: sends the files from `first` to 99 and prints a line for each that was
 * announced and for each that was acknowledged. `pending`: the announcement that an earlier run did not finish.
 */
const [token = "", caseId = "", first = "0", pending = ""] = process.argv.slice(2);
const ctx = await ctxFromToken(Buffer.from(token, "base64url"));
if (!ctx) throw new Error("The session did not open.");
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

for (let index = Number(first); index < 100; index += 1) {
  const bytes = fileOf(index);
  const announce = () => announceUpload(ctx, { caseId, ...about, size: bytes.length, sha256: sha256Hex(bytes) });
  const uploadId = (index === Number(first) && pending) || (await announce()).id;
  say({ index, uploadId });
  const { held } = await uploadProgress(ctx, uploadId);
  const offset = held === bytes.length ? 0 : held;
  const { signal } = new AbortController();
  const sending = { uploadId, offset, size: bytes.length - offset, body: slowly(bytes.subarray(offset)), signal };
  const { receipt } = await receiveUpload(ctx, sending, async () => ctx);
  say({ index, receipt, offset });
}
await closeDatabase();

/** Slow enough that a kill meets files that are half there. */
function slowly(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    async pull(to) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      if (at >= bytes.length) return to.close();
      to.enqueue(bytes.subarray(at, at + 200_000));
      at += 200_000;
    },
  });
}
