import "server-only";
import { and, eq } from "drizzle-orm";
import { bodyImports } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { lockChecked } from "../access";
import { OneBodyImport } from "../input";

/** Gives a list up. Nothing of it is in the directory. @throws AppError conflict if it was imported */
export const cancelBodyImport = command({
  needs: "directory.write",
  input: OneBodyImport,
  async run(ctx, { importId }) {
    const { id } = await lockChecked(ctx, importId);
    await ctx.db
      .update(bodyImports)
      .set({ state: "cancelled" as const, finishedAt: ctx.now })
      .where(and(eq(bodyImports.orgId, ctx.orgId), eq(bodyImports.id, id)));
    return { value: null, audit: { action: "body_import.cancelled", subjectId: id, detail: {} } };
  },
});
