import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { among } from "@/db/among";
import { members, reminderWishes } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Receiver } from "./access";
import { defaultWishes } from "./rules";

/** Who is reminded of cases. */
const staff: readonly Receiver["role"][] = ["caseworker", "supervisor"];

/** Members of staff who can see cases, or those of other roles; all of the organisation's, or only those named. */
export async function listReceivers(
  ctx: TxCtx,
  { only, roles = staff }: { only?: readonly string[]; roles?: readonly Receiver["role"][] } = {},
): Promise<Receiver[]> {
  if (only?.length === 0) return [];
  const rows = await ctx.db
    .select({ id: members.id, role: members.role, wishes: reminderWishes })
    .from(members)
    .leftJoin(reminderWishes, and(eq(reminderWishes.orgId, members.orgId), eq(reminderWishes.memberId, members.id)))
    .where(
      and(
        eq(members.orgId, ctx.orgId),
        isNull(members.removedAt),
        inArray(members.role, [...roles]),
        only ? among(members.id, [...only]) : undefined,
      ),
    );
  const usual = defaultWishes();
  return rows.map(({ id, role, wishes }) => ({ id, role: role as Receiver["role"], wishes: wishes ?? usual }));
}
