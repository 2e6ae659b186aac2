import { execFileSync } from "node:child_process";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entriesOf } from "@/lib/platform/sandbox/child-chat-zip.mjs";
import { zipOf } from "@/tests/support/chat-file";
import { hasTool } from "@/tests/support/tools";

type Entry = { name: string; size: number; read?: () => Buffer };

const words = (zip: Buffer) =>
  (entriesOf(zip) as Entry[]).map(({ name, read, size }) => [name, read ? read().toString("utf8") : `${size} bytes`]);

/** The same list by Python's zipfile, of a base64 on stdin. */
const listing = `import base64, io, json, sys, zipfile
z = zipfile.ZipFile(io.BytesIO(base64.b64decode(sys.stdin.read())))
print(json.dumps([[i.filename, z.read(i).decode() if i.filename.endswith((".txt", ".xml")) else f"{i.file_size} bytes"]
  for i in z.infolist() if not i.filename.endswith("/")]))`;
/** Archives as programs write them: packed, as they are, in a stream of unknown length, with folders and a comment. */
const writing = `import base64, io, json, zipfile
class Pipe(io.RawIOBase):
    def __init__(self): self.got = b""
    def writable(self): return True
    def seekable(self): return False
    def write(self, some): self.got += bytes(some); return len(some)
def fill(z):
    z.writestr("_chat.txt", "I see you " * 300)
    z.writestr("Zo\\u00eb/", "")
    z.writestr("Zo\\u00eb/\\u5317\\u4eac.xml", "<a/>")
    z.writestr("photo.jpg", b"\\xff\\xd8")
    z.writestr("empty.txt", "")
out = []
for kind in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
    seen = io.BytesIO()
    with zipfile.ZipFile(seen, "w", kind) as z: fill(z); z.comment = b"a comment"
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", kind) as z: fill(z)
    out += [seen.getvalue(), pipe.got]
print(json.dumps([base64.b64encode(one).decode() for one in out]))`;

const python = (program: string, input = "") =>
  JSON.parse(execFileSync("python3", ["-c", program], { input, encoding: "utf8" }));

describe.skipIf(!hasTool("python3"))("an archive, beside Python's reader", () => {
  test("that Python wrote in each of its ways", () => {
    for (const value of python(writing) as string[])
      expect(words(Buffer.from(value, "base64"))).toEqual(python(listing, value));
  });

  test("that we wrote for a test", () => {
    const zip = zipOf([
      { name: "a.txt", bytes: Buffer.from("one") },
      { name: "b/é.txt", bytes: Buffer.from("two"), store: true },
      { name: "c.jpg", bytes: Buffer.alloc(7) },
    ]);
    expect(words(zip)).toEqual(python(listing, zip.toString("base64")));
  });
});

test("names of the first PC, and of UTF-8 that nobody announced, are letters", () => {
  const named = (letters: string, bytes: number[]) => {
    const zip = zipOf([{ name: letters, bytes: Buffer.from("x"), flags: 0 }]);
    const from = Buffer.from(letters);
    for (let at = zip.indexOf(from); at !== -1; at = zip.indexOf(from, at + 1)) zip.set(bytes, at);
    return words(zip)[0]?.[0];
  };
  expect(named("Zo_.txt", [0x5a, 0x6f, 0x89])).toBe("Zoë.txt");
  expect(named("Zo__.txt", [0x5a, 0x6f, 0xc3, 0xab])).toBe("Zoë.txt");
});

// Python finds no archive in such a file, and other readers find the end that the comment makes up.
test("an end inside the comment hides nothing", () => {
  const zip = zipOf([{ name: "a.txt", bytes: Buffer.from("seen") }]);
  const fake = Buffer.concat([Buffer.from("PK\u0005\u0006"), Buffer.alloc(18)]);
  const whole = Buffer.concat([zip, fake, Buffer.from("tail")]);
  whole.writeUInt16LE(fake.length + 4, zip.length - 2);
  expect(words(whole)).toEqual([["a.txt", "seen"]]);
});

test("any archive gives back what was put in", () => {
  const entry = fc.record({
    name: fc.string({ unit: fc.constantFrom(..."abé漢 -"), minLength: 1, maxLength: 12 }),
    bytes: fc.uint8Array({ maxLength: 400 }),
    store: fc.boolean(),
  });
  const property = fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
    const zip = zipOf(entries.map(({ name, bytes, store }) => ({ name: `${name}.txt`, bytes, store })));
    const read = (entriesOf(zip) as Entry[]).map((entry) => [
      entry.name,
      Buffer.from(entry.read?.() ?? []).toString("hex"),
    ]);
    expect(read).toEqual(entries.map(({ name, bytes }) => [`${name}.txt`, Buffer.from(bytes).toString("hex")]));
  });
  fc.assert(property, { seed: 19, numRuns: 200 });
});
