import { statfsSync } from "node:fs";
import { tmpdir } from "node:os";

const memory = "/dev/shm";
const wanted = 4 * 1024 ** 3;

/** Where databases of tests lie: in memory where there is room for them, which copies one in a twentieth of the time. */
export function fastFolder() {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= wanted ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}
