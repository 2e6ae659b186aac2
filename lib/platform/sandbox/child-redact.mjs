import sharp from "sharp";
import { fitPixels } from "./child-fit.mjs";

const DECODE_BYTES = 128 * 1024 * 1024;

/**
 * The operation `redact`: draws one page afresh, writes black over every pixel that a box touches, and only then
 * shrinks and encodes it, so that nothing under a box has a part in what comes out. Frames: seen, page, end.
 */
export async function run({ request, input, found, seen, send }) {
  const finish = (inspection, rendering) => send({ end: true, inspection, rendering });
  const refuse = (problem, reason = problem) => finish({ ...seen, problem }, { kind: "not_shown", reason });
  if (request.size === 0) return refuse("empty");
  if (request.size > DECODE_BYTES) return refuse("too_large");
  const reader = READERS[found.kind] ?? (KINDS.has(found.kind) ? picturePixels : null);
  if (!reader) return refuse(null, "kind_not_shown");

  const { inspection, pixels } = await reader(await input.whole(), found.kind, request);
  const seenNow = { ...seen, ...inspection };
  await send({ seen: seenNow });
  if (!pixels) return finish(seenNow, { kind: "not_shown", reason: inspection.problem ?? "unreadable" });
  for (const box of request.boxes) cover(pixels, box);
  const { data, size } = await encode(pixels, request.format);
  await send({ page: { number: request.page, ...size } }, data);
  return finish(seenNow, { kind: "pages", totalPages: inspection.pages ?? 1, problem: null });
}

const KINDS = new Set(["jpeg", "png", "webp", "gif", "tiff"]);
const READERS = { pdf: pdfPixels };

async function pdfPixels(bytes, _kind, { page, dpi }) {
  const { inspectPdf, drawPage } = await import("./child-pdf.mjs");
  const inspection = await inspectPdf(bytes);
  if (!inspection.pages || page > inspection.pages) return { inspection };
  return { inspection, pixels: await drawPage(page, dpi).catch(() => null) };
}

async function picturePixels(bytes, kind, { page }) {
  const { inspectPicture, open, MAX_PIXELS, upright } = await import("./child-picture.mjs");
  const inspection = await inspectPicture(bytes, kind);
  const total = kind === "tiff" ? (inspection.pages ?? 1) : 1;
  if (inspection.problem !== null || page > total) return { inspection };
  const { width, height } = await open(bytes, page - 1).metadata();
  if (width * height > MAX_PIXELS) return { inspection: { ...inspection, problem: "too_large" } };
  const { data, info } = await upright(bytes, page - 1)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { inspection, pixels: { data, width: info.width, height: info.height, channels: info.channels } };
}

/** Outward to whole pixels: a pixel that a box touches is black. */
function cover({ data, width, height, channels }, box) {
  const left = Math.max(0, Math.floor(box.x * width));
  const top = Math.max(0, Math.floor(box.y * height));
  const right = Math.min(width, Math.ceil((box.x + box.width) * width));
  const bottom = Math.min(height, Math.ceil((box.y + box.height) * height));
  for (let row = top; row < bottom; row += 1) {
    data.fill(0, (row * width + left) * channels, (row * width + right) * channels);
    if (channels === 4) {
      for (let column = left; column < right; column += 1) data[(row * width + column) * 4 + 3] = 255;
    }
  }
}

async function encode({ data, width, height, channels }, format) {
  const scale = fitPixels(width, height);
  const whole = sharp(data, { raw: { width, height, channels } }).flatten({ background: "#ffffff" });
  const sized = scale < 1 ? whole.resize({ width: Math.max(1, Math.round(width * scale)), fit: "inside" }) : whole;
  const encoded =
    format === "png" ? sized.png({ compressionLevel: 6 }) : sized.jpeg({ quality: 90, chromaSubsampling: "4:4:4" });
  const { data: out, info } = await encoded.toBuffer({ resolveWithObject: true });
  return { data: out, size: { format, width: info.width, height: info.height } };
}
