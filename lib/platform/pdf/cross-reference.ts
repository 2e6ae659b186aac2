import { type PDFContext, PDFName, PDFNumber } from "pdf-lib";
import { deflate } from "./deflate";
import type { Roots } from "./object-file";

/** Where an object is: at an offset in the file, or in an object stream. */
export type Entry = { offset: number } | { pack: number; index: number };

/** The classic table of places, for readers that know nothing newer. */
export function tableOf(
  context: PDFContext,
  entries: readonly (Entry | undefined)[],
  roots: Roots,
  at: number,
): Buffer {
  const size = context.largestObjectNumber + 1;
  const lines = ["0000000000 65535 f "];
  for (let i = 1; i < size; i++) {
    const entry = entryAt(entries, i);
    if (!("offset" in entry)) throw new Error("a table has no place for packed objects");
    lines.push(`${String(entry.offset).padStart(10, "0")} 00000 n `);
  }
  const trailer = context.obj({ Size: size, Root: roots.catalog, Info: roots.info, ID: roots.id });
  return Buffer.from(`xref\n0 ${size}\n${lines.join("\n")}\ntrailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`, "latin1");
}

/** The offsets as a compressed stream, which is itself an object and comes last. */
export function xrefStreamOf(
  context: PDFContext,
  entries: readonly (Entry | undefined)[],
  roots: Roots,
  at: number,
): Buffer {
  const self = context.nextRef();
  const size = self.objectNumber + 1;
  const rows = Buffer.alloc(size * 8);
  rows.writeUInt16BE(0xffff, 6);
  for (let i = 1; i < size; i++) {
    const entry = i === self.objectNumber ? { offset: at } : entryAt(entries, i);
    const packed = "pack" in entry;
    rows.writeUInt8(packed ? 2 : 1, i * 8);
    rows.writeUIntBE(packed ? entry.pack : entry.offset, i * 8 + 1, 5);
    rows.writeUInt16BE(packed ? entry.index : 0, i * 8 + 6);
  }
  const data = deflate(rows);
  const dict = context.obj({
    Type: "XRef",
    Size: size,
    W: [1, 5, 2],
    Root: roots.catalog,
    Info: roots.info,
    ID: roots.id,
    Filter: "FlateDecode",
  });
  dict.set(PDFName.of("Length"), PDFNumber.of(data.length));
  return Buffer.concat([
    Buffer.from(`${self.objectNumber} 0 obj\n${dict}\nstream\n`, "latin1"),
    data,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`, "latin1"),
  ]);
}

function entryAt(entries: readonly (Entry | undefined)[], number: number): Entry {
  const entry = entries[number];
  if (!entry) throw new Error(`object ${number} was promised and not written`);
  return entry;
}
