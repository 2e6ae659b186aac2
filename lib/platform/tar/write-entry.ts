import "server-only";

const block = 512;
const longestOctal = 0o77777777777;

/** The header of a plain file in a POSIX tar, 512 bytes. @throws Error when the name is longer than 255 bytes allow */
export function tarHeader(path: string, size: number, at: Date): Buffer {
  const { prefix, name } = split(path);
  const header = Buffer.alloc(block);
  header.write(name, 0, 100, "latin1");
  header.write("0000600\0", 100, "latin1");
  header.write("0000000\0", 108, "latin1");
  header.write("0000000\0", 116, "latin1");
  writeSize(header, size);
  header.write(`${octal(Math.floor(at.getTime() / 1000), 11)}\0`, 136, "latin1");
  header.write("        0", 148, "latin1");
  header.write("ustar\x0000", 257, "latin1");
  header.write(prefix, 345, 155, "latin1");
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 6)}\0 `, 148, "latin1");
  return header;
}

/** What fills an entry up to the next 512 bytes. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((block - (size % block)) % block);

export const tarEnd = (): Buffer => Buffer.alloc(block * 2);

/** Beyond 8 GiB in base 256, as GNU tar writes and everybody reads it. */
function writeSize(header: Buffer, size: number): void {
  if (size <= longestOctal) {
    header.write(`${octal(size, 11)}\0`, 124, "latin1");
    return;
  }
  header[124] = 0x80;
  header.writeBigUInt64BE(BigInt(size), 128);
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, "0");

function split(path: string): { prefix: string; name: string } {
  if (path.length <= 100) return { prefix: "", name: path };
  const at = path.indexOf("/", path.length - 101);
  if (at < 1 || at > 155) throw new Error("The name of an entry is too long.");
  return { prefix: path.slice(0, at), name: path.slice(at + 1) };
}
