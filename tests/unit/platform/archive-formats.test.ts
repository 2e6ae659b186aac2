import { execFileSync } from "node:child_process";
import { buffer } from "node:stream/consumers";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { beforeAll, describe, expect, test } from "vitest";
import { openAge } from "@/lib/platform/age/open";
import { sealAge } from "@/lib/platform/age/seal";
import { readTar, TarBroken } from "@/lib/platform/tar/read-tar";
import { tarEnd, tarHeader, tarPadding } from "@/lib/platform/tar/write-entry";
import { seededBytes } from "../../support/files";

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size));
}

describe("age", () => {
  const sizes = [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000];
  let pairs: { identity: string; recipient: string }[];
  beforeAll(async () => {
    pairs = await Promise.all(
      [1, 2].map(async () => {
        const identity = await generateX25519Identity();
        return { identity, recipient: await identityToRecipient(identity) };
      }),
    );
  });
  const to = () => pairs.map(({ recipient }) => recipient);
  const by = (at: number) => [pairs[at]?.identity ?? ""];

  test("what we seal opens for each recipient, in ours and in the package", async () => {
    for (const size of sizes) {
      const plain = Buffer.from(seededBytes(size, size));
      const sealed = await buffer(sealAge(chunks(plain, 50_000), to()));
      for (const at of [0, 1]) expect((await buffer(openAge(chunks(sealed, 33_333), by(at)))).equals(plain)).toBe(true);
      const decrypter = new Decrypter();
      decrypter.addIdentity(by(1)[0] ?? "");
      expect(Buffer.from(await decrypter.decrypt(sealed)).equals(plain), String(size)).toBe(true);
    }
  });

  test("what the package seals, we open", async () => {
    for (const size of sizes) {
      const plain = seededBytes(size, size);
      const encrypter = new Encrypter();
      encrypter.addRecipient(to()[0] ?? "");
      const opened = await buffer(openAge(chunks(await encrypter.encrypt(plain), 10_000), by(0)));
      expect(opened.equals(plain), String(size)).toBe(true);
    }
  });

  test("pieces that are left out, moved, added or cut off are noticed", async () => {
    const sealed = await buffer(sealAge(chunks(seededBytes(200_000, 9), 65_536), to()));
    const piece = 65_536 + 16;
    const start = sealed.length - (200_000 + 4 * 16);
    const at = (no: number) => sealed.subarray(start + no * piece, start + (no + 1) * piece);
    const head = sealed.subarray(0, start);
    const forms = [
      [at(0), at(2), at(3)],
      [at(1), at(0), at(2), at(3)],
      [at(0), at(1), at(2)],
      [at(0), at(1), at(2), at(3), at(3)],
      [],
    ];
    for (const form of forms) {
      const changed = Buffer.concat([head, ...form]);
      await expect(buffer(openAge(chunks(changed, 9_999), by(0)))).rejects.toMatchObject({ fault: "broken" });
    }
    const whole = Buffer.concat([head, at(0), at(1), at(2), at(3)]);
    expect((await buffer(openAge(chunks(whole, 9_999), by(0)))).length).toBe(200_000);
  });
});

describe("tar", () => {
  const long = `files/${"a".repeat(36)}/${"b".repeat(36)}/${"c".repeat(36)}`;
  const entries = [
    { path: "schema.txt", bytes: Buffer.from("one\n") },
    { path: long, bytes: Buffer.from(seededBytes(1024, 3)) },
    { path: "empty", bytes: Buffer.alloc(0) },
  ];
  const archive = Buffer.concat([
    ...entries.flatMap(({ path, bytes }) => [
      tarHeader(path, bytes.length, new Date(0)),
      bytes,
      tarPadding(bytes.length),
    ]),
    tarEnd(),
  ]);

  test("is read by tar, and comes back as it went", async () => {
    expect(execFileSync("tar", ["-tf", "-"], { input: archive, encoding: "utf8" })).toBe(
      `schema.txt\n${long}\nempty\n`,
    );
    const found = [];
    for await (const { path, body } of readTar(chunks(archive, 700))) found.push({ path, bytes: await buffer(body) });
    expect(found).toEqual(entries);
  });

  test("tells a size beyond eight gibibytes", async () => {
    const size = 9 * 1024 ** 3;
    const entry = await readTar(chunks(tarHeader("big", size, new Date(0)), 512)).next();
    expect(entry.value).toMatchObject({ path: "big", size });
  });

  test("without its end, or with another header, is broken", async () => {
    const read = async (bytes: Buffer) => {
      for await (const { body } of readTar(chunks(bytes, 512))) await buffer(body);
    };
    await expect(read(archive.subarray(0, archive.length - 1024))).rejects.toBeInstanceOf(TarBroken);
    const other = Buffer.from(archive);
    other[0] = 0x53;
    await expect(read(other)).rejects.toBeInstanceOf(TarBroken);
  });
});
