import { inflateRawSync } from "node:zlib";

/** The files of an archive as text, by its central directory. */
export function unzip(zip: Buffer): Map<string, string> {
  return new Map([...unzipBytes(zip)].map(([name, bytes]) => [name, bytes.toString()]));
}

/** The same as bytes. */
export function unzipBytes(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from("PK\u0005\u0006")) + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [size, name, extra, note] = [20, 28, 30, 32].map((shift, i) =>
      i === 0 ? zip.readUInt32LE(at + shift) : zip.readUInt16LE(at + shift),
    );
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + (size ?? 0));
    const plain = zip.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data);
    files.set(zip.subarray(at + 46, at + 46 + (name ?? 0)).toString(), plain);
    at += 46 + (name ?? 0) + (extra ?? 0) + (note ?? 0);
  }
  return files;
}

/** The words of a .docx, a line for each paragraph and cell. */
export function wordsOfDocx(docx: Buffer): string {
  const xml = unzip(docx).get("word/document.xml") ?? "";
  return xml
    .replaceAll(/<w:tab\/>/g, " ")
    .replaceAll(/<\/w:(p|tc)>/g, "\n")
    .replaceAll(/<[^>]+>/g, "");
}
