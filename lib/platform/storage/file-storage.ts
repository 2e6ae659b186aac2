import "server-only";
import { join } from "node:path";
import { type Env, env } from "@/lib/platform/env";
import { plainSize } from "@/lib/platform/sealing/format";
import { createDiskStore } from "./disk";
import { createS3Store } from "./s3";
import { createSealedFiles, type FileKey, type Places } from "./sealed-files";
import { type ObjectStore, objectKey, type SealedFiles } from "./storage";

let kept: Places | undefined;

/** Where this installation keeps sealed files: the bucket in `S3_BUCKET`, else `DATA_DIR`. Parts are always local. */
export function filePlaces(): Places {
  kept ??= placesOf(env());
  return kept;
}

/** What `filePlaces` is under these settings. */
function placesOf(settings: Env): Places {
  const root = join(settings.DATA_DIR, "files");
  return { store: bucketOf(settings) ?? createDiskStore({ root: join(root, "sealed") }), parts: join(root, "parts") };
}

function bucketOf(settings: Env): ObjectStore | null {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  if (!bucket || !accessKeyId || !secretAccessKey) return null;
  const { S3_ENDPOINT: endpoint, S3_REGION: region, S3_PATH_STYLE: pathStyle } = settings;
  return createS3Store({ bucket, endpoint, region, accessKeyId, secretAccessKey, pathStyle });
}

/** The files of one data key. Callers have a context: see lib/kernel/access/case-files.ts. */
export function sealedFiles(key: FileKey): SealedFiles {
  return createSealedFiles(filePlaces(), key);
}

/** Size of a plain file in bytes, for which its key is not needed; null when it is not there. @throws StorageError away */
export async function sizeOfFile({ orgId, keyId }: Omit<FileKey, "key">, fileId: string): Promise<number | null> {
  const found = await filePlaces().store.stat(objectKey(orgId, keyId, fileId));
  return found && plainSize(found.size);
}
