import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { zipStream } from "@/lib/platform/zip/zip-stream";
import { bytesOf, seededBytes, webStreamOf } from "@/tests/support/files";
import { hasTool } from "@/tests/support/tools";
import { unzip } from "@/tests/support/zip";

const at = new Date("2026-11-25T10:00:00Z");
const utf8 = { encoding: "utf8", env: { ...process.env, LC_ALL: "C.UTF-8" } } as const;
const large = seededBytes(300_000, 7);
const files = [
  { name: "a.txt", size: 5, open: async () => webStreamOf(Buffer.from("hello")) },
  {
    name: "originals/E-01 é 北京 😠.bin",
    size: large.length,
    open: async () => webStreamOf(large, [1000, 64, 70_000]),
  },
  { name: "empty.bin", size: 0, open: async () => webStreamOf(new Uint8Array()) },
];

describe("zipStream", () => {
  test("holds each file as it is, under its path, and tells its length before", async () => {
    const { stream, size } = zipStream(files, at);
    const zip = Buffer.from(await bytesOf(stream));
    expect(BigInt(zip.length)).toBe(size);
    const held = unzip(zip);
    expect([...held.keys()]).toEqual(files.map((file) => file.name));
    expect(held.get("a.txt")).toBe("hello");
    expect(held.get("empty.bin")).toBe("");
    const again = zipStream(files, at).stream;
    expect(Buffer.compare(await bytesOf(again), zip)).toBe(0);
  });

  test("an archive of nothing has its end", async () => {
    const { stream, size } = zipStream([], at);
    const zip = Buffer.from(await bytesOf(stream));
    expect(BigInt(zip.length)).toBe(size);
    expect(unzip(zip).size).toBe(0);
  });

  test.each([4, 6])("is refused when a file has not the 5 bytes that were said, but %i", async (length) => {
    const wrong = { name: "a", size: 5, open: async () => webStreamOf(seededBytes(length, 1)) };
    await expect(bytesOf(zipStream([wrong], at).stream)).rejects.toThrow("not as long as was said");
  });

  test.skipIf(!hasTool("python3"))("Python agrees (skipped without it)", async () => {
    const script =
      "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), *[(i.filename, i.file_size, i.date_time) for i in z.infolist()], sep='\\n')";
    const message = await inFile((path) => execFileSync("python3", ["-c", script, path], utf8));
    const time = "(2026, 11, 25, 10, 0, 0)";
    expect(message.trim().split("\n")).toEqual([
      "None",
      ...files.map(({ name, size }) => `('${name}', ${size}, ${time})`),
    ]);
  });

  test.skipIf(!hasTool("unzip"))("unzip agrees (skipped without it)", async () => {
    const message = await inFile((path) => execFileSync("unzip", ["-t", path], utf8));
    expect(message).toContain("No errors detected");
  });

  async function inFile(use: (path: string) => string): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), "zip-"));
    try {
      const path = join(folder, "a.zip");
      writeFileSync(path, await bytesOf(zipStream(files, at).stream));
      return use(path);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  test("opens one file at a time, and closes it when the reader goes away", async () => {
    const messages: string[] = [];
    const files = ["1", "2", "3"].map((name) => ({
      name,
      size: 1_000_000,
      open: async () => {
        messages.push(`${name} open`);
        return new ReadableStream<Uint8Array>({
          pull: (controller) => controller.enqueue(seededBytes(50_000, 1)),
          cancel: () => void messages.push(`${name} closed`),
        });
      },
    }));
    const reader = zipStream(files, at).stream.getReader();
    for (let n = 0; n < 4; n += 1) await reader.read();
    expect(messages).toEqual(["1 open"]);
    await reader.cancel();
    expect(messages).toEqual(["1 open", "1 closed"]);
  });
});
