import "server-only";
import { bytesOfStream } from "@/lib/platform/hash";
import { type FileSource, gpsMark } from "@/lib/platform/pdf/read-document";
import { imageMetadata } from "@/lib/platform/pdf/read-image-metadata";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import { callsHome } from "./calls-home";
import { lookThroughPdf } from "./look-through-pdf";
import { readOriginal } from "./read-original";
import { CannotBuild } from "./rules";
import { attachLimit, type OriginalTravel, type PreparedExhibit } from "./snapshot";
import { findLeakedFields, type Secret } from "./taking/leaks";
import type { ExhibitFile } from "./taking/take-snapshot";

type Drawn = {
  file: ExhibitFile;
  mime: string;
  /** What was read of it as text. */
  text: unknown;
  isMasked: boolean;
  /** Numbers of its pages that are printed as they are: neither masked nor left out. */
  printed: ReadonlySet<number>;
  /** All of it is on paper. */
  isPrinted: boolean;
  /** The bytes of a picture that is printed as it is. */
  picture: { kind: "jpeg" | "png"; bytes: Uint8Array } | null;
};

/**
 * How the original of an exhibit travels. What is not printed whole goes inside the PDF; what is, beside it. What tells
 * who or where the client is goes with the sealed annex only, and a masked exhibit's original does; so does what a virus
 * scanner holds back, of which the annex names the hash alone.
 */
export async function placeOriginal(
  files: SealedFiles,
  drawn: Drawn,
  secrets: readonly Secret[],
): Promise<Pick<PreparedExhibit, "travel" | "original">> {
  const { file, isPrinted } = drawn;
  const sealed = await whySealed(files, drawn, secrets);
  if (sealed) return { travel: { how: "sealed", why: sealed } };
  const active = await whyActive(files, drawn);
  // Whoever opens the served PDF must not open it by a click: it lies apart, with what it does beside it.
  if (active) return { travel: { how: "beside", why: active } };
  if (isPrinted || file.size === 0 || file.size > attachLimit) return { travel: { how: "beside", why: null } };
  const open = async function* () {
    yield* (await files.open(file.fileId ?? "")).stream;
  };
  const travel: OriginalTravel = { how: "inside", why: null };
  return { travel, original: { name: file.name, size: file.size, open, mimeType: file.mime } };
}

/** Pictures, films and sounds open nothing; what they say of themselves is looked at elsewhere. */
const inert = /^(image\/(?!svg)|video\/|audio\/)/;

/** What the file does when somebody opens it, in words; null when nothing was seen. */
async function whyActive(files: SealedFiles, { file, mime }: Drawn): Promise<string | null> {
  if (inert.test(mime) || file.size === 0 || file.size > attachLimit) return null;
  const found = callsHome((await readOriginal(files, file.fileId ?? "", "bytes")).bytes);
  return found.length > 0 ? `acts when it is opened: ${found.join(", ")}` : null;
}

async function whySealed(files: SealedFiles, drawn: Drawn, secrets: readonly Secret[]): Promise<string | null> {
  const { file, mime, isMasked, isPrinted, picture } = drawn;
  if (file.held) return file.held;
  const pdf = mime === "application/pdf" ? await lookThroughPdf(sourceOf(files, file), drawn, secrets) : null;
  if (isMasked) return "a masked copy stands for it";
  if (pdf) return pdf;
  if (picture) return whyPictureSealed(picture, secrets);
  const kind = readable[mime];
  if (mime.startsWith("image/") && !(kind && isPrinted)) return "what the picture tells of its place could not be read";
  if (file.size === 0 || (isPrinted && !kind && mime !== "application/pdf") || file.size > attachLimit) return null;
  const { bytes } = await readOriginal(files, file.fileId ?? "", "bytes");
  if (kind) return whyPictureSealed({ kind, bytes }, secrets);
  return textsHold(drawn.text, bytes, secrets) ? "it holds details of the client" : null;
}

/** A sealed file that is read here and there. */
function sourceOf(files: SealedFiles, { fileId, size }: ExhibitFile): FileSource {
  const read = async (from: number, upTo: number) => {
    const to = Math.min(upTo, size);
    if (to <= from) return new Uint8Array(0);
    const { stream, length } = await files.open(fileId ?? "", { start: from, end: to - 1 });
    return bytesOfStream(stream, length);
  };
  return { size, read };
}

/** Pictures whose own words we can read. */
const readable: Partial<Record<string, "jpeg" | "png">> = { "image/jpeg": "jpeg", "image/png": "png" };

/**
 * What a picture says of itself: a position seals it, since it may be the client's home.
 * @throws CannotBuild when it holds a protected value: the picture is masked or left out first
 */
function whyPictureSealed({ kind, bytes }: NonNullable<Drawn["picture"]>, secrets: readonly Secret[]): string | null {
  const said = imageMetadata(kind, bytes);
  const [leak] = findLeakedFields(said, secrets);
  if (leak)
    throw new CannotBuild(
      `what the picture says of itself holds the client’s ${leak.what}. Mask a part of it, or leave the exhibit out.`,
    );
  return said.includes(gpsMark) ? "it tells where it was taken" : null;
}

/** Looks in what was read as text and in the raw bytes. A value inside a compressed or encrypted part is not seen. */
function textsHold(text: unknown, bytes: Uint8Array, secrets: readonly Secret[]): boolean {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  return findLeakedFields([text, raw], secrets).length > 0;
}
