import "server-only";
import { and, desc, eq, gt, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { cases, firstLinkEvents, firstLinks, members, packets } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { mostOfficerItems, officerItem, ofMyCases } from "./access";
import type { Few, FirstContactEvent, FirstContactItem } from "./types";

const telling: FirstContactEvent[] = ["redeemed", "other_browser", "locked"];

/**
 * Links opened, tried from a second browser or locked since they were last marked as seen: the last such event of each.
 */
export async function listFirstContacts(ctx: TxCtx): Promise<Few<FirstContactItem>> {
  const news = and(
    isNotNull(firstLinks.newsAt),
    or(isNull(firstLinks.seenAt), gt(firstLinks.newsAt, firstLinks.seenAt)),
  );
  const rows = await ctx.db
    .selectDistinctOn([firstLinks.id], {
      packetId: officerItem.packetId,
      pseudonym: officerItem.pseudonym,
      version: officerItem.version,
      kind: officerItem.kind,
      officer: officerItem.officer,
      linkId: firstLinks.id,
      event: firstLinkEvents.event,
      at: firstLinkEvents.at,
    })
    .from(firstLinks)
    .innerJoin(firstLinkEvents, eq(firstLinkEvents.linkId, firstLinks.id))
    .innerJoin(cases, eq(cases.id, firstLinks.caseId))
    .innerJoin(packets, eq(packets.id, firstLinks.packetId))
    .innerJoin(members, eq(members.id, firstLinks.liaisonId))
    .where(and(ofMyCases(ctx), news, inArray(firstLinkEvents.event, telling)))
    .orderBy(firstLinks.id, desc(firstLinkEvents.at), desc(firstLinkEvents.id))
    .limit(mostOfficerItems);
  const items = rows.flatMap(({ event, ...row }) => {
    const known = telling.find((firstContactEvent) => firstContactEvent === event);
    return known ? [{ ...row, event: known }] : [];
  });
  return { items: items.toSorted((a, b) => a.at.getTime() - b.at.getTime()), count: items.length };
}
