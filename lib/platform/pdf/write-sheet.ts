import { PDFHexString, PDFName, type PDFRef } from "pdf-lib";
import { contentOf } from "./content";
import { embedImage, type ImageSource, type PlacedImage, uprightMatrix } from "./embed-image";
import type { Flow, Sheet } from "./flow";
import type { Face } from "./font-book";
import type { ObjectFile } from "./object-file";
import { page } from "./style";

/** What all sheets of one file share. */
export type Setting = {
  file: ObjectFile;
  flow: Flow;
  faces: readonly Face[];
  faceRefs: readonly PDFRef[];
  pages: readonly PDFRef[];
  tree: PDFRef;
  image: (key: string) => Promise<ImageSource>;
  /** Annotations of the first page that come from elsewhere, as the field of a signature. */
  more: readonly PDFRef[];
};

/**
 * Writes one page: its images, its links, its content and the page itself, one after the other, so that they are one
 * stretch of the file. Gives whether an image was in four colours.
 */
export async function* writeSheet(setting: Setting, at: number): AsyncGenerator<Uint8Array, { fourColours: boolean }> {
  const { file, flow } = setting;
  const [sheet, ref] = [flow.sheets[at], setting.pages[at]];
  if (!sheet || !ref) throw new Error(`there is no page ${at + 1}`);
  const images = new Map<string, PlacedImage>();
  for (const op of sheet.ops) {
    if (op.t !== "image" || images.has(op.key)) continue;
    images.set(op.key, await embedImage(file, await setting.image(op.key)));
    yield* file.take();
  }
  writePage(setting, sheet, ref, { at, images });
  return { fourColours: [...images.values()].some((image) => image.fourColours) };
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
  const content = contentOf(sheet.ops, {
    face: (face) => {
      const i = setting.faces.indexOf(face);
      const font = setting.faceRefs[i];
      if (font) fonts.set(`F${i + 1}`, font);
      return `F${i + 1}`;
    },
    image: (key) => ({
      name: `X${names.indexOf(key)}`,
      matrix: uprightMatrix(images.get(key)?.orientation ?? 1),
    }),
  });
  const forms = names.flatMap((key, i) => [[`X${i}`, images.get(key)?.ref] as const]);
  const links = sheet.links.flatMap((link) => linkOf(setting, link));
  const annotations = at === 0 ? [...links, ...setting.more] : links;
  const dict = context.obj({
    Type: "Page",
    Parent: setting.tree,
    MediaBox: [0, 0, page.width, page.height],
    Contents: file.deflated(context.obj({}), content),
    Resources: { Font: Object.fromEntries(fonts), XObject: Object.fromEntries(forms) },
  });
  if (annotations.length > 0) dict.set(PDFName.of("Annots"), context.obj(annotations));
  file.put(ref, dict);
}

function linkOf(setting: Setting, link: Sheet["links"][number]): PDFRef[] {
  const { file, flow } = setting;
  const place = flow.places.get(link.to);
  const target = place && setting.pages[place.page - 1];
  if (!place || !target) return [];
  const [low, high] = [page.height - link.y - link.h, page.height - link.y];
  const ref = file.nextRef();
  file.put(
    ref,
    file.context.obj({
      Type: "Annot",
      Subtype: "Link",
      Rect: [link.x, low, link.x + link.w, high],
      Border: [0, 0, 0],
      F: 4,
      Contents: PDFHexString.fromText(`Page ${place.page}`),
      Dest: [target, "XYZ", null, page.height - place.y + 12, null],
    }),
  );
  return [ref];
}
