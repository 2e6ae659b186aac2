import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq, isNull, notInArray } from "drizzle-orm";
import { takedownEvents, takedowns } from "@/db/schema";
import { entryLabels, routeLabels } from "@/lib/escalation/takedowns/labels";
import { entryPlace, takedownCode, takedownPlace } from "@/lib/escalation/takedowns/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findPlatform } from "@/lib/law/jurisdictions/rules";
import { onDay } from "../rules";
import type { SourceRow, Traced } from "../types";

/** Reports, answers, appeals and looks that found something of the items on the take-down list; entries that were undone stay. */
export async function listTakedownRows(ctx: TxCtx, { row, vault, law, zone, most }: Traced): Promise<SourceRow[]> {
  const rows = await ctx.db
    .select({ entry: takedownEvents, item: takedowns })
    .from(takedownEvents)
    .innerJoin(takedowns, eq(takedowns.id, takedownEvents.takedownId))
    .where(
      and(
        eq(takedownEvents.orgId, ctx.orgId),
        eq(takedownEvents.caseId, row.id),
        isNull(takedowns.droppedAt),
        // A check that found nothing certain is no event of the case; the item has it.
        notInArray(takedownEvents.event, ["seen_sign_in", "seen_unclear"]),
      ),
    )
    .orderBy(desc(takedownEvents.happenedOn), desc(takedownEvents.recordedAt))
    .limit(most);
  return rows.map(({ entry, item }) => {
    const { id, event, route, happenedOn, happenedAt, recordedAt } = entry;
    const platform = findPlatform(item.platform, law)?.name ?? item.platform;
    const code = takedownCode(item.number);
    const what = entryLabels[event];
    return {
      key: `takedown-${id}`,
      kind: "takedown",
      at: happenedAt ?? onDay(happenedOn, recordedAt, zone),
      day: happenedAt ? null : happenedOn,
      title: route
        ? t("{code}, {platform}. {what} ({route})", { code, platform, what, route: routeLabels[route] })
        : t("{code}, {platform}. {what}", { code, platform, what }),
      words: () => {
        const said = [
          vault.openMaybe(takedownPlace(item.id, "what"), item.what),
          vault.openMaybe(takedownPlace(item.id, "url"), item.url),
          vault.openMaybe(entryPlace(id), entry.note),
        ];
        return said.filter(Boolean).join("\n") || null;
      },
      byId: entry.recordedBy,
      party: "platform",
      accountId: item.accountId,
      platform: item.platform,
      href: `/cases/${row.id}/takedowns/${item.id}`,
      marks: entry.undoneAt ? ["undone"] : [],
    };
  });
}
