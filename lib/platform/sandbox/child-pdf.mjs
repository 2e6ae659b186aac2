import { PDFiumLibrary } from "@hyzyla/pdfium";
import sharp from "sharp";
import { fitPixels } from "./child-fit.mjs";

const POINTS_PER_INCH = 72;
const END_WITHIN = 2048;

let document;

/** Opens the file in PDFium, which repairs what it can. A cut file may still show pages; it is marked all the same. */
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

/** Draws up to `maxPages` pages on white at `dpi`. Forms, scripts and embedded files are not run or shown. */
export async function renderPdf(bytes, _kind, { maxPages, dpi }, onPage) {
  const totalPages = document.getPageCount();
  let problem = cutMark(bytes);
  let shown = 0;
  for (let index = 0; index < Math.min(totalPages, maxPages); index += 1) {
    const drawn = await drawPage(index, dpi).catch(() => null);
    if (drawn) await onPage({ number: index + 1, ...drawn.size }, drawn.data);
    if (drawn) shown += 1;
    else problem ??= "unreadable";
  }
  if (shown === 0) return { kind: "not_shown", reason: problem ?? "unreadable" };
  return { kind: "pages", totalPages, problem };
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

async function drawPage(index, dpi) {
  const page = document.getPage(index);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const wanted = dpi / POINTS_PER_INCH;
  const scale = wanted * fitPixels(Math.max(1, originalWidth * wanted), Math.max(1, originalHeight * wanted));
  const width = Math.max(1, Math.round(originalWidth * scale));
  const height = Math.max(1, Math.round(originalHeight * scale));
  const { data } = await page.render({ width, height, render: "bitmap" });
  const image = sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: "#ffffff" });
  const encoded = await image.jpeg({ quality: 85, chromaSubsampling: "4:4:4" }).toBuffer();
  return { size: { format: "jpeg", width, height }, data: encoded };
}

function cutMark(bytes) {
  return bytes.subarray(-END_WITHIN).includes("%%EOF") ? null : "truncated";
}

/** A download that broke off has objects and no end; it is told apart from what never was a PDF. */
function unreadable(bytes) {
  return bytes.includes("endobj") ? (cutMark(bytes) ?? "unreadable") : "unreadable";
}
