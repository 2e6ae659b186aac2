/**
 * Runs in a confined process (see launch.ts): no network, no environment, no files but its own code and the codecs.
 * Reads one stranger's file from stdin, answers with frames on stdout, ends. Plain JavaScript, so that no bundler and
 * no compiler stands between this text and what runs.
 */
import { sniff } from "./child-sniff.mjs";
import { decodeText, toLines } from "./child-text.mjs";
import { openInput, sendFrame } from "./child-wire.mjs";

const MIB = 1024 * 1024;
const HEAD_BYTES = 64 * 1024;
const DECODE_BYTES = 128 * MIB;
const TEXT_BYTES = 1 * MIB;

/** Fonts, codecs and PDFium write notes to the console; stdout belongs to the protocol. */
for (const name of ["log", "info", "warn", "error", "debug"]) console[name] = () => undefined;

const request = JSON.parse(process.argv[2] ?? "{}");
const input = openInput(process.stdin, request.size);
const head = await input.head(HEAD_BYTES);
const found = await sniff(head, request.size);
const seen = { kind: found.kind, mime: found.mime, width: null, height: null, pages: null, problem: null };
await sendFrame(process.stdout, { seen });

if (request.size === 0) await refuse("empty");
else if (found.kind === "other") await finish(seen, { kind: "not_shown", reason: "kind_not_shown" });
else if (found.kind === "text") await text();
else if (request.size > DECODE_BYTES) await refuse("too_large");
else await decode(await input.whole());
process.exit(0);

async function decode(bytes) {
  const { look, draw } = await readerOf(found.kind);
  const inspection = { ...seen, ...(await look(bytes, found.kind)) };
  await sendFrame(process.stdout, { seen: inspection });
  const nothingToShow = inspection.problem !== null && !(found.kind === "pdf" && inspection.pages > 0);
  if (request.operation === "inspect" || nothingToShow) {
    return finish(inspection, { kind: "not_shown", reason: inspection.problem ?? "kind_not_shown" });
  }
  const onPage = (page, pixels) => sendFrame(process.stdout, { page }, pixels);
  return finish(inspection, await draw(bytes, found.kind, request, onPage));
}

/** Only the reader that is needed is loaded: the codecs are most of what a child costs to start. */
async function readerOf(kind) {
  if (kind === "eml") {
    const { readMail } = await import("./child-mail.mjs");
    return { look: () => ({ problem: null }), draw: (bytes) => ({ kind: "text", ...readMail(bytes) }) };
  }
  if (kind === "pdf") {
    const { inspectPdf, renderPdf } = await import("./child-pdf.mjs");
    return { look: inspectPdf, draw: renderPdf };
  }
  const { inspectPicture, renderPicture } = await import("./child-picture.mjs");
  return { look: inspectPicture, draw: renderPicture };
}

async function text() {
  const bytes = await input.head(TEXT_BYTES);
  const lines = toLines(decodeText(bytes, found.charset));
  const cut = lines.cut || request.size > bytes.byteLength;
  await finish(seen, { kind: "text", headers: [], lines: lines.lines, attachments: [], cut });
}

async function refuse(problem) {
  await finish({ ...seen, problem }, { kind: "not_shown", reason: problem });
}

async function finish(inspection, rendering) {
  await sendFrame(process.stdout, { end: true, inspection, rendering });
}
