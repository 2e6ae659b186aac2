import {
  PDFArray,
  PDFCheckBox,
  PDFDict,
  PDFDocument,
  PDFDropdown,
  PDFName,
  PDFOptionList,
  PDFRadioGroup,
  PDFRef,
  PDFStream,
  PDFTextField,
} from "pdf-lib";
import { HIDING } from "./child-text.mjs";

const PIECE = 8 * 1024 * 1024;
const MOST_NAME = 200;
const MOST_FIELDS = 600;
const MOST_OPTIONS = 60;
/** Annotations that are part of what a page shows. Links, files, sounds, films and the like are not. */
const SHOWN = new Set(["Widget", "FreeText", "Stamp", "Square", "Circle", "Line", "Polygon", "PolyLine", "Ink"]);
/** What a viewer would run or fetch. */
const ACTIONS = new Set([
  "GoToE",
  "GoToR",
  "Hide",
  "ImportData",
  "JavaScript",
  "Launch",
  "Movie",
  "Named",
  "Rendition",
  "ResetForm",
  "RichMediaExecute",
  "SetOCGState",
  "Sound",
  "SubmitForm",
  "Thread",
  "Trans",
  "URI",
]);
/** What hangs on the whole document and that no printed form needs. */
const ROOT_KEYS = [
  "AA",
  "AF",
  "Collection",
  "DSS",
  "Metadata",
  "Names",
  "OpenAction",
  "Outlines",
  "PieceInfo",
  "Perms",
];

/**
 * The operation `form`: an empty form of a stranger, made harmless. Frames: `{ form }` with its pages in points as a
 * person sees them, its fields with their places, and what was taken out; then the file in pieces. One that may not be
 * kept answers `{ refused }` with the reason and nothing else.
 */
export async function run({ request, input, found, send }) {
  if (found.kind !== "pdf") return send({ refused: "not_pdf" });
  const opened = await open(await input.whole());
  if (typeof opened === "string") return send({ refused: opened });
  const pages = opened.getPages();
  if (pages.length > request.maxPages) return send({ refused: "too_many_pages" });
  const removed = cleanse(opened);
  if (removed === null) return send({ refused: "xfa_only" });
  const places = fieldsOf(opened);
  if (places.length > MOST_FIELDS) return send({ refused: "too_many_fields" });
  forgetUnreached(opened.context);
  const form = { pages: pages.map(sizeOf), fields: places, removed };
  await sendFile(send, { form }, await opened.save({ useObjectStreams: false, updateFieldAppearances: false }));
}

/** The head of an answer, then the file in pieces and how many bytes it is. */
export async function sendFile(send, head, bytes) {
  await send(head);
  for (let at = 0; at < bytes.byteLength; at += PIECE) {
    await send({ piece: at }, Buffer.from(bytes.subarray(at, at + PIECE)));
  }
  await send({ whole: bytes.byteLength });
}

/** The document, or why it is not opened. */
async function open(bytes) {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    // A file of which nothing was found opens too, and fails here.
    return document.getPages().length > 0 ? document : "unreadable";
  } catch (error) {
    return /encrypted/i.test(String(error)) ? "password_protected" : "unreadable";
  }
}

/** Takes out what runs, fetches or is carried along. @returns what it was, or null when nothing would be left to see */
function cleanse(document) {
  const { catalog, context } = document;
  const removed = new Set();
  const acroForm = catalog.lookupMaybe(PDFName.of("AcroForm"), PDFDict);
  const fields = acroForm?.lookupMaybe(PDFName.of("Fields"), PDFArray);
  if (acroForm?.has(PDFName.of("XFA"))) {
    if ((fields?.size() ?? 0) === 0 || String(catalog.get(PDFName.of("NeedsRendering"))) === "true") return null;
    acroForm.delete(PDFName.of("XFA"));
    removed.add("xfa");
  }
  const names = catalog.lookupMaybe(PDFName.of("Names"), PDFDict);
  if (names?.has(PDFName.of("JavaScript"))) removed.add("scripts");
  if (names?.has(PDFName.of("EmbeddedFiles")) || catalog.has(PDFName.of("AF"))) removed.add("files");
  if (catalog.has(PDFName.of("OpenAction")) || catalog.has(PDFName.of("AA"))) removed.add("actions");
  for (const key of ROOT_KEYS) catalog.delete(PDFName.of(key));
  for (const page of document.getPages()) keepShown(page.node, removed);
  for (const [, object] of context.enumerateIndirectObjects()) disarm(object, removed);
  delete context.trailerInfo.Info;
  return [...removed].sort();
}

function keepShown(node, removed) {
  const annotations = node.Annots();
  if (!annotations) return;
  const kept = [];
  for (let at = 0; at < annotations.size(); at += 1) {
    const one = annotations.lookup(at);
    const kind = one instanceof PDFDict ? nameIn(one, "Subtype") : "";
    if (SHOWN.has(kind)) kept.push(annotations.get(at));
    else if (kind === "FileAttachment") removed.add("files");
    else if (kind === "Link") removed.add("links");
    else removed.add("media");
  }
  node.set(PDFName.of("Annots"), node.context.obj(kept));
}

/** Walks what is written inside one object; other objects are walked in their turn. */
function disarm(object, removed, depth = 0) {
  if (depth > 40) return;
  if (object instanceof PDFStream) return disarm(object.dict, removed, depth);
  if (object instanceof PDFArray) {
    for (const item of object.asArray()) disarm(item, removed, depth + 1);
    return;
  }
  if (!(object instanceof PDFDict)) return;
  if (ACTIONS.has(nameIn(object, "S")) || object.has(PDFName.of("JS"))) {
    removed.add(object.has(PDFName.of("JS")) ? "scripts" : "actions");
    for (const [key] of object.entries()) object.delete(key);
    return;
  }
  for (const key of ["AA", "EF", "RichMediaContent", "RichMediaSettings", "PA"]) {
    if (object.delete(PDFName.of(key))) removed.add(key === "EF" ? "files" : key === "AA" ? "actions" : "media");
  }
  for (const [key, value] of object.entries()) {
    if (String(key) === "/A" && isAction(object.lookup(key))) {
      object.delete(key);
      removed.add("actions");
    } else if (!(value instanceof PDFRef)) disarm(value, removed, depth + 1);
  }
}

const isAction = (value) => value instanceof PDFDict && value.has(PDFName.of("S"));

function nameIn(dict, key) {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : "";
}

/** What nothing points to any more is not written: scripts and files that were taken out are gone. */
function forgetUnreached(context) {
  const reached = new Set();
  const queue = [context.trailerInfo.Root];
  for (let object = queue.pop(); object !== undefined; object = queue.pop()) {
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue;
      reached.add(object);
      const there = context.lookup(object);
      if (there) queue.push(there);
    } else if (object instanceof PDFArray) queue.push(...object.asArray());
    else if (object instanceof PDFStream) queue.push(object.dict);
    else if (object instanceof PDFDict) queue.push(...object.values());
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}

/** The part of a page that a person sees, in the coordinates of the file, and how it is turned. */
export function viewOf(page) {
  const media = page.getMediaBox();
  const crop = page.getCropBox();
  const left = Math.max(media.x, crop.x);
  const low = Math.max(media.y, crop.y);
  const right = Math.min(media.x + media.width, crop.x + crop.width);
  const high = Math.min(media.y + media.height, crop.y + crop.height);
  const box =
    right > left && high > low
      ? { left, low, right, high }
      : { left: media.x, low: media.y, right: media.x + media.width, high: media.y + media.height };
  return { ...box, turn: ((page.getRotation().angle % 360) + 360) % 360 };
}

function sizeOf(page) {
  const { left, low, right, high, turn } = viewOf(page);
  const [width, height] = turn % 180 === 0 ? [right - left, high - low] : [high - low, right - left];
  return { width: round(width), height: round(height) };
}

/** A rectangle of the file as a person sees it: from the upper left corner of the upright page, in points. */
function asSeen(page, { x, y, width, height }) {
  const { left, low, right, high, turn } = viewOf(page);
  const [w, h] = turn % 180 === 0 ? [width, height] : [height, width];
  const at = { w: round(w), h: round(h) };
  if (turn === 90) return { x: round(y - low), y: round(x - left), ...at };
  if (turn === 180) return { x: round(right - x - width), y: round(y - low), ...at };
  if (turn === 270) return { x: round(high - y - height), y: round(right - x - width), ...at };
  return { x: round(x - left), y: round(high - y - height), ...at };
}

const round = (value) => Math.round(value * 100) / 100;

/** One entry for each place of each field: what it is called, of which kind it is and where it stands. */
function fieldsOf(document) {
  const pageOf = new Map();
  const pages = document.getPages();
  pages.forEach((page, at) => {
    const annotations = page.node.Annots();
    for (let i = 0; i < (annotations?.size() ?? 0); i += 1) pageOf.set(annotations.lookup(i), at);
  });
  return formFields(document).flatMap((field) => {
    const kind = kindOf(field);
    if (kind === null) return [];
    const options = optionsOf(field);
    return field.acroField.getWidgets().flatMap((widget, at) => {
      const page = pageOf.get(widget.dict);
      if (page === undefined) return [];
      return [
        {
          name: nameOf(field),
          label: labelOf(field),
          kind,
          /** Of a choice whose every answer has its own place. */
          option: kind === "radio" ? (options[at] ?? String(at + 1)) : null,
          multiline: kind === "text" && field.isMultiline(),
          page: page + 1,
          ...asSeen(pages[page], widget.getRectangle()),
        },
      ];
    });
  });
}

/** The fields of a form; none when it has no form, or a broken one. */
export function formFields(document) {
  try {
    return document.catalog.has(PDFName.of("AcroForm")) ? document.getForm().getFields() : [];
  } catch {
    return [];
  }
}

/** The name of a field, as both operations call it. */
export const nameOf = (field) => plain(field.getName());

/** Text without what hides or reorders it, and not endless. */
export const plain = (text) => text.replace(new RegExp(`[${HIDING}]`, "gu"), "").slice(0, MOST_NAME);

function kindOf(field) {
  if (field instanceof PDFTextField) return "text";
  if (field instanceof PDFCheckBox) return "check";
  if (field instanceof PDFRadioGroup) return "radio";
  return field instanceof PDFDropdown || field instanceof PDFOptionList ? "text" : null;
}

function optionsOf(field) {
  try {
    return field instanceof PDFRadioGroup ? field.getOptions().slice(0, MOST_OPTIONS).map(plain) : [];
  } catch {
    return [];
  }
}

/** What a viewer shows when the pointer is on the field: often better words than its name. */
function labelOf(field) {
  const tip = field.acroField.dict.lookup(PDFName.of("TU"));
  const text = tip && "decodeText" in tip ? tip.decodeText() : "";
  return plain(text) || null;
}
