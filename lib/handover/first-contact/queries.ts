import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import { firstLinkEvents, firstLinks, liaisons, members } from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import { findPacket } from "@/lib/packets/packets/access";
import { stateOf, whyNotRelease } from "./rules";
import { type FirstLinkView, limits } from "./types";

/** The links of a version with their logs, the newest first. @throws AppError not_found */
export const listFirstLinks = query("case.read", async (ctx, packetId: string): Promise<FirstLinkView[]> => {
  await findPacket(ctx, packetId);
  const rows = await ctx.db
    .select({ link: firstLinks, officer: liaisons, name: members.name })
    .from(firstLinks)
    .innerJoin(liaisons, eq(liaisons.memberId, firstLinks.liaisonId))
    .innerJoin(members, eq(members.id, firstLinks.liaisonId))
    .where(and(eq(firstLinks.orgId, ctx.orgId), eq(firstLinks.packetId, packetId)))
    .orderBy(desc(firstLinks.madeAt), desc(firstLinks.id));
  if (rows.length === 0) return [];
  const events = await ctx.db
    .select({ event: firstLinkEvents })
    .from(firstLinkEvents)
    .innerJoin(firstLinks, eq(firstLinks.id, firstLinkEvents.linkId))
    .where(and(eq(firstLinkEvents.orgId, ctx.orgId), eq(firstLinks.packetId, packetId)))
    .orderBy(asc(firstLinkEvents.at), asc(firstLinkEvents.id));
  const people = await ctx.db.select({ id: members.id, name: members.name }).from(members);
  const nameOf = (id: string | null) =>
    id ? (people.find((person) => person.id === id)?.name ?? t("A former colleague")) : null;
  return rows.map(({ link, officer, name }) => ({
    id: link.id,
    state: stateOf(link, ctx.now),
    liaisonId: link.liaisonId,
    officer: `${officer.rank} ${name}, ${officer.agency} ${officer.unit}`,
    madeBy: nameOf(link.madeBy) ?? "",
    madeAt: link.madeAt,
    releasedBy: nameOf(link.releasedBy),
    expiresAt: link.expiresAt,
    triesLeft: Math.max(0, limits.tries - link.tries),
    downloadsLeft: Math.max(0, limits.downloads - link.downloads),
    unseen: link.newsAt !== null && (link.seenAt === null || link.newsAt > link.seenAt),
    whyNotRelease: whyNotRelease(link, ctx.actor.memberId),
    events: events
      .filter(({ event }) => event.linkId === link.id)
      .map(({ event: { id, event, at, by, note } }) => ({ id, event, at, by: nameOf(by), note })),
  }));
});
