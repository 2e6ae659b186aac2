import { t } from "@/lib/platform/language/translate";
import "server-only";
import { requirePermission } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { log } from "@/lib/platform/log";
import { filePlaces } from "@/lib/platform/storage/file-storage";
import type { ObjectStore } from "@/lib/platform/storage/storage";
import { noteTidied } from "./note-tidied";
import { findNamed } from "./queries";

/** A file is kept before its row is written; two days on, no row will come. */
const lifetimeMs = 48 * 60 * 60 * 1000;
const batch = 500;

/** A few files are left by processes that died. More than this share of all means that rows are missing. */
const fewAtLeast = 20;
const fewShare = 0.05;

export type Tidied = { removed: number; spared: number };

/**
 * Removes the organisation's stored files that no row names and that are older than two days. When there are many of
 * them, none is removed: the database is then older than the files, as after going back to a backup.
 * @throws StorageError away
 */
export async function removeOrphans(ctx: Ctx, store: ObjectStore = filePlaces().store): Promise<Tidied> {
  requirePermission(ctx, "job.run");
  const { orphans, all } = await findOrphans(ctx, store);
  const counts = { removed: orphans.length, spared: 0 };
  if (orphans.length > Math.max(fewAtLeast, all * fewShare)) {
    Object.assign(counts, { removed: 0, spared: orphans.length });
    log().error({ orgId: ctx.orgId, files: orphans.length }, t("many stored files have no row: none was removed"));
  } else {
    for (const key of orphans) await store.remove(key);
  }
  if (orphans.length > 0) await noteTidied(ctx, counts);
  return counts;
}

async function findOrphans(ctx: Ctx, store: ObjectStore): Promise<{ orphans: string[]; all: number }> {
  const orphans: string[] = [];
  let all = 0;
  let old: string[] = [];
  const settle = async () => {
    const named = await findNamed(ctx, old.map(fileIdOf));
    orphans.push(...old.filter((key) => !named.has(fileIdOf(key))));
    old = [];
  };
  for await (const { key, keptAt } of store.list(ctx.orgId)) {
    all += 1;
    if (!keyShape.test(key) || ctx.now.getTime() - keptAt.getTime() < lifetimeMs) continue;
    old.push(key);
    if (old.length === batch) await settle();
  }
  await settle();
  return { orphans, all };
}

/** What is not named as ours are, somebody else put there: it is not ours to remove. */
const keyShape = /^[0-9a-f-]{36}\/[0-9a-f-]{36}\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const fileIdOf = (key: string): string => key.split("/")[2] ?? "";
