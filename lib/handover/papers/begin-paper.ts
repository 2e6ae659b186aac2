import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { handoverPapers, type handovers, liaisons, members, organisations, packetParts } from "@/db/schema";
import { findCase, isRestricted } from "@/lib/casework/cases/access";
import { byLink } from "@/lib/handover/first-contact/labels";
import { describePart } from "@/lib/handover/handovers/labels";
import { forOfficers } from "@/lib/handover/handovers/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { findPacket, findReplacing, type Packet } from "@/lib/packets/packets/access";
import { checkWord } from "@/lib/packets/packets/check-word";
import { kindLabels } from "@/lib/packets/packets/labels";
import { wasApproved } from "@/lib/packets/packets/rules";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { DocumentPlan } from "@/lib/platform/pdf/blocks";
import { paperIn } from "@/lib/platform/pdf/style";
import { formatBothZones } from "@/lib/platform/text/format";
import { findHandover, manifestOf, readLedger } from "./access";
import { planCertificate } from "./plan-certificate";
import { planReceipt } from "./plan-receipt";
import { planSlip } from "./plan-slip";
import { annexGivenBy, chained, lastLineOf, paperName } from "./rules";
import type { PaperAsked, PaperFacts } from "./types";

/** A paper as it will be printed once it is known who signs. */
export type BegunPaper = Pick<PaperFacts, "id" | "name" | "manifestSha256"> & {
  caseId: string;
  number: number;
  organisation: string;
  throughId: string | null;
  plan: (signer: string) => DocumentPlan;
};

/**
 * Reads what a paper says. Null if it exists, or its case is restricted.
 * @throws AppError not_found; conflict for a receipt that nobody acknowledged, a certificate without its line in the
 * ledger, and a version that was not approved or has no list of files
 */
export async function beginPaper(ctx: TxCtx, asked: PaperAsked): Promise<BegunPaper | null> {
  const packet = await findPacket(ctx, asked.packetId);
  if (await isRestricted(ctx, packet.caseId)) return null;
  const manifestSha256 = await manifestOf(ctx, packet.id);
  if (!wasApproved(packet) || !packet.builtAt || !manifestSha256)
    throw new AppError("conflict", t("Papers are made for a version that was approved and built."));
  const found = await findCase(ctx, packet.caseId);
  const playbook = findPlaybook(found.pair, found.playbookVersion);
  const zones = [playbook?.home.zone ?? "UTC", playbook?.there.zone ?? "UTC"] as const;
  const same = await alike(ctx, asked);
  const number = same.length + 1;
  const [desk] = await ctx.db.select().from(organisations).where(eq(organisations.id, ctx.orgId));
  const { code, version, kind, fileSha256: sha256, pages } = packet;
  const facts = {
    id: newId(),
    paper: asked.paper,
    name: paperName(packet, asked.paper, number),
    organisation: desk?.name ?? ctx.orgName,
    code,
    version,
    kind: kindLabels[kind] ?? kind,
    sha256,
    pages,
    manifestSha256,
    size: paperIn(found.pair.slice(0, 2)),
    at: ctx.now,
  } satisfies Omit<PaperFacts, "signer">;
  const begun = { ...facts, caseId: packet.caseId, number };
  if (asked.paper === "slip") {
    if (same.length > 0) return null;
    const slip = {
      files: (await filesOf(ctx, packet, true)).map(({ label, pages }) => ({ label, pages })),
      desk: [desk?.deskEmail, desk?.deskPhone].flatMap((value) => value ?? []),
      verify: `${env().APP_ORIGIN}/verify#${code}/${checkWord(packet.id)}`,
    };
    return { ...begun, throughId: null, plan: (signer) => planSlip({ ...facts, ...slip, signer }) };
  }
  const handover = await findHandover(ctx, asked.handoverId ?? "");
  if (handover.packetId !== packet.id) throw new AppError("not_found", t("No such handover."));
  const told = await tellHandover(ctx, { asked, packet, handover, zones });
  if (same.some((row) => row.handoverId === handover.id && row.throughId === told.throughId)) return null;
  const plan = asked.paper === "receipt" ? planReceipt : planCertificate;
  return { ...begun, throughId: told.throughId, plan: (signer) => plan({ ...facts, ...told.facts, signer }) };
}

/** The papers of this kind of a version. */
async function alike(ctx: TxCtx, { packetId, paper }: PaperAsked) {
  return ctx.db
    .select({ handoverId: handoverPapers.handoverId, throughId: handoverPapers.throughId })
    .from(handoverPapers)
    .where(
      and(eq(handoverPapers.orgId, ctx.orgId), eq(handoverPapers.packetId, packetId), eq(handoverPapers.paper, paper)),
    );
}

type Told = {
  asked: PaperAsked;
  packet: Packet;
  handover: typeof handovers.$inferSelect;
  zones: readonly [string, string];
};

async function tellHandover(ctx: TxCtx, { asked, packet, handover, zones }: Told) {
  const lines = chained(handover.id, await readLedger(ctx, handover.id));
  const last = lastLineOf(asked.paper, lines, asked.throughId);
  if (asked.paper === "receipt" && (!handover.acknowledgedAt || !last))
    throw new AppError("conflict", t("The officer has not acknowledged receipt."));
  if (!last) throw new AppError("conflict", t("The ledger of this handover has no such line."));
  const until = lines.slice(0, lines.indexOf(last) + 1);
  const at = (instant: Date | null) => (instant ? formatBothZones(instant, ...zones) : null);
  const replaced = await findReplacing(ctx, packet);
  const withAnnex = handover.withAnnex && annexGivenBy(until);
  const facts = {
    made: at(ctx.now) ?? "",
    approved: at(packet.decidedAt),
    withdrawn: at(packet.withdrawnAt),
    replaced: replaced && { version: replaced.version, on: at(replaced.at) ?? "" },
    deliveredBy: await nameOf(ctx, handover.deliveredBy),
    byLink: until.some(({ event, note }) => event === "delivered" && note === byLink),
    officer: await officerOf(ctx, handover.liaisonId),
    parts: (await filesOf(ctx, packet, withAnnex)).map(({ label, sha256 }) => ({ label, sha256 })),
    events: until.map(({ event, note, at: when, hash }) => ({ event, note, when: at(when) ?? "", hash })),
  };
  return { throughId: last.id, facts };
}

async function nameOf(ctx: TxCtx, memberId: string): Promise<string> {
  const [row] = await ctx.db.select({ name: members.name }).from(members).where(eq(members.id, memberId));
  return row?.name ?? "A former colleague";
}

async function officerOf(ctx: TxCtx, liaisonId: string) {
  const [row] = await ctx.db
    .select({ liaison: liaisons, name: members.name })
    .from(liaisons)
    .innerJoin(members, eq(members.id, liaisons.memberId))
    .where(and(eq(liaisons.orgId, ctx.orgId), eq(liaisons.memberId, liaisonId)));
  if (!row) throw new AppError("not_found", t("No such officer."));
  const { rank, forceNumber, agency, unit } = row.liaison;
  return { name: row.name, rank, forceNumber, agency, unit };
}

/** The files that an officer is given, each with its hash. */
async function filesOf(ctx: TxCtx, packet: Packet, withAnnex: boolean) {
  const rows = await ctx.db
    .select({ part: packetParts.part, sha256: packetParts.sha256, pages: packetParts.pages })
    .from(packetParts)
    .where(and(eq(packetParts.orgId, ctx.orgId), eq(packetParts.packetId, packet.id)))
    .orderBy(asc(packetParts.part));
  return forOfficers(rows)
    .filter(({ part }) => part !== "annex" || withAnnex)
    .map(({ part, ...row }) => ({ label: describePart(part), ...row }));
}
