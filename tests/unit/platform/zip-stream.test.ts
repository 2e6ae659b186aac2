import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { zipStream } from "@/lib/platform/zip-stream";
import { bytesOf, seededBytes, webStreamOf } from "../../support/files";
import { unzip } from "../../support/zip";

const at = new Date("2026-11-25T10:00:00Z");

describe("zipStream", () => {
  test("holds each file as it is, under its path, and tells its length before", async () => {
    const large = seededBytes(300_000, 7);
    const files = [
      { name: "a.txt", size: 5, open: async () => webStreamOf(Buffer.from("hello")) },
      { name: "originals/E-01 é.bin", size: large.length, open: async () => webStreamOf(large, [1000, 64, 70_000]) },
      { name: "empty.bin", size: 0, open: async () => webStreamOf(new Uint8Array()) },
    ];
    const { stream, size } = zipStream(files, at);
    const zip = Buffer.from(await bytesOf(stream));
    expect(BigInt(zip.length)).toBe(size);
    expect([...unzip(zip).keys()]).toEqual(files.map((file) => file.name));
    expect(unzip(zip).get("a.txt")).toBe("hello");
    const folder = mkdtempSync(join(tmpdir(), "zip-"));
    try {
      writeFileSync(join(folder, "a.zip"), zip);
      const script = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()))";
      expect(
        execFileSync("python3", ["-c", script, join(folder, "a.zip")])
          .toString()
          .trim(),
      ).toBe("None 3");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("opens one file at a time, and closes it when the reader goes away", async () => {
    const said: string[] = [];
    const files = ["1", "2", "3"].map((name) => ({
      name,
      size: 1_000_000,
      open: async () => {
        said.push(`${name} open`);
        return new ReadableStream<Uint8Array>({
          pull: (controller) => controller.enqueue(seededBytes(50_000, 1)),
          cancel: () => void said.push(`${name} closed`),
        });
      },
    }));
    const reader = zipStream(files, at).stream.getReader();
    for (let n = 0; n < 4; n += 1) await reader.read();
    expect(said).toEqual(["1 open"]);
    await reader.cancel();
    expect(said).toEqual(["1 open", "1 closed"]);
  });
});
