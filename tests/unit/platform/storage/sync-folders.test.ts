import { type FileHandle, mkdir, mkdtemp, open, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDiskStore } from "@/lib/platform/storage/disk";

/**
 * Holds back the sync of one folder, as a busy disk does. Modules of unit tests are loaded once for all files, so that
 * the method is replaced where every open file has it.
 */
async function holdSyncs(folder: string, until: Promise<void>): Promise<void> {
  const { ino } = await stat(folder);
  const handle = await open(folder);
  const kind: FileHandle = Object.getPrototypeOf(handle);
  await handle.close();
  const { sync } = kind;
  vi.spyOn(kind, "sync").mockImplementation(async function (this: FileHandle) {
    if ((await this.stat()).ino === ino) await until;
    return sync.call(this);
  });
}

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "crossdocket-sync-"));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(root, { recursive: true, force: true });
});

test.skipIf(process.platform === "win32")(
  "no file of a new folder is confirmed before the folder itself is on the disk, whoever made it",
  async () => {
    const store = createDiskStore({ root });
    const parts = ["a", "b"].map((name) => join(root, `part-${name}`));
    for (const part of parts) await writeFile(part, "bytes");
    const { promise, resolve } = Promise.withResolvers<void>();
    await mkdir(join(root, "org"));
    await holdSyncs(join(root, "org"), promise);
    const confirmed: string[] = [];
    const [first = "", second = ""] = parts;
    const keeping = [store.keep("org/key/a", first).then(() => confirmed.push("a"))];
    await vi.waitFor(() => stat(join(root, "org/key")));
    keeping.push(store.keep("org/key/b", second).then(() => confirmed.push("b")));
    await sleep(100);
    expect(confirmed).toEqual([]);
    resolve();
    await Promise.all(keeping);
    expect(confirmed.toSorted()).toEqual(["a", "b"]);
  },
);

test("a folder that was removed with its last file is made again", async () => {
  const store = createDiskStore({ root });
  for (const turn of ["first", "second"]) {
    await writeFile(join(root, turn), turn);
    await store.keep(`org/key/${turn}`, join(root, turn));
    expect(await store.stat(`org/key/${turn}`)).toMatchObject({ size: turn.length });
    await rm(join(root, "org"), { recursive: true });
  }
});
