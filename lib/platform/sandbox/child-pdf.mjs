import { PDFiumLibrary } from "@hyzyla/pdfium";
import { fitPixels } from "./child-fit.mjs";
import { findXmp, readMetadata } from "./child-metadata.mjs";

const POINTS_PER_INCH = 72;
const END_WITHIN = 2048;
const META_BYTES = 4096;

let document;

/** Opens the file in PDFium, which repairs what it can. A truncated file may still show pages, but is marked. */
export async function inspectPdf(bytes) {
  try {
    document = await openPdf(bytes);
  } catch (error) {
    return { problem: /password|security/i.test(String(error)) ? "password_protected" : unreadable(bytes) };
  }
  const pages = document.getPageCount();
  const size = pages > 0 ? firstSize() : null;
  return size === null ? { problem: unreadable(bytes) } : { ...size, pages, problem: cutMark(bytes) };
}

/**
 * Draws pages `fromPage` to `maxPages` on white at `dpi`. Forms, scripts and embedded files are not run or shown. A
 * page is announced before it is drawn, so that the caller knows at which page a child died.
 */
export async function renderPdf(bytes, _kind, { maxPages, fromPage, dpi }, send) {
  const totalPages = document.getPageCount();
  let problem = cutMark(bytes);
  for (let number = fromPage; number <= Math.min(totalPages, maxPages); number += 1) {
    await send({ drawing: number });
    const rendered = await drawPage(number, dpi).catch(() => null);
    if (!rendered) problem ??= "unreadable";
    else
      await send(
        { page: { number, format: "jpeg", width: rendered.width, height: rendered.height } },
        await encode(rendered),
      );
  }
  return { kind: "pages", totalPages, problem };
}

/** The information dictionary, the version of the format, and any unencrypted XMP. */
export function aboutPdf(bytes) {
  const pdf = document
    ? ["Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate"]
    : [];
  const version = /%PDF-(\d\.\d)/.exec(bytes.toString("latin1", 0, 1024))?.[1];
  const entries = pdf.map((name) => [name, metaText(name)]);
  const about = { xmp: findXmp(bytes), pdf: [...entries, ...(version ? [["Version", version]] : [])] };
  return { metadata: readMetadata(about), fingerprint: null };
}

function metaText(name) {
  const { module, documentIdx } = document;
  const tag = module.wasmExports.malloc(name.length + 1);
  const value = module.wasmExports.malloc(META_BYTES);
  try {
    module.HEAPU8.set(Buffer.from(`${name}\0`, "latin1"), tag);
    const length = module._FPDF_GetMetaText(documentIdx, tag, value, META_BYTES);
    if (length < 3 || length > META_BYTES) return "";
    return Buffer.from(module.HEAPU8.slice(value, value + length - 2)).toString("utf16le");
  } finally {
    module.wasmExports.free(tag);
    module.wasmExports.free(value);
  }
}

async function openPdf(bytes) {
  const library = await PDFiumLibrary.init();
  return library.loadDocument(bytes);
}

/** Null when the first page is not there, whatever the file says of their number. */
function firstSize() {
  const { originalWidth, originalHeight } = document.getPage(0).getOriginalSize();
  if (originalWidth < 1 || originalHeight < 1) return null;
  return { width: Math.round(originalWidth), height: Math.round(originalHeight) };
}

/** A page as opaque raw pixels of four channels, alpha last. `number` counts from 1. */
export async function drawPage(number, dpi) {
  const page = document.getPage(number - 1);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const wanted = dpi / POINTS_PER_INCH;
  const scale = wanted * fitPixels(Math.max(1, originalWidth * wanted), Math.max(1, originalHeight * wanted));
  const width = Math.max(1, Math.round(originalWidth * scale));
  const height = Math.max(1, Math.round(originalHeight * scale));
  const { data } = await page.render({ width, height, render: "bitmap" });
  return { data, width, height, channels: 4 };
}

/** The encoder is loaded when there is a page to encode: many files have none, and many inspections need none. */
async function encode({ data, width, height, channels }) {
  const { default: sharp } = await import("sharp");
  const image = sharp(data, { raw: { width, height, channels } }).flatten({ background: "#ffffff" });
  return image.jpeg({ quality: 85, chromaSubsampling: "4:4:4" }).toBuffer();
}

function cutMark(bytes) {
  return bytes.subarray(-END_WITHIN).includes("%%EOF") ? null : "truncated";
}

/** An interrupted download has objects and no end; it is distinguished from what never was a PDF. */
function unreadable(bytes) {
  return bytes.includes("endobj") ? (cutMark(bytes) ?? "unreadable") : "unreadable";
}
