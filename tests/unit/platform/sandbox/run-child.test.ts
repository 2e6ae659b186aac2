import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Frame } from "@/lib/platform/sandbox/frames";
import { runChild } from "@/lib/platform/sandbox/run-child";

const folder = mkdtempSync(join(tmpdir(), "crossdocket-child-"));
afterAll(() => rmSync(folder, { recursive: true }));

function scriptOf(heads: readonly object[]): string {
  const path = join(folder, `child-${heads.length}.mjs`);
  const frames = heads.map((head) => {
    const json = Buffer.from(JSON.stringify(head));
    const lengths = Buffer.alloc(8);
    lengths.writeUInt32BE(json.byteLength, 0);
    return Buffer.concat([lengths, json]);
  });
  const bytes = Buffer.concat(frames).toString("base64");
  writeFileSync(path, `process.stdout.write(Buffer.from("${bytes}", "base64")); setInterval(() => undefined, 1000);`);
  return path;
}

const run = async (heads: readonly object[]) => {
  const heard: unknown[] = [];
  const file = { size: 1, open: async () => new Blob(["x"]).stream() };
  const onFrame = async ({ head }: Frame) => void heard.push(head);
  const end = await runChild({ script: scriptOf(heads), argument: "{}", file, timeoutMs: 3_000, onFrame });
  return { heard, end };
};

test("a child that says it is done has ended, though its process goes on", async () => {
  expect(await run([{ words: 1 }, { done: true }])).toEqual({ heard: [{ words: 1 }], end: "ended" });
});

test("one that says nothing of the kind is waited for", async () => {
  expect(await run([{ words: 1 }])).toEqual({ heard: [{ words: 1 }], end: "took_too_long" });
});
