import type { PDFDocument, PDFRef } from "pdf-lib";
import { readJpeg } from "./jpeg";
import { PartsStream } from "./parts-stream";
import { readPng } from "./png";

export type ImageSource = { kind: "jpeg" | "png"; bytes: Uint8Array };
/** An image in the file, and how its unit square has to be turned to stand upright. */
export type PlacedImage = { ref: PDFRef; orientation: number };

/** The size at which an image stands upright, or null when it cannot be shown. Reads no picture data. */
export function sizeOf(image: ImageSource): { width: number; height: number } | null {
  if (image.kind === "png") {
    const png = readPng(image.bytes);
    return png && { width: png.width, height: png.height };
  }
  const jpeg = readJpeg(image.bytes);
  if (!jpeg) return null;
  const turned = jpeg.orientation >= 5;
  return turned ? { width: jpeg.height, height: jpeg.width } : { width: jpeg.width, height: jpeg.height };
}

/**
 * Puts an image into the file: JPEG data as they are, opaque PNG data as they are, any other PNG decoded.
 * @throws Error when the image cannot be shown; ask `sizeOf` first
 */
export async function embedImage(doc: PDFDocument, image: ImageSource): Promise<PlacedImage> {
  if (image.kind === "jpeg") return embedJpeg(doc, image.bytes);
  const png = readPng(image.bytes);
  if (!png) throw new Error("the PNG is not whole");
  if (!png.data) {
    const embedded = await doc.embedPng(image.bytes);
    await embedded.embed();
    return { ref: embedded.ref, orientation: 1 };
  }
  const { context } = doc;
  const space = png.palette
    ? context.obj([
        "Indexed",
        "DeviceRGB",
        png.palette.length / 3 - 1,
        context.register(context.flateStream(png.palette)),
      ])
    : context.obj(png.colours === 3 ? "DeviceRGB" : "DeviceGray");
  const dict = context.obj({
    Type: "XObject",
    Subtype: "Image",
    Width: png.width,
    Height: png.height,
    BitsPerComponent: png.bits,
    ColorSpace: space,
    Filter: "FlateDecode",
    DecodeParms: { Predictor: 15, Colors: png.colours, BitsPerComponent: png.bits, Columns: png.width },
  });
  return { ref: context.register(PartsStream.of(dict, png.data)), orientation: 1 };
}

function embedJpeg(doc: PDFDocument, bytes: Uint8Array): PlacedImage {
  const jpeg = readJpeg(bytes);
  if (!jpeg) throw new Error("the JPEG is not whole");
  const spaces = { 1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK" } as const;
  const dict = doc.context.obj({
    Type: "XObject",
    Subtype: "Image",
    Width: jpeg.width,
    Height: jpeg.height,
    BitsPerComponent: 8,
    ColorSpace: spaces[jpeg.components],
    Filter: "DCTDecode",
    ...(jpeg.components === 4 && jpeg.inverted ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
  });
  return { ref: doc.context.register(PartsStream.of(dict, jpeg.parts)), orientation: jpeg.orientation };
}

/** The matrix that sets an image upright in its unit square, by EXIF orientation 1 to 8. */
export function uprightMatrix(orientation: number): readonly number[] {
  const matrices: Record<number, readonly number[]> = {
    2: [-1, 0, 0, 1, 1, 0],
    3: [-1, 0, 0, -1, 1, 1],
    4: [1, 0, 0, -1, 0, 1],
    5: [0, -1, -1, 0, 1, 1],
    6: [0, -1, 1, 0, 0, 1],
    7: [0, 1, 1, 0, 0, 0],
    8: [0, 1, -1, 0, 1, 0],
  };
  return matrices[orientation] ?? [1, 0, 0, 1, 0, 0];
}
