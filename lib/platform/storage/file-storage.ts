import "server-only";
import { join } from "node:path";
import { env } from "@/lib/platform/env";
import { createDiskStorage } from "./disk";
import type { Storage } from "./storage";

let kept: Storage | undefined;

/** The storage that this installation is set up with: files under `DATA_DIR`. */
export function fileStorage(): Storage {
  kept ??= createDiskStorage({ root: join(env().DATA_DIR, "files") });
  return kept;
}
