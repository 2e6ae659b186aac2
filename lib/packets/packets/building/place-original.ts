import "server-only";
import { callsHome } from "@/lib/evidence/exhibits/calls-home";
import { openPdfWords } from "@/lib/evidence/exhibits/open-pdf-words";
import { mayAct } from "@/lib/evidence/exhibits/rules";
import type { Active } from "@/lib/evidence/exhibits/types";
import { type FileSource, gpsMark } from "@/lib/platform/pdf/read-document";
import { imageMetadata } from "@/lib/platform/pdf/read-image-metadata";
import { readPdfWords } from "@/lib/platform/sandbox/read-pdf-words";
import { free } from "@/lib/platform/sealing/format";
import { readInBlocks } from "@/lib/platform/storage/read-in-blocks";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import { CannotBuild } from "../rules";
import { copyName } from "../sections/exhibits/exhibit-pages";
import { type Covers, holdsCovered, seeksElsewhere } from "../snapshot/covered";
import { findLeakedFields, type Secret } from "../snapshot/leaks";
import { type AttachedFile, attachLimit, type OriginalTravel, type PreparedExhibit } from "../snapshot/snapshot";
import { WordsRead } from "../snapshot/snapshot-words";
import type { ExhibitFile } from "../snapshot/take-snapshot";
import { lookThroughPdf } from "./look-through-pdf";
import { plainCopy } from "./plain-copy";
import { readOriginal } from "./read-original";

type Rendered = {
  file: ExhibitFile;
  mime: string;
  /** What was read of it as text. */
  text: unknown;
  isMasked: boolean;
  /** A person covered words of it. */
  isCovered: boolean;
  /** What persons covered in exhibits of the case. */
  covers: Covers;
  /** The numbers of its pages printed unchanged: neither masked nor left out. */
  printed: ReadonlySet<number>;
  /** All of it is on paper. */
  isPrinted: boolean;
  /** The bytes of a picture printed unchanged. */
  picture: { kind: "jpeg" | "png"; bytes: Uint8Array } | null;
};

/**
 * How the original of an exhibit travels. If it is not printed completely it goes inside the PDF, otherwise next to it.
 * What reveals the client's identity or address goes only with the sealed annex; so does the original of anything
 * masked or covered, and anything that contains words covered in another exhibit. Of a file held back by the virus
 * scanner the annex gives only the hash. An original with active content stays, unless somebody sends it along for a
 * reason: then it travels separately, so that nobody opens it with a click in the served PDF.
 */
export async function placeOriginal(
  files: SealedFiles,
  rendered: Rendered,
  secrets: readonly Secret[],
): Promise<Pick<PreparedExhibit, "travel" | "original" | "copy" | "forAnnex">> {
  const { file, isPrinted } = rendered;
  const sealed = (await whySealed(files, rendered, secrets)) ?? file.sealedThen;
  if (sealed) return { travel: { how: "sealed", why: sealed }, ...(await enclosable(files, rendered)) };
  const acts = await actsOf(files, rendered);
  if (acts.length > 0)
    return file.sentActive ? { travel: { how: "beside", why: describeActs(acts), acts } } : held(rendered, acts);
  if (isPrinted || file.size === 0 || file.size > attachLimit) return { travel: { how: "beside", why: null } };
  const travel: OriginalTravel = { how: "inside", why: null };
  return { travel, original: attached(files, file) };
}

function attached(files: SealedFiles, { fileId, name, size, mime }: ExhibitFile): AttachedFile {
  const open = async function* () {
    yield* (await files.open(fileId ?? "")).stream;
  };
  return { name, size, open, mimeType: mime };
}

/**
 * The original proves what is served of it covered or masked: it may go into the sealed annex. An intimate picture is
 * only shown in person, whatever a release says.
 */
async function enclosable(files: SealedFiles, rendered: Rendered): Promise<Pick<PreparedExhibit, "forAnnex">> {
  const { file } = rendered;
  if (file.held || file.size === 0) return {};
  if (file.intimate) return { forAnnex: { stays: "it shows somebody intimately" } };
  if (file.size > attachLimit) return { forAnnex: { stays: "it is larger than 25 MB" } };
  const seen = await actsOf(files, rendered);
  return { forAnnex: seen.length > 0 ? { stays: `it ${describeActs(seen)}` } : { file: attached(files, file) } };
}

const describeActs = (acts: readonly Active[]) => `acts when it is opened: ${acts.join(", ")}`;

/** The original stays. Its printed pages, or its words as plain text, are a copy without active content. */
function held({ file, text, printed }: Rendered, acts: readonly Active[]): Pick<PreparedExhibit, "travel" | "copy"> {
  const copy = plainCopy(text);
  const stands = copy
    ? `a copy of its words in plain text is attached to this PDF as ${copyName(file.code)}`
    : printed.size > 0
      ? "its printed pages stand for it"
      : "no copy that does nothing could be made of it";
  const why = `it ${describeActs(acts)}; ${stands}`;
  return { travel: { how: "held", why, acts }, ...(copy ? { copy } : {}) };
}

/** The file's active content; empty if none was found. */
async function actsOf(files: SealedFiles, { file, mime }: Rendered): Promise<Active[]> {
  if (!mayAct({ mime, size: file.size })) return [];
  const { bytes } = await readOriginal(files, file.fileId ?? "", "bytes");
  const acts = callsHome(bytes);
  free(bytes);
  return acts;
}

async function whySealed(files: SealedFiles, rendered: Rendered, secrets: readonly Secret[]): Promise<string | null> {
  const { file, mime, isMasked, isCovered, isPrinted, picture } = rendered;
  if (file.held) return file.held;
  const pdf = mime === "application/pdf" ? await lookThroughPdf(bothOf(files, file), rendered, secrets) : null;
  if (isMasked) return "a masked copy stands for it";
  if (isCovered) return "some of its words are covered";
  if (file.saysProtected) return "details of the client are spoken in it";
  if (pdf) return pdf;
  const told = whyTells(rendered);
  if (told) return told;
  if (picture) return whyPictureSealed(picture, secrets);
  const kind = readable[mime];
  if (mime.startsWith("image/") && !(kind && isPrinted)) return "what the picture tells of its place could not be read";
  if (file.size === 0 || (isPrinted && !kind && mime !== "application/pdf") || file.size > attachLimit) return null;
  // A value inside a compressed or encrypted part cannot be found.
  const { bytes } = await readOriginal(files, file.fileId ?? "", "bytes");
  if (kind) return whyPictureSealed({ kind, bytes }, secrets);
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  if (findLeakedFields([rendered.text, raw], secrets).length > 0) return "it holds details of the client";
  return holdsCovered(raw, rendered.covers) ? holdsWords : null;
}

const holdsWords = "it holds words that are covered in another exhibit";

/**
 * Words covered in one exhibit may appear in the file of another: in a part its transcript omits, or in a message
 * stored with the export that brought it first.
 */
function whyTells({ file, mime, text, covers }: Rendered): string | null {
  if (!seeksElsewhere(covers)) return null;
  if (holdsCovered(text, covers)) return holdsWords;
  const isCut = WordsRead.safeParse(text).data?.cut ?? false;
  const isWhole = !packed.test(mime) && !isCut && (file.size <= attachLimit || withoutText.test(mime));
  return isWhole ? null : "words are covered in another exhibit, and not all of this file could be searched for them";
}

/** Archives, such as a chat export with its pictures, and office files. */
const packed = /^application\/.*(zip|wacz|warc|compressed|rar|tar|openxmlformats|oasis|ms-|cfb|msword)/;
/** These are not searched for words. */
const withoutText = /^(image|video|audio)\/|^application\/pdf$/;

/** The file for random access, and its words: as they were read when it arrived, or now. */
const bothOf = (files: SealedFiles, file: ExhibitFile) => ({
  source: sourceOf(files, file),
  words: () => {
    const kept = file.made.find(({ kind }) => kind === "words");
    const open = async () => (await files.open(file.fileId ?? "")).stream;
    return kept ? openPdfWords(files, kept.fileId) : readPdfWords({ size: file.size, open });
  },
});

/** A sealed file that is read here and there. */
function sourceOf(files: SealedFiles, { fileId, size }: ExhibitFile): FileSource {
  const read = (from: number, to: number) => files.bytes(fileId ?? "", { start: from, end: to - 1 });
  return { size, read: readInBlocks(size, read) };
}

/** Pictures whose own words we can read. */
const readable: Partial<Record<string, "jpeg" | "png">> = { "image/jpeg": "jpeg", "image/png": "png" };

/**
 * What a picture's metadata reveals: a location seals it, since it may be the client's home.
 * @throws CannotBuild if it contains a protected value: the picture must first be masked or left out
 */
function whyPictureSealed(
  { kind, bytes }: NonNullable<Rendered["picture"]>,
  secrets: readonly Secret[],
): string | null {
  const messages = imageMetadata(kind, bytes);
  const [leak] = findLeakedFields(messages, secrets);
  if (leak)
    throw new CannotBuild(
      `what the picture says of itself contains the client’s ${leak.what}. Mask a part of it, or leave the exhibit out.`,
    );
  return messages.includes(gpsMark) ? "it tells where it was taken" : null;
}
