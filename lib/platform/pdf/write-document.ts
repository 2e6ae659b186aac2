import { createHash } from "node:crypto";
import { PDFArray, type PDFContext, PDFDocument, PDFHexString, PDFName, type PDFPage, type PDFRef } from "pdf-lib";
import type { DocumentPlan, OutlineEntry } from "./blocks";
import { contentOf } from "./content";
import { embedFace } from "./embed-face";
import { embedImage, type ImageSource, type PlacedImage, uprightMatrix } from "./embed-image";
import type { Flow, Sheet } from "./flow";
import { flowDocument } from "./flow-document";
import { type Face, FontBook } from "./font-book";
import { page } from "./style";
import { type Attachment, writeAttachments } from "./write-attachments";
import { writeOutline } from "./write-outline";

export type Assets = {
  /** The bytes of an image by its key; asked for once, when its page is written. */
  image: (key: string) => Promise<ImageSource>;
  attachments: readonly Attachment[];
};

/** How a document is signed while it is written: `sign` gives a CMS (DER) over the SHA-256 of all but itself. */
export type SignaturePlan = {
  /** The room that is kept for the CMS, in bytes. */
  reserve: number;
  sign: (digest: Uint8Array) => Promise<Uint8Array>;
  /** Who signs, why and when, as a reader shows it. */
  name: string;
  reason: string;
  at: Date;
};

export type WriteOptions = {
  laid?: LaidOut;
  signature?: SignaturePlan;
  /** Called before each page; may throw to stop the writing. */
  onPage?: (page: number, of: number) => Promise<void> | void;
};

/** What stands on one page, as a stretch of the file: anybody can hash bytes `from` up to but not including `to`. */
export type PageStretch = { page: number; from: number; to: number; sha256: string };

export type WrittenDocument = {
  pages: number;
  size: number;
  sha256: string;
  outline: readonly OutlineEntry[];
  stretches: readonly PageStretch[];
};

/** A document laid out and not yet written. It can be written once. */
export type LaidOut = { book: FontBook; flow: Flow };

/** Lays out a document and writes nothing, for one that has to fit. */
export function layOutDocument(plan: DocumentPlan): LaidOut {
  const book = new FontBook();
  return { book, flow: flowDocument(plan, book) };
}

/**
 * Lays out and writes a document, piece by piece. The same plan and assets give the same bytes, a signature apart: no
 * clock, no chance. @throws Error when a paragraph has no source, a place is named twice, or an image cannot be shown
 */
export async function* writeDocument(
  plan: DocumentPlan,
  assets: Assets,
  { laid }: WriteOptions = {},
): AsyncGenerator<Uint8Array, WrittenDocument> {
  const { book, flow } = laid ?? layOutDocument(plan);
  const doc = await PDFDocument.create({ updateMetadata: false });
  setMeta(doc, plan);
  const faces = book.used();
  const faceRefs = faces.map(() => doc.context.nextRef());
  const sheets = flow.sheets.map(() => doc.addPage([page.width, page.height]));
  for (const [i, sheet] of flow.sheets.entries()) {
    const target = sheets[i];
    if (target) await writeSheet(doc, target, sheet, { faces, faceRefs, assets, flow, sheets });
  }
  for (const [i, face] of faces.entries()) {
    const embedded = embedFace(doc.context, face, i);
    const font = doc.context.lookup(embedded);
    const ref = faceRefs[i];
    if (font && ref) doc.context.assign(ref, font);
    doc.context.delete(embedded);
  }
  writeOutline(doc, flow.outline, sheets);
  await writeAttachments(doc, assets.attachments, plan.meta.at);
  const bytes = await doc.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
  yield bytes;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { pages: flow.sheets.length, size: bytes.length, sha256, outline: flow.outline, stretches: [] };
}

type Setting = { faces: readonly Face[]; faceRefs: PDFRef[]; assets: Assets; flow: Flow; sheets: readonly PDFPage[] };

function setMeta(doc: PDFDocument, plan: DocumentPlan): void {
  const { meta } = plan;
  doc.setTitle(meta.title, { showInWindowTitleBar: true });
  doc.setAuthor(meta.author);
  doc.setCreator("Crossdocket");
  doc.setProducer("Crossdocket");
  doc.setLanguage(meta.language);
  doc.setCreationDate(meta.at);
  doc.setModificationDate(meta.at);
  const id = PDFHexString.of(Buffer.from(meta.id).toString("hex"));
  const ids = PDFArray.withContext(doc.context);
  ids.push(id);
  ids.push(id);
  doc.context.trailerInfo.ID = ids;
}

async function writeSheet(doc: PDFDocument, target: PDFPage, sheet: Sheet, setting: Setting): Promise<void> {
  const fonts = new Map<string, PDFRef>();
  const images = new Map<string, PlacedImage>();
  for (const op of sheet.ops) {
    if (op.t === "image") images.set(op.key, await embedImage(doc, await setting.assets.image(op.key)));
  }
  const imageNames = [...images.keys()];
  const content = contentOf(sheet.ops, {
    face: (face) => {
      const i = setting.faces.indexOf(face);
      const ref = setting.faceRefs[i];
      if (ref) fonts.set(`F${i + 1}`, ref);
      return `F${i + 1}`;
    },
    image: (key) => `X${imageNames.indexOf(key)}`,
  });
  const forms = imageNames.map((key, i) => [`X${i}`, formOf(doc.context, images.get(key))] as const);
  target.node.set(PDFName.of("Contents"), doc.context.register(doc.context.flateStream(content)));
  target.node.set(
    PDFName.of("Resources"),
    doc.context.obj({ Font: Object.fromEntries(fonts), XObject: Object.fromEntries(forms) }),
  );
  const annotations = sheet.links.flatMap((link) => linkOf(doc.context, link, setting));
  if (annotations.length > 0) target.node.set(PDFName.of("Annots"), doc.context.obj(annotations));
}

/** A unit square that holds the image upright, so that pages need not know how a camera was held. */
function formOf(context: PDFContext, image: PlacedImage | undefined): PDFRef {
  if (!image) throw new Error("an image was not placed");
  if (image.orientation === 1) return image.ref;
  return context.register(
    context.flateStream(`q ${uprightMatrix(image.orientation).join(" ")} cm /I Do Q`, {
      Type: "XObject",
      Subtype: "Form",
      BBox: [0, 0, 1, 1],
      Resources: { XObject: { I: image.ref } },
    }),
  );
}

function linkOf(context: PDFContext, link: Sheet["links"][number], setting: Setting): PDFRef[] {
  const place = setting.flow.places.get(link.to);
  const target = place && setting.sheets[place.page - 1];
  if (!place || !target) return [];
  const [low, high] = [page.height - link.y - link.h, page.height - link.y];
  const annotation = context.obj({
    Type: "Annot",
    Subtype: "Link",
    Rect: [link.x, low, link.x + link.w, high],
    Border: [0, 0, 0],
    Dest: [target.ref, "XYZ", null, page.height - place.y + 12, null],
  });
  return [context.register(annotation)];
}
