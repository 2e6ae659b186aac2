import { spawn } from "node:child_process";
import { readdir, readFile, utimes } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { createDiskStore } from "@/lib/platform/storage/disk";
import { createSealedFiles } from "@/lib/platform/storage/sealed-files";
import { bytesOf, filesBelow, scratchFolder, seededNumbers } from "@/tests/support/files";
import { canary, contentOf } from "@/tests/unit/platform/storage/killed-content";

type Kept = { index: number; fileId: string; sha256: string; offset: number };

/** KILL_FILES makes it longer; the number of kills follows from it. */
const count = Number(process.env.KILL_FILES ?? 100);

test(
  "100 files, killed again and again: all that was acknowledged is there, sealed and whole",
  async () => {
    const { path, remove } = await scratchFolder();
    const random = seededNumbers(20261125);
    const kept: Kept[] = [];
    let kills = 0;
    while (kept.length < count) {
      const killed = await run(path, kept, 30 + random() * 250);
      if (killed) kills += 1;
      await ageClaims(join(path, "parts"));
    }
    expect(kills).toBeGreaterThan(5);
    expect(kept.map(({ index }) => index)).toEqual(Array.from({ length: count }, (_, index) => index));
    // Some went on behind what a killed process had left.
    expect(kept.some(({ offset }) => offset > 0)).toBe(true);
    const places = { store: createDiskStore({ root: join(path, "sealed") }), parts: join(path, "parts") };
    const files = createSealedFiles(places, { orgId: "org", keyId: "key", key: Buffer.alloc(32, 7) });
    for (const { index, fileId, sha256 } of kept) {
      const bytes = await bytesOf((await files.open(fileId)).stream);
      expect(bytes.equals(contentOf(index)), `file ${index}`).toBe(true);
      expect(sha256Hex(bytes)).toBe(sha256);
    }
    for (const name of await filesBelow(path)) {
      expect((await readFile(join(path, name))).includes(canary), name).toBe(false);
    }
    if (process.env.KILL_FILES) process.stdout.write(`${kills} kills\n`);
    await remove();
  },
  240_000 + count * 2_000,
);

/** Lets a process receive until it is done, or until it has been at it for this long. Tells whether it was killed. */
async function run(folder: string, kept: Kept[], ms: number): Promise<boolean> {
  const script = [
    "--conditions=react-server",
    "--import",
    "tsx",
    "tests/unit/platform/storage/receive-until-killed.ts",
  ];
  const child = spawn(process.execPath, [...script, folder, String(kept.length), String(count)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once("exit", (_code, signal) => resolve(signal)));
  let timer: NodeJS.Timeout | undefined;
  for await (const line of createInterface(child.stdout)) {
    kept.push(JSON.parse(line) as Kept);
    timer ??= setTimeout(() => child.kill("SIGKILL"), ms);
  }
  const signal = await ended;
  clearTimeout(timer);
  return signal === "SIGKILL";
}

/** As if a minute had passed. */
async function ageClaims(parts: string): Promise<void> {
  for (const name of await readdir(parts)) {
    if (name.endsWith(".open")) await utimes(join(parts, name), 1_700_000_000, 1_700_000_000);
  }
}
