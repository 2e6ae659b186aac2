import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDiskStore } from "@/lib/platform/storage/disk";

/** Holds the sync of a folder back, as a busy disk does. */
const held = vi.hoisted(() => ({ path: "", until: Promise.resolve() }));

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const open: typeof real.open = async (path, ...rest) => {
    const handle = await real.open(path, ...rest);
    if (path === held.path) {
      const sync = handle.sync.bind(handle);
      handle.sync = () => held.until.then(sync);
    }
    return handle;
  };
  return { ...real, open };
});

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "crossdocket-sync-"));
});
afterEach(async () => {
  held.path = "";
  await rm(root, { recursive: true, force: true });
});

test.skipIf(process.platform === "win32")(
  "no file of a new folder is confirmed before the folder itself is on the disk, whoever made it",
  async () => {
    const store = createDiskStore({ root });
    const parts = ["a", "b"].map((name) => join(root, `part-${name}`));
    for (const part of parts) await writeFile(part, "bytes");
    const { promise, resolve } = Promise.withResolvers<void>();
    held.path = join(root, "org");
    held.until = promise;
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
