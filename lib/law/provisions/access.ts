import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { organisations, provisionVersions } from "@/db/schema";
import type { Scoped } from "@/lib/kernel/access/ctx";
import { houseLaw, newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { findProvision } from "./rules";
import type { AmendablePart, Provision, ProvisionChange } from "./types";

/** One administrator at a time: the organisation's row is held until the change is written. */
export async function lockLaw(ctx: Scoped): Promise<string> {
  const by = ctx.actor.memberId;
  if (!by) throw new AppError("forbidden", "A person changes the law.");
  await ctx.db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.id, ctx.orgId))
    .for("update");
  return by;
}

/**
 * The provision of the release and the newest version of it here, when that is still what the person saw.
 * @throws AppError not_found; conflict when somebody changed it in the meantime
 */
export async function openProvision(
  ctx: Scoped,
  at: { part: AmendablePart; key: string; seen: number },
): Promise<{ by: string; released: Provision; newest: ProvisionChange | null }> {
  const by = await lockLaw(ctx);
  const released = findProvision(at.part, at.key, houseLaw);
  if (!released) throw new AppError("not_found", "No such provision.");
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
  const said = "Somebody changed this while you wrote. Look at their version in the history, then save yours again.";
  throw new AppError("conflict", said);
}

/** Writes the next version. Versions are never changed. */
export async function addVersion(ctx: Scoped, by: string, row: ProvisionChange): Promise<string> {
  const id = newId();
  await ctx.db.insert(provisionVersions).values({ ...row, id, orgId: ctx.orgId, recordedBy: by, recordedAt: ctx.now });
  return id;
}

/** @throws AppError invalid when the day has not come yet on the office's wall */
export function refuseFutureCheck(ctx: Scoped, checkedOn: CivilDate): void {
  const zone = newestPlaybooks()[0]?.home.zone ?? "UTC";
  if (checkedOn <= civilDate(ctx.now, zone)) return;
  const said = "This day has not come yet.";
  throw new AppError("invalid", said, { checkedOn: said });
}
