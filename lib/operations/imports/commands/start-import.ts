import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq, max } from "drizzle-orm";
import { imports, organisations } from "@/db/schema";
import { keepKey } from "@/lib/kernel/access/case-files";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { importSeals } from "../access";
import { StartImport } from "../input";

/**
 * Records a list whose bytes are already encrypted, and enqueues reading it. The caller stores the bytes (see
 * receiveList).
 */
export const startImport = command({
  needs: "case.import",
  input: StartImport,
  async run(ctx, { keyId, wrapped, fileId, fileName, size, sha256 }) {
    const startedBy = ctx.actor.memberId;
    if (!startedBy) throw new AppError("forbidden", t("A person brings in a list."));
    await keepKey(ctx, "import", { keyId, wrapped });
    const id = newId();
    const seals = importSeals(await openVault(ctx, keyId), id);
    // Numbers follow each other, so two that start at once wait for one another.
    await ctx.db
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.id, ctx.orgId))
      .for("update");
    const [last] = await ctx.db
      .select({ number: max(imports.number) })
      .from(imports)
      .where(eq(imports.orgId, ctx.orgId));
    const number = (last?.number ?? 0) + 1;
    await ctx.db.insert(imports).values({
      id,
      orgId: ctx.orgId,
      keyId,
      number,
      fileName: seals.fileName(fileName),
      fileId,
      sha256,
      size,
      state: "reading" as const,
      startedBy,
      startedAt: ctx.now,
    });
    await enqueue(ctx, "import.work", { importId: id });
    return { value: { id }, audit: { action: "import.started", subjectId: id, detail: { number, size } } };
  },
});
