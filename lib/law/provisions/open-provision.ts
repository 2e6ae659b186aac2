import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { provisionVersions } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { AppError } from "@/lib/platform/errors";
import { lockLaw } from "./access";
import { findProvision } from "./rules";
import type { AmendablePart, Provision, ProvisionChange } from "./types";

/**
 * The release's provision and the organisation's newest version of it, if that is still what the person saw.
 * @throws AppError not_found; conflict if somebody changed it in the meantime
 */
export async function openProvision(
  ctx: TxCtx,
  at: { part: AmendablePart; key: string; seen: number },
): Promise<{ by: string; released: Provision; newest: ProvisionChange | null }> {
  const by = await lockLaw(ctx);
  const released = findProvision(at.part, at.key, houseLaw);
  if (!released) throw new AppError("not_found", t("No such provision."));
  const [newest] = await ctx.db
    .select()
    .from(provisionVersions)
    .where(
      and(
        eq(provisionVersions.orgId, ctx.orgId),
        eq(provisionVersions.part, at.part),
        eq(provisionVersions.key, at.key),
      ),
    )
    .orderBy(desc(provisionVersions.version))
    .limit(1);
  if ((newest?.version ?? 0) === at.seen) return { by, released, newest: newest ?? null };
  const message = t(
    "Somebody changed this while you wrote. Look at their version in the history, then save yours again.",
  );
  throw new AppError("conflict", message);
}
