import { PDFHexString, PDFName, type PDFRef } from "pdf-lib";
import { contentOf } from "./content";
import { embedImage, type ImageSource, type PlacedImage, uprightMatrix } from "./embed-image";
import type { Flow, Sheet } from "./flow";
import type { GlyphCodes } from "./glyph-codes";
import type { ObjectFile } from "./object-file";
import { cut, printable } from "./unprintable";
import { linkKey } from "./write-structure";

/** What all sheets of one file share. */
export type Setting = {
  file: ObjectFile;
  flow: Flow;
  codes: GlyphCodes;
  pages: readonly PDFRef[];
  tree: PDFRef;
  image: (key: string) => Promise<ImageSource>;
  onJpeg?: (parts: readonly Uint8Array[], page: number) => Promise<void>;
  /** Annotations of the first page that come from elsewhere, as the field of a signature. */
  more: readonly PDFRef[];
  /** The links of each page that is written. */
  links: (PDFRef | null)[][];
};

/**
 * Writes one page: its images, its links, its content and the page itself, one after the other, so that they are one
 * stretch of the file. Gives whether an image was in four colours, and the numbers of the objects of its images.
 */
export async function* writeSheet(
  setting: Setting,
  at: number,
): AsyncGenerator<Uint8Array, { fourColours: boolean; images: number[] }> {
  const { file, flow } = setting;
  const sheet = flow.sheets[at];
  const ref = setting.pages[at];
  if (!sheet || !ref) throw new Error(`there is no page ${at + 1}`);
  const images = new Map<string, PlacedImage>();
  for (const op of sheet.ops) {
    if (op.t !== "image" || images.has(op.key)) continue;
    const source = await setting.image(op.key);
    const image = await embedImage(file, source);
    if (image.jpeg) await setting.onJpeg?.(image.jpeg, at + 1);
    images.set(op.key, image);
    // Whoever asks for what follows has written what came before.
    yield* file.take();
    source.release?.();
  }
  writePage(setting, sheet, ref, { at, images });
  const placed = [...images.values()];
  return {
    fourColours: placed.some((image) => image.fourColours),
    images: placed.map((image) => image.ref.objectNumber),
  };
}

function writePage(
  setting: Setting,
  sheet: Sheet,
  ref: PDFRef,
  { at, images }: { at: number; images: ReadonlyMap<string, PlacedImage> },
): void {
  const { file } = setting;
  const { context } = file;
  const fonts = new Map<string, PDFRef>();
  const names = [...images.keys()];
  const content = contentOf(sheet.ops, setting.flow.paper, {
    face: (face) => {
      const used = setting.codes.of(face);
      fonts.set(used.name, used.ref);
      return used;
    },
    image: (key) => ({
      name: `X${names.indexOf(key)}`,
      matrix: uprightMatrix(images.get(key)?.orientation ?? 1),
    }),
  });
  const forms = names.flatMap((key, i) => [[`X${i}`, images.get(key)?.ref] as const]);
  const first = linkKey(setting.flow.sheets, at, 0);
  const links = sheet.links.map((link, i) => writeLink(setting, link, first + i));
  setting.links[at] = links;
  const shown = links.flatMap((link) => link ?? []);
  const annotations = at === 0 ? [...shown, ...setting.more] : shown;
  const dict = context.obj({
    Type: "Page",
    Parent: setting.tree,
    MediaBox: [0, 0, setting.flow.paper.width, setting.flow.paper.height],
    Contents: file.deflated(context.obj({}), content),
    StructParents: at,
    Tabs: "S",
    Resources: { Font: Object.fromEntries(fonts), XObject: Object.fromEntries(forms) },
  });
  if (annotations.length > 0) dict.set(PDFName.of("Annots"), context.obj(annotations));
  file.put(ref, dict);
}

function writeLink(setting: Setting, link: Sheet["links"][number], key: number): PDFRef | null {
  const { file, flow } = setting;
  const place = flow.places.get(link.to);
  const target = place && setting.pages[place.page - 1];
  if (!place || !target) return null;
  const low = setting.flow.paper.height - link.y - link.h;
  const high = setting.flow.paper.height - link.y;
  const ref = file.nextRef();
  file.put(
    ref,
    file.context.obj({
      Type: "Annot",
      Subtype: "Link",
      Rect: [link.x, low, link.x + link.w, high],
      Border: [0, 0, 0],
      F: 4,
      StructParent: key,
      Contents: PDFHexString.fromText(textOf(link.text, place.page)),
      Dest: [target, "XYZ", null, setting.flow.paper.height - place.y + 12, null],
    }),
  );
  return ref;
}

function textOf(text: string, page: number): string {
  return text === String(page) ? `Page ${page}` : `${cut(printable(text), 200)}, page ${page}`;
}
