import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import postgres from "postgres";
import { inject } from "vitest";
import { createDatabase } from "@/db/embedded/roles";
import { type MadeBackup, type MakeBackup, makeBackup } from "@/lib/operations/backups/make-backup";
import { type RestoreBackup, restoreBackup } from "@/lib/operations/backups/restore-backup";
import { env } from "@/lib/platform/env";
import { createDiskStore } from "@/lib/platform/storage/disk";
import { filePlaces } from "@/lib/platform/storage/file-storage";
import type { Places } from "@/lib/platform/storage/sealed-files";
import { scratchFolder } from "./files";

export type AgePair = { identity: string; recipient: string };

export async function agePair(): Promise<AgePair> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** A folder, two key pairs, and databases of a test's own to restore into. */
export async function backupWorld() {
  const { path: folder, remove } = await scratchFolder();
  const data = await agePair();
  const keys = await agePair();
  const made: string[] = [];
  const backups = join(folder, "backups");
  return {
    folder,
    data,
    keys,
    backups,
    make: (change: Partial<MakeBackup> = {}): Promise<MadeBackup> =>
      makeBackup({
        readAllUrl: process.env.DATABASE_BACKUP_URL ?? "",
        store: filePlaces().store,
        folder: backups,
        recipients: [data.recipient],
        keyRecipients: [keys.recipient],
        keep: null,
        kek: env().KEK,
        keyRing: { kek: env().KEK.toString("base64url") },
        ...change,
      }),
    restore: (archive: string, into: Target, change: Partial<RestoreBackup> = {}) =>
      restoreBackup({
        archive,
        identities: [data.identity],
        kek: env().KEK,
        erased: [],
        ownerUrl: into.ownerUrl,
        places: into.places,
        ...change,
      }),
    /** An empty database and an empty storage. */
    target: async (): Promise<Target> => {
      const target = await emptyTarget(folder);
      made.push(target.name);
      return target;
    },
    remove: async () => {
      for (const name of made) await withAdmin((admin) => admin.unsafe(`drop database "${name}" with (force)`));
      await remove();
    },
  };
}

export type Target = { name: string; ownerUrl: string; appUrl: string; places: Places; files: string };

async function emptyTarget(folder: string): Promise<Target> {
  const name = `restored_${randomBytes(4).toString("hex")}`;
  await withAdmin((admin) => createDatabase(admin, name));
  const { ownerUrl, appUrl } = inject("database");
  // As under DATA_DIR, so that a script can be given the folder above.
  const files = join(folder, name, "files");
  await mkdir(files, { recursive: true });
  const places = { store: createDiskStore({ root: join(files, "sealed") }), parts: join(files, "parts") };
  const at = (url: string) => url.replace(/[^/]+$/, name);
  return { name, ownerUrl: at(ownerUrl), appUrl: at(appUrl), places, files: join(files, "sealed") };
}

export async function withAdmin<T>(act: (admin: postgres.Sql) => Promise<T>, database = "postgres"): Promise<T> {
  const url = inject("database").superuserUrl.replace(/[^/]+$/, database);
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  return act(admin).finally(() => admin.end());
}
