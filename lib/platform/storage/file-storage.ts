import "server-only";
import { join } from "node:path";
import { env } from "@/lib/platform/env";
import { createDiskStore } from "./disk";
import { createSealedFiles, type FileKey, type Places } from "./sealed-files";
import type { SealedFiles } from "./storage";

let kept: Places | undefined;

/** Where this installation keeps sealed files: under `DATA_DIR`. */
export function filePlaces(): Places {
  const root = join(env().DATA_DIR, "files");
  kept ??= { store: createDiskStore({ root: join(root, "sealed") }), parts: join(root, "parts") };
  return kept;
}

/** The files of one data key. Callers have a context: see lib/access/case-files.ts. */
export function sealedFiles(key: FileKey): SealedFiles {
  return createSealedFiles(filePlaces(), key);
}
