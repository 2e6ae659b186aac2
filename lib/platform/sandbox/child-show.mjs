import { inspectMedia, isRecording } from "./child-media.mjs";
import { readMetadata } from "./child-metadata.mjs";
import { isArchive, isOffice } from "./child-sniff.mjs";
import { decodeText, toLines } from "./child-text.mjs";

const MIB = 1024 * 1024;
const DECODE_BYTES = 128 * MIB;
const TEXT_BYTES = 1 * MIB;
const OFFICE_BYTES = 64 * MIB;
const ARCHIVE_BYTES = 512 * MIB;

/**
 * The operations `inspect` (identifies the file), `render` (draws it for print) and `look` (both, and the metadata),
 * from page `fromPage` on. Frames: seen, metadata, drawing and page for each page, end.
 */
export async function run({ request, input, found, seen, send }) {
  const finish = (inspection, rendering) => send({ end: true, inspection, rendering });
  const refuse = (reason) => finish({ ...seen, problem: reason }, { kind: "not_shown", reason });
  if (request.size === 0) return refuse("empty");
  if (found.kind === "other" && isRecording(found.mime)) {
    const recording = { ...seen, ...(await inspectMedia(input, request.size, found.mime)) };
    return finish(recording, { kind: "not_shown", reason: recording.problem ?? "kind_not_shown" });
  }
  if (found.kind === "other") return finish(seen, { kind: "not_shown", reason: "kind_not_shown" });
  if (found.kind === "text" && found.mime === "text/html") {
    const { PAGE_BYTES, readPage } = await import("./child-page.mjs");
    return finish(seen, readPage(await input.head(PAGE_BYTES), found.charset, request.size));
  }
  if (isOffice(found.mime)) {
    if (request.size > OFFICE_BYTES) return refuse("too_large");
    const { readOffice } = await import("./child-office.mjs");
    const { problem, text } = readOffice(await input.whole(), found.mime);
    return problem === null ? finish(seen, text) : refuse(problem);
  }
  if (isArchive(found.mime)) {
    if (request.size > ARCHIVE_BYTES) return refuse("too_large");
    const { describeArchive, openArchive } = await import("./child-archive.mjs");
    const archive = openArchive(await input.whole(), found.mime);
    if (archive.directory === "none" || (archive.broken && archive.records.length === 0)) return refuse("unreadable");
    const { mime, text } = await describeArchive(archive);
    return finish({ ...seen, mime }, text);
  }
  if (found.kind === "text") return finish(seen, readText(await input.head(TEXT_BYTES), found.charset, request.size));
  if (request.size > DECODE_BYTES) return refuse("too_large");

  const bytes = await input.whole();
  const { look, draw, about } = await readerOf(found.kind);
  const inspection = { ...seen, ...(await look(bytes, found.kind)) };
  await send({ seen: inspection });
  if (request.operation === "look" && request.fromPage === 1) await send(await about(bytes, inspection));
  const nothingToShow = inspection.problem !== null && !(found.kind === "pdf" && inspection.pages > 0);
  if (request.operation === "inspect" || nothingToShow) {
    return finish(inspection, { kind: "not_shown", reason: inspection.problem ?? "kind_not_shown" });
  }
  return finish(inspection, await draw(bytes, found.kind, request, send));
}

/** Only the needed reader is loaded: the codecs are most of a child's startup cost. */
export async function readerOf(kind) {
  const nothing = () => ({ metadata: [], fingerprint: null });
  if (kind === "eml") {
    const { readMail } = await import("./child-mail.mjs");
    const draw = async (bytes) => ({ kind: "text", ...(await readMail(bytes)) });
    return { look: () => ({ problem: null }), draw, about: nothing };
  }
  if (kind === "pdf") {
    const { inspectPdf, renderPdf, aboutPdf } = await import("./child-pdf.mjs");
    return { look: inspectPdf, draw: renderPdf, about: aboutPdf };
  }
  const { inspectPicture, renderPicture, fingerprintOf, rawMetadata } = await import("./child-picture.mjs");
  const about = async (bytes, { problem }) => ({
    metadata: readMetadata(await rawMetadata(bytes, kind)),
    fingerprint: problem === null ? await fingerprintOf(bytes) : null,
  });
  return { look: inspectPicture, draw: renderPicture, about };
}

function readText(bytes, charset, size) {
  const { lines, cut } = toLines(decodeText(bytes, charset));
  return { kind: "text", headers: [], lines, attachments: [], cut: cut || size > bytes.byteLength };
}
