import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { createDiskStore } from "@/lib/platform/storage/disk";
import { createSealedFiles } from "@/lib/platform/storage/sealed-files";
import type { ObjectStore, SealedFiles } from "@/lib/platform/storage/storage";
import { scratchFolder } from "./files";

export const orgId = "0198f000-0000-7000-8000-000000000001";
export const keyId = "0198f000-0000-7000-8000-000000000002";

/** Sealed files in a folder of one test, beside the store and the folder of parts that they use. */
export type Place = {
  folder: string;
  parts: string;
  store: ObjectStore;
  files: SealedFiles;
  remove: () => Promise<void>;
};

/** @param makeStore other than in a folder, such as in a bucket */
export async function makePlace(makeStore?: () => ObjectStore, minFreeBytes = 0): Promise<Place> {
  const { path, remove } = await scratchFolder();
  const store = makeStore?.() ?? createDiskStore({ root: join(path, "sealed") });
  const parts = join(path, "parts");
  const files = createSealedFiles({ store, parts, minFreeBytes }, { orgId, keyId, key: randomBytes(32) });
  return { folder: path, parts, store, files, remove };
}

/** The key in the store of a file that was received here. */
export const keyOf = (fileId: string): string => `${orgId}/${keyId}/${fileId}`;

export async function keysIn(store: ObjectStore): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(orgId)) keys.push(key);
  return keys.sort();
}
