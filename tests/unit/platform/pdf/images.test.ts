import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { sizeOf } from "@/lib/platform/pdf/embed-image";
import { readJpeg } from "@/lib/platform/pdf/jpeg";
import { readPng } from "@/lib/platform/pdf/png";

const picture = (channels: 3 | 4 = 3) =>
  sharp({ create: { width: 40, height: 20, channels, background: { r: 200, g: 10, b: 10, alpha: 0.5 } } });

describe("JPEG", () => {
  it("loses EXIF, place and comments, and nothing else", async () => {
    const bytes = await picture()
      .withExif({ IFD0: { Artist: "SECRET-NAME" }, IFD3: { GPSLatitude: "33/1 55/1 0/1", GPSLatitudeRef: "S" } })
      .jpeg()
      .toBuffer();
    expect(bytes.includes("SECRET-NAME")).toBe(true);
    const jpeg = readJpeg(bytes);
    expect(jpeg).toMatchObject({ width: 40, height: 20, components: 3 });
    const out = Buffer.concat(jpeg?.parts ?? []);
    expect(out.includes("SECRET-NAME")).toBe(false);
    expect(out.includes("Exif")).toBe(false);
    const before = await sharp(bytes).raw().toBuffer();
    const after = await sharp(out).raw().toBuffer();
    expect(after.equals(before)).toBe(true);
  });

  it("stands upright by its EXIF orientation", async () => {
    const bytes = await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(readJpeg(bytes)?.orientation).toBe(6);
    expect(sizeOf({ kind: "jpeg", bytes })).toEqual({ width: 20, height: 40 });
  });

  it.each([
    ["progressive", { progressive: true }],
    ["grey", {}],
  ])("%s is read", async (kind, options) => {
    const image = kind === "grey" ? picture().toColourspace("b-w") : picture();
    expect(readJpeg(await image.jpeg(options).toBuffer())).toMatchObject({ width: 40, height: 20 });
  });

  it.each([0, 1, 3, 30, 200])("cut off after %i bytes is not shown", async (length) => {
    const bytes = await picture().jpeg().toBuffer();
    expect(readJpeg(bytes.subarray(0, length))).toBeNull();
  });

  it("with a hostile length does not hang or throw", () => {
    expect(readJpeg(Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 0, 0]))).toBeNull();
    expect(readJpeg(Buffer.alloc(1_000_000, 0xff))).toBeNull();
  });
});

describe("PNG", () => {
  it("without alpha passes on its data", async () => {
    const png = readPng(await picture().png().toBuffer());
    expect(png).toMatchObject({ width: 40, height: 20, bits: 8 });
    expect(png?.data?.length).toBeGreaterThan(0);
  });

  it("with alpha is left to be decoded", async () => {
    expect(readPng(await picture(4).png().toBuffer())).toMatchObject({ width: 40, height: 20, data: null });
  });

  it.each([0, 8, 33, 60])("cut off after %i bytes is not shown", async (length) => {
    const bytes = await picture().png().toBuffer();
    expect(readPng(bytes.subarray(0, length))).toBeNull();
  });
});
