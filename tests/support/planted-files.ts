import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { PDFDocument, PDFName } from "pdf-lib";
import sharp from "sharp";
import { expect } from "vitest";
import { scratchFolder } from "./files";
import type { SentFile } from "./uploaded-packet";

export const picture = () => sharp({ create: { width: 60, height: 40, channels: 3, background: "#557755" } });

/** A JPEG with a comment in front of its picture. */
export async function jpegSaying(words: string): Promise<Buffer> {
  const plain = await picture().jpeg().toBuffer();
  const text = Buffer.from(words);
  const head = Buffer.from([0xff, 0xfe, (text.length + 2) >> 8, (text.length + 2) & 0xff]);
  return Buffer.concat([plain.subarray(0, 2), head, text, plain.subarray(2)]);
}

/** A JPEG with EXIF that says one thing: a comment with its alphabet in front, as cameras write it. */
export async function jpegCommented(words: string): Promise<Buffer> {
  const plain = await picture().jpeg().toBuffer();
  const text = Buffer.from(`ASCII\0\0\0${words}`);
  const tiff = Buffer.alloc(44 + text.length);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  const folder = (at: number, [tag, type, amount, value]: [number, number, number, number]) => {
    tiff.writeUInt16LE(1, at);
    tiff.writeUInt16LE(tag, at + 2);
    tiff.writeUInt16LE(type, at + 4);
    tiff.writeUInt32LE(amount, at + 6);
    tiff.writeUInt32LE(value, at + 10);
  };
  folder(8, [0x8769, 4, 1, 26]);
  folder(26, [0x9286, 7, text.length, 44]);
  tiff.set(text, 44);
  const body = Buffer.concat([Buffer.from("Exif\0\0"), tiff]);
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff]);
  return Buffer.concat([plain.subarray(0, 2), head, body, plain.subarray(2)]);
}

/** A PNG with XMP in a chunk of text, as the tools of a telephone write it. */
export async function pngDescribed(words: string): Promise<Buffer> {
  const plain = await picture().png().toBuffer();
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:title>${words}</dc:title></x:xmpmeta>`;
  const body = Buffer.from(`iTXtXML:com.adobe.xmp\0\0\0\0\0${xmp}`);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([plain.subarray(0, 33), length, body, sum, plain.subarray(33)]);
}

export async function aPicture(): Promise<SentFile> {
  return { name: "picture.jpg", bytes: await picture().jpeg().toBuffer() };
}

/** A PDF of one page that says it in its title, in one of the two places. */
export async function titled(where: "info" | "xmp", words: string, useObjectStreams = true): Promise<SentFile> {
  const doc = await PDFDocument.create();
  doc.addPage([200, 200]).drawText("A letter.");
  if (where === "info") doc.setTitle(`Letter to ${words}`);
  else {
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:title>${words}</dc:title></x:xmpmeta>`;
    const stream = doc.context.flateStream(xmp, { Type: "Metadata", Subtype: "XML" });
    doc.catalog.set(PDFName.of("Metadata"), doc.context.register(stream));
  }
  return { name: `${where}.pdf`, bytes: await doc.save({ useObjectStreams }) };
}

export async function attached(name: string, words: string): Promise<SentFile> {
  const doc = await PDFDocument.create();
  doc.addPage([200, 200]).drawText("A letter with an enclosure.");
  await doc.attach(Buffer.from(words), name, { mimeType: "text/plain" });
  return { name: "enclosure.pdf", bytes: await doc.save() };
}

export async function locked(sent: SentFile, [user, owner]: [string, string], ...more: string[]): Promise<SentFile> {
  const folder = await scratchFolder();
  try {
    const from = join(folder.path, "a.pdf");
    const to = join(folder.path, "b.pdf");
    writeFileSync(from, sent.bytes);
    const run = spawnSync("qpdf", ["--encrypt", user, owner, "256", ...more, "--", from, to]);
    expect(run.status, String(run.stderr)).toBe(0);
    return { ...sent, bytes: readFileSync(to) };
  } finally {
    await folder.remove();
  }
}
