import {
  concatTransformationMatrix,
  drawObject,
  PDFArray,
  PDFCheckBox,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRadioGroup,
  PDFStream,
  PDFTextField,
  popGraphicsState,
  pushGraphicsState,
  StandardFonts,
} from "pdf-lib";
import { formFields, nameOf, plain, sendFile, viewOf } from "./child-form.mjs";

const HIDDEN = 2;
const NO_VIEW = 32;

/**
 * The operation `fill`: the input is an empty form, a sheet for each of its pages with the words to lay over it, pages
 * to add behind (may be missing), and what to tick as JSON, one after the other with the sizes that the request names.
 * Fields become part of the pages. Frames: `{ filled }` with the number of pages, then the file in pieces.
 */
export async function run({ request, input, send }) {
  const [form, overlay, behind, json] = cut(await input.whole(), request.parts);
  const { ticks, emptied } = JSON.parse(json.toString("utf8"));
  const document = await PDFDocument.load(form, { updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const field of formFields(document)) {
    if (emptied.includes(nameOf(field))) empty(field, font);
    for (const tick of ticks) if (tick.field === nameOf(field)) choose(field, tick.option);
  }
  const pages = document.getPages();
  for (const page of pages) flatten(page);
  document.catalog.delete(PDFName.of("AcroForm"));
  const sheets = await document.embedPdf(overlay, [...pages.keys()]);
  for (const [at, page] of pages.entries()) layOver(page, sheets[at]);
  if (behind.byteLength > 0) {
    const source = await PDFDocument.load(behind, { updateMetadata: false });
    for (const page of await document.copyPages(source, source.getPageIndices())) document.addPage(page);
  }
  const bytes = await document.save({ useObjectStreams: false, updateFieldAppearances: false });
  await sendFile(send, { filled: document.getPageCount() }, bytes);
}

function cut(bytes, sizes) {
  let from = 0;
  return sizes.map((size) => {
    from += size;
    return bytes.subarray(from - size, from);
  });
}

/** What the form itself says in a field gives way to what is written over it. */
function empty(field, font) {
  if (!(field instanceof PDFTextField) || !field.getText()) return;
  field.setText("");
  field.updateAppearances(font);
}

function choose(field, option) {
  if (field instanceof PDFCheckBox) field.check();
  else if (field instanceof PDFRadioGroup) {
    const found = field.getOptions().find((one) => plain(one) === option);
    if (found !== undefined) field.select(found);
  }
}

/** Draws what each field shows into its page, and takes the fields away. */
function flatten(page) {
  const annotations = page.node.Annots();
  for (let at = 0; at < (annotations?.size() ?? 0); at += 1) {
    const one = annotations.lookup(at);
    if (one instanceof PDFDict) drawAppearance(page, one);
  }
  page.node.delete(PDFName.of("Annots"));
}

function drawAppearance(page, annotation) {
  const flags = Number(String(annotation.lookup(PDFName.of("F")) ?? "0"));
  if ((flags & HIDDEN) !== 0 || (flags & NO_VIEW) !== 0) return;
  const found = appearanceOf(annotation);
  const rect = numbers(annotation.lookup(PDFName.of("Rect")), 4);
  if (!found || !rect) return;
  const { ref, stream } = found;
  const box = numbers(stream.dict.lookup(PDFName.of("BBox")), 4);
  const matrix = numbers(stream.dict.lookup(PDFName.of("Matrix")), 6) ?? [1, 0, 0, 1, 0, 0];
  const place = box && placeOf(box, matrix, rect);
  if (!place) return;
  const name = page.node.newXObject("Field", ref);
  page.pushOperators(pushGraphicsState(), concatTransformationMatrix(...place), drawObject(name), popGraphicsState());
}

/** The picture of the state in which the annotation is. */
function appearanceOf(annotation) {
  const all = annotation.lookup(PDFName.of("AP"));
  if (!(all instanceof PDFDict)) return null;
  const key = PDFName.of("N");
  const normal = all.lookup(key);
  if (normal instanceof PDFStream) return { ref: all.get(key), stream: normal };
  const state = annotation.lookup(PDFName.of("AS"));
  if (!(normal instanceof PDFDict) || !(state instanceof PDFName)) return null;
  const stream = normal.lookup(state);
  return stream instanceof PDFStream ? { ref: normal.get(state), stream } : null;
}

function numbers(array, count) {
  if (!(array instanceof PDFArray) || array.size() !== count) return null;
  const values = Array.from({ length: count }, (_, i) => Number(String(array.lookup(i))));
  return values.every(Number.isFinite) ? values : null;
}

/** Algorithm 8 of ISO 32000-1, 12.5.5: the box of the picture, moved and scaled to the rectangle of the annotation. */
function placeOf([x1, y1, x2, y2], [a, b, c, d, e, f], rect) {
  const corners = [
    [x1, y1],
    [x2, y1],
    [x1, y2],
    [x2, y2],
  ].map(([x, y]) => [a * x + c * y + e, b * x + d * y + f]);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, low] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - low];
  if (width === 0 || height === 0) return null;
  const [toLeft, toLow] = [Math.min(rect[0], rect[2]), Math.min(rect[1], rect[3])];
  const sx = Math.abs(rect[2] - rect[0]) / width;
  const sy = Math.abs(rect[3] - rect[1]) / height;
  return [sx, 0, 0, sy, toLeft - left * sx, toLow - low * sy];
}

/** A sheet over a page, upper left corner on upper left corner as a person sees the page. */
function layOver(page, sheet) {
  const { left, low, right, high, turn } = viewOf(page);
  const tall = sheet.height;
  const places = {
    0: [1, 0, 0, 1, left, high - tall],
    90: [0, 1, -1, 0, left + tall, low],
    180: [-1, 0, 0, -1, right, low + tall],
    270: [0, -1, 1, 0, right - tall, high],
  };
  const name = page.node.newXObject("Sheet", sheet.ref);
  const place = places[turn] ?? places[0];
  page.pushOperators(pushGraphicsState(), concatTransformationMatrix(...place), drawObject(name), popGraphicsState());
}
