import { spawnSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { segmentBytes } from "@/lib/platform/sealing/format";
import { makePlace } from "@/tests/support/file-places";
import { scratchFolder } from "@/tests/support/files";

const full = "disk_full: There is no room left to keep the file.";

test("a disk that fills midway: says so, keeps nothing half, and takes the next file that fits; at twenty more places too", async () => {
  const folder = await scratchFolder();
  try {
    const disk = join(folder.path, "disk");
    await mkdir(disk);
    const node = `"${process.execPath}" --conditions=react-server --import tsx tests/unit/platform/storage/fill-disk.ts "${disk}"`;
    const result = spawnSync("/bin/sh", ["-c", withSmallDisk(disk, node)], { encoding: "utf8" });
    const { held, points, after, ...rest } = JSON.parse(result.stdout);
    expect(rest).toEqual({ large: full, left: [], named: full, again: full, started: "kept", small: "kept" });
    expect(held).toBe(2 * segmentBytes);
    expect([points, after]).toEqual([Array.from({ length: 20 }, () => `${full}, 0 left`), "kept"]);
  } finally {
    await folder.remove();
  }
}, 60_000);

test("a disk with less room than the floor takes nothing from the start", async () => {
  const place = await makePlace(undefined, Number.MAX_SAFE_INTEGER);
  const silent = new ReadableStream<Uint8Array>();
  await expect(place.files.receive(silent, { maxBytes: 10 })).rejects.toMatchObject({ fault: "disk_full" });
  await place.remove();
});

/** A real 3 MB file system where we may mount one, else a limit on the size of a file, which fails the same way. */
function withSmallDisk(disk: string, command: string): string {
  const mounted = `mount -t tmpfs -o size=3m none "${disk}" && exec ${command}`;
  const ways = [["-m"], ["-r", "-m"]].map((flags) => ({ flags, ok: `mount -t tmpfs none "${disk}"` }));
  const way = ways.find(({ flags, ok }) => spawnSync("unshare", [...flags, "/bin/sh", "-c", ok]).status === 0);
  return way ? `unshare ${way.flags.join(" ")} /bin/sh -c '${mounted}'` : `ulimit -f 6000; exec ${command}`;
}
