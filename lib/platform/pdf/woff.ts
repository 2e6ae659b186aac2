import { inflateSync } from "node:zlib";

/**
 * Unpacks a WOFF 1 file to a plain TrueType file. The font reader breaks on some WOFF files when a
 * subset is made, so every face is unpacked first.
 * @throws Error when the bytes are not WOFF 1
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("not a WOFF file");
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, i) => readTable(woff, 44 + i * 20));
  const out = Buffer.alloc(tables.reduce((sum, t) => sum + pad4(t.data.length), 12 + count * 16));
  writeHeader(out, woff.readUInt32BE(4), count);
  let at = 12 + count * 16;
  tables.forEach((table, i) => {
    const entry = 12 + i * 16;
    out.write(table.tag, entry, "latin1");
    out.writeUInt32BE(table.checksum, entry + 4);
    out.writeUInt32BE(at, entry + 8);
    out.writeUInt32BE(table.data.length, entry + 12);
    table.data.copy(out, at);
    at += pad4(table.data.length);
  });
  return out;
}

function readTable(woff: Buffer, entry: number) {
  const offset = woff.readUInt32BE(entry + 4);
  const packed = woff.readUInt32BE(entry + 8);
  const raw = woff.subarray(offset, offset + packed);
  return {
    tag: woff.toString("latin1", entry, entry + 4),
    checksum: woff.readUInt32BE(entry + 16),
    data: packed < woff.readUInt32BE(entry + 12) ? inflateSync(raw) : raw,
  };
}

function writeHeader(out: Buffer, flavour: number, count: number): void {
  const power = 2 ** Math.floor(Math.log2(count));
  out.writeUInt32BE(flavour, 0);
  out.writeUInt16BE(count, 4);
  out.writeUInt16BE(power * 16, 6);
  out.writeUInt16BE(Math.log2(power), 8);
  out.writeUInt16BE((count - power) * 16, 10);
}

function pad4(length: number): number {
  return (length + 3) & ~3;
}
