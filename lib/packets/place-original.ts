import "server-only";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import { readOriginal } from "./read-original";
import { attachLimit, type OriginalTravel, type PreparedExhibit } from "./snapshot";
import { findLeakedFields, type Secret } from "./taking/leaks";
import type { ExhibitFile } from "./taking/take-snapshot";

type Drawn = {
  file: ExhibitFile;
  mime: string;
  /** What was read of it as text. */
  text: unknown;
  isMasked: boolean;
  /** All of it is on paper. */
  isPrinted: boolean;
};

/**
 * How the original of an exhibit travels. What is not printed whole goes inside the PDF; what is, beside it. What tells
 * who or where the client is goes with the sealed annex only, and a masked exhibit's original does.
 */
export async function placeOriginal(
  files: SealedFiles,
  drawn: Drawn,
  secrets: readonly Secret[],
): Promise<Pick<PreparedExhibit, "travel" | "original">> {
  const { file, isPrinted } = drawn;
  const sealed = await whySealed(files, drawn, secrets);
  if (sealed) return { travel: { how: "sealed", why: sealed } };
  if (isPrinted || file.size === 0 || file.size > attachLimit) return { travel: { how: "beside", why: null } };
  const open = async function* () {
    yield* (await files.open(file.fileId ?? "")).stream;
  };
  const travel: OriginalTravel = { how: "inside", why: null };
  return { travel, original: { name: file.name, size: file.size, open, mimeType: file.mime } };
}

/** Looks in what was read as text and in the raw bytes. A value inside a compressed or encrypted part is not seen. */
async function whySealed(files: SealedFiles, drawn: Drawn, secrets: readonly Secret[]): Promise<string | null> {
  const { file, mime, text, isMasked, isPrinted } = drawn;
  if (isMasked) return "a masked copy stands for it";
  if (isPrinted) return null;
  if (mime.startsWith("image/")) return "the picture itself may tell where and on what it was made";
  if (file.size === 0 || file.size > attachLimit) return null;
  const { bytes } = await readOriginal(files, file.fileId ?? "", "bytes");
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  return findLeakedFields([text, raw], secrets).length > 0 ? "it holds details of the client" : null;
}
