import type { PDFRef } from "pdf-lib";
import { flatten } from "./flatten-png";
import { readJpeg } from "./jpeg";
import type { ObjectFile } from "./object-file";
import { readPng } from "./png";

/** `release`: gives the memory of its bytes back, once they are in the file. */
export type ImageSource = { kind: "jpeg" | "png"; bytes: Uint8Array; release?: () => void };
/** An image in the file, how to rotate its unit square upright, whether it is CMYK, and its bytes if it is a JPEG. */
export type PlacedImage = { ref: PDFRef; orientation: number; fourColours: boolean; jpeg?: readonly Uint8Array[] };

/** The upright size of an image, or null if it cannot be shown. Reads no picture data. */
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
 * Writes an image into the file: JPEG data unchanged, opaque PNG data unchanged, any other PNG decoded.
 * @throws Error if the image cannot be shown; check `sizeOf` first
 */
export async function embedImage(file: ObjectFile, image: ImageSource): Promise<PlacedImage> {
  if (image.kind === "jpeg") return embedJpeg(file, image.bytes);
  const png = readPng(image.bytes);
  if (!png) throw new Error("the PNG is not whole");
  const { context } = file;
  const plain = { orientation: 1, fourColours: false };
  const shape = { Type: "XObject", Subtype: "Image", Width: png.width, Height: png.height };
  if (!png.data) {
    const dict = context.obj({ ...shape, BitsPerComponent: 8, ColorSpace: "DeviceRGB" });
    return { ref: file.deflated(dict, await flatten(image.bytes)), ...plain };
  }
  const space = png.palette
    ? context.obj(["Indexed", "DeviceRGB", png.palette.length / 3 - 1, file.deflated(context.obj({}), png.palette)])
    : context.obj(png.colours === 3 ? "DeviceRGB" : "DeviceGray");
  const dict = context.obj({
    ...shape,
    BitsPerComponent: png.bits,
    ColorSpace: space,
    Filter: "FlateDecode",
    DecodeParms: { Predictor: 15, Colors: png.colours, BitsPerComponent: png.bits, Columns: png.width },
  });
  return { ref: file.stream(dict, png.data), ...plain };
}

function embedJpeg(file: ObjectFile, bytes: Uint8Array): PlacedImage {
  const jpeg = readJpeg(bytes);
  if (!jpeg) throw new Error("the JPEG is not whole");
  const spaces = { 1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK" } as const;
  const dict = file.context.obj({
    Type: "XObject",
    Subtype: "Image",
    Width: jpeg.width,
    Height: jpeg.height,
    BitsPerComponent: 8,
    ColorSpace: spaces[jpeg.components],
    Filter: "DCTDecode",
    ...(jpeg.components === 4 && jpeg.inverted ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
  });
  const ref = file.stream(dict, jpeg.parts);
  return { ref, orientation: jpeg.orientation, fourColours: jpeg.components === 4, jpeg: jpeg.parts };
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
