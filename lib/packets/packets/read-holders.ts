import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { dispatches, firstLinks, handovers, liaisons, members, recalls, references } from "@/db/schema";
import { displayReference } from "@/lib/casework/references/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { receiverLabels } from "./labels";
import { rolesIn } from "./roles-in";
import type { HolderView } from "./types";

type Held = Omit<HolderView, "recall"> & { packetId: string };

/**
 * Who holds which version, by packet: in the portal, by link and on paper, earliest first.
 * @param keyId the case's key, under which an office as free text is encrypted
 */
export async function readHolders(
  ctx: TxCtx,
  packetIds: readonly string[],
  keyId: string,
): Promise<Map<string, HolderView[]>> {
  const found = new Map<string, HolderView[]>();
  if (packetIds.length === 0) return found;
  const held = [...(await handedOver(ctx, packetIds)), ...(await onPaper(ctx, packetIds, keyId))];
  const recalled = await recallsOf(ctx, packetIds);
  const all = held.map((copy) => ({ ...copy, recall: recalled.get(copy.id) ?? null }));
  for (const { packetId, ...view } of all.toSorted((a, b) => +a.deliveredAt - +b.deliveredAt)) {
    found.set(packetId, [...(found.get(packetId) ?? []), view]);
  }
  return found;
}

/** The state of the newest recall of a copy, by its handover or dispatch. */
async function recallsOf(ctx: TxCtx, packetIds: readonly string[]): Promise<Map<string, HolderView["recall"]>> {
  const rows = await ctx.db
    .select()
    .from(recalls)
    .where(and(eq(recalls.orgId, ctx.orgId), among(recalls.packetId, [...packetIds])))
    .orderBy(asc(recalls.madeAt));
  return new Map(rows.map((row) => [row.handoverId ?? row.dispatchId ?? row.id, row.outcome ?? "due"]));
}

async function handedOver(ctx: TxCtx, packetIds: readonly string[]): Promise<Held[]> {
  const rows = await ctx.db
    .select({ handover: handovers, officer: liaisons, name: members.name })
    .from(handovers)
    .innerJoin(liaisons, eq(liaisons.memberId, handovers.liaisonId))
    .innerJoin(members, eq(members.id, handovers.liaisonId))
    .where(and(eq(handovers.orgId, ctx.orgId), among(handovers.packetId, [...packetIds])))
    .orderBy(asc(handovers.deliveredAt));
  const ids = rows.map((row) => row.handover.id);
  if (ids.length === 0) return [];
  const numbers = await ctx.db.select().from(references).where(among(references.handoverId, ids));
  const links = await ctx.db
    .select({ handoverId: firstLinks.handoverId })
    .from(firstLinks)
    .where(and(eq(firstLinks.orgId, ctx.orgId), among(firstLinks.handoverId, ids)));
  const byLink = new Set(links.map((link) => link.handoverId));
  return rows.map(({ handover, officer, name }) => {
    const { id, packetId, deliveredAt, openedAt, downloadedAt, acknowledgedAt } = handover;
    const mine = numbers.filter((value) => value.handoverId === id && value.state === "issued");
    return {
      id,
      packetId,
      deliveredAt,
      openedAt,
      downloadedAt,
      acknowledgedAt,
      how: byLink.has(id) ? "link" : "portal",
      office: officeOf(officer),
      who: `${officer.rank} ${name}, ${officer.agency} ${officer.unit}`,
      numbers: mine.map((reference) =>
        displayReference(reference.kind, reference.raw ?? "", reference.canonical ?? ""),
      ),
    };
  });
}

async function onPaper(ctx: TxCtx, packetIds: readonly string[], keyId: string): Promise<Held[]> {
  const rows = await ctx.db
    .select({ dispatch: dispatches, officer: liaisons, name: members.name })
    .from(dispatches)
    .leftJoin(liaisons, eq(liaisons.memberId, dispatches.liaisonId))
    .leftJoin(members, eq(members.id, dispatches.liaisonId))
    .where(and(eq(dispatches.orgId, ctx.orgId), among(dispatches.packetId, [...packetIds])));
  if (rows.length === 0) return [];
  const vault = await openVault(ctx, keyId);
  return rows.map(({ dispatch, officer, name }) => {
    const { id, packetId, sentAt, office } = dispatch;
    const inWords = vault.openMaybe({ table: "dispatches", column: "office", row: id }, office) ?? "An office";
    return {
      id,
      packetId,
      how: "paper",
      deliveredAt: sentAt,
      who: officer ? `${officer.rank} ${name}, ${officer.agency} ${officer.unit}` : inWords,
      office: officer ? officeOf(officer) : kindOfOffice(inWords),
      openedAt: null,
      downloadedAt: null,
      acknowledgedAt: null,
      numbers: [],
    };
  });
}

const officeOf = ({ rank, agency, unit }: { rank: string; agency: string; unit: string }) =>
  `${rank}, ${agency}, ${unit}`;

/** Free text may name somebody, so only the kind of office is given. */
function kindOfOffice(words: string): string {
  const [role] = rolesIn(words);
  return role ? receiverLabels[role] : "An office outside our directory";
}
