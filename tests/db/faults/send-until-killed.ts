import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { receiveUpload } from "@/lib/evidence/exhibits/receive-upload";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { contentOf } from "@/tests/unit/platform/storage/killed-content";
import { webStreamOf } from "../../support/files";

/** Run by killed.test.ts, which kills it: sends one file after the other and prints a line for each that has a receipt. */
const [token = "", caseId = "", first = "0"] = process.argv.slice(2);
const ctx = await ctxFromToken(Buffer.from(token, "base64url"));
if (!ctx) throw new Error("The session is over.");
const again = async () => ctx;
process.stdout.write("ready\n");

for (let index = Number(first); ; index += 1) {
  const bytes = contentOf(index);
  const about = { fileName: `${index}.txt`, description: "Sent again and again", method: "screenshot" };
  const form = { ...about, howObtained: "public", size: bytes.length, sha256: sha256Hex(bytes) };
  const { id } = await announceUpload(ctx, { caseId, ...form });
  const body = webStreamOf(bytes, [200_000]);
  const sending = { uploadId: id, size: bytes.length, offset: 0, body, signal: new AbortController().signal };
  const { receipt } = await receiveUpload(ctx, sending, again);
  process.stdout.write(`${JSON.stringify({ index, exhibitId: receipt.exhibitId, sha256: receipt.sha256 })}\n`);
}
