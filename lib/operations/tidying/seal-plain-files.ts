import { t } from "@/lib/platform/language/translate";
import "server-only";
import { type FileHandle, open, rm } from "node:fs/promises";
import { openFiles } from "@/lib/kernel/access/case-files";
import { requirePermission } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { keepPacketKey } from "@/lib/packets/packets/commands/keep-packet-key";
import { AppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { absentAsNull } from "@/lib/platform/storage/disk";
import { StorageError } from "@/lib/platform/storage/storage";
import { noteSealed } from "./note-sealed";
import { plainPath } from "./plain-path";
import { listPlain } from "./queries";
import type { PlainFile } from "./types";

export type Sealing = { sealed: number; missing: number; damaged: number };

/**
 * Encrypts what an earlier release stored unencrypted, and removes each plain file when no row needs it any more. A
 * file that is missing, or is not what was received, is counted and not touched. Run again, it continues where it
 * stopped.
 * @throws StorageError disk_full | away, with nothing lost
 */
export async function sealPlainFiles(ctx: Ctx): Promise<Sealing> {
  requirePermission(ctx, "job.run");
  const count: Sealing = { sealed: 0, missing: 0, damaged: 0 };
  const waiting = await listPlain(ctx);
  for (const file of waiting) count[await sealOne(ctx, file)] += 1;
  const still = new Set((await listPlain(ctx)).map((file) => plainPath(ctx.orgId, file)));
  for (const path of new Set(waiting.map((file) => plainPath(ctx.orgId, file)))) {
    if (!still.has(path)) await rm(path, { force: true });
  }
  if (waiting.length > 0)
    log().info({ orgId: ctx.orgId, ...count }, t("plain files of an earlier release were sealed"));
  return count;
}

async function sealOne(ctx: Ctx, file: PlainFile): Promise<keyof Sealing> {
  // Opened before anything else: another worker may remove it at any moment.
  const plain = await open(plainPath(ctx.orgId, file), "r").catch(absentAsNull);
  if (!plain) return "missing";
  try {
    const keyId = file.keyId ?? (await keepPacketKey(ctx, { packetId: file.id }));
    const fileId = await sealed(ctx, keyId, plain, file);
    await noteSealed(ctx, { of: file.of, id: file.id, fileId });
    return "sealed";
  } catch (error) {
    // Another worker was faster: its file is the row's, and this one is swept as one that no row names.
    if (error instanceof AppError && error.code === "conflict") return "sealed";
    if (isDamage(error)) return "damaged";
    throw error;
  } finally {
    await plain.close();
  }
}

/** The row changes only when the sealed file has been read back and is what the row says. */
async function sealed(ctx: Ctx, keyId: string, plain: FileHandle, { sha256, size }: PlainFile): Promise<string> {
  const files = await openFiles(ctx, keyId);
  const sent = { maxBytes: size, expectedSize: size, expectedSha256: sha256 };
  const source = plain.createReadStream({ autoClose: false, highWaterMark: 1024 * 1024 });
  const { fileId } = await files.receive(source, sent);
  const read = await files.digest(fileId);
  if (read.sha256 !== sha256) throw new StorageError("broken", t("The sealed file is not what was sealed."));
  return fileId;
}

const isDamage = (error: unknown): boolean =>
  error instanceof StorageError && ["too_large", "cut_short", "hash_mismatch"].includes(error.fault);
