import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

type Entry = { name: Buffer; plain: Buffer };

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1 January 1980, the first day that an archive can name. */
const FIRST_DAY = 0x21;
const names = 0x0800;
const deflated = 8;

/**
 * The same archive without the clock of the machine: every file in it of one day, the times in its properties those
 * of `at`. Without this no two runs would give the same bytes, and a hash could not be made again.
 */
export function repeatable(zip: Uint8Array, at: Date): Uint8Array {
  const when = `${at.toISOString().slice(0, 19)}Z`;
  return written(
    entriesOf(Buffer.from(zip)).map(({ name, plain }) => {
      if (name.toString() !== "docProps/core.xml") return { name, plain };
      const dated = plain.toString("utf8").replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${when}`);
      return { name, plain: Buffer.from(dated) };
    }),
  );
}

function entriesOf(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(at) === CENTRAL) {
    const size = zip.readUInt32LE(at + 20);
    const name = zip.readUInt16LE(at + 28);
    const extra = zip.readUInt16LE(at + 30);
    const note = zip.readUInt16LE(at + 32);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(from, from + size);
    const plain = zip.readUInt16LE(at + 10) === deflated ? inflateRawSync(data) : Buffer.from(data);
    if (plain.length > 0) entries.push({ name: zip.subarray(at + 46, at + 46 + name), plain });
    at += 46 + name + extra + note;
  }
  return entries;
}

function written(entries: readonly Entry[]): Uint8Array {
  const pieces: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, plain } of entries) {
    const data = deflateRawSync(plain, { level: 9 });
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(names, 2);
    fields.writeUInt16LE(deflated, 4);
    fields.writeUInt16LE(FIRST_DAY, 8);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(plain.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([signed(LOCAL), fields, name, data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    central.push(Buffer.concat([signed(CENTRAL), Buffer.from([20, 0]), fields, place, name]));
    pieces.push(local);
    at += local.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return new Uint8Array(Buffer.concat([...pieces, list, signed(END), end]));
}

function signed(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}
