import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { handoverEvents, handovers, liaisons, members, packetParts, type packets } from "@/db/schema";
import { findCase, refuseRestricted } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { findPacket } from "@/lib/packets/packets/access";
import { kindLabels } from "@/lib/packets/packets/labels";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { writeDocument } from "@/lib/platform/pdf/write-document";
import { formatBothZones } from "@/lib/platform/text/format";
import { OneHandover } from "../input";
import { describePart } from "../labels";
import { type CertificateFacts, planCertificate } from "../plan-certificate";
import { forOfficers } from "../rules";

type Packet = typeof packets.$inferSelect;

/**
 * A certificate of one handover, written afterwards from the ledger, with blanks for the person who attests.
 * @throws AppError not_found, also for a handover of another case; conflict while the case is restricted
 */
export const certifyHandover = command({
  needs: "handover.deliver",
  input: OneHandover,
  async run(ctx, { handoverId }) {
    const { handover, officer } = await findGiven(ctx, handoverId);
    const packet = await findPacket(ctx, handover.packetId);
    await refuseRestricted(ctx, packet.caseId);
    const facts = await factsOf(ctx, packet, handover);
    const plan = planCertificate({ ...facts, officer });
    const { bytes } = await collectBytes(writeDocument(plan, { image: noImages, attachments: [] }));
    return {
      value: { bytes, name: `${packet.code}-v${packet.version}-handover.pdf` },
      audit: {
        action: "handover.certified",
        subjectId: handoverId,
        caseId: packet.caseId,
        detail: { events: facts.events.length },
      },
    };
  },
});

async function findGiven(ctx: TxCtx, handoverId: string) {
  if (isId(handoverId)) {
    const [row] = await ctx.db
      .select({ handover: handovers, liaison: liaisons, name: members.name })
      .from(handovers)
      .innerJoin(liaisons, eq(liaisons.memberId, handovers.liaisonId))
      .innerJoin(members, eq(members.id, handovers.liaisonId))
      .where(and(eq(handovers.orgId, ctx.orgId), eq(handovers.id, handoverId)));
    if (row) {
      const { rank, forceNumber, agency, unit } = row.liaison;
      return { handover: row.handover, officer: { name: row.name, rank, forceNumber, agency, unit } };
    }
  }
  throw new AppError("not_found", t("No such handover."));
}

type Given = Awaited<ReturnType<typeof findGiven>>["handover"];

async function factsOf(ctx: TxCtx, packet: Packet, handover: Given): Promise<Omit<CertificateFacts, "officer">> {
  const found = await findCase(ctx, packet.caseId);
  const playbook = findPlaybook(found.pair, found.playbookVersion);
  const home = playbook?.home.zone ?? "UTC";
  const there = playbook?.there.zone ?? "UTC";
  const at = (instant: Date | null) => (instant ? formatBothZones(instant, home, there) : null);
  const events = await ctx.db
    .select()
    .from(handoverEvents)
    .where(and(eq(handoverEvents.orgId, ctx.orgId), eq(handoverEvents.handoverId, handover.id)))
    .orderBy(asc(handoverEvents.at), asc(handoverEvents.id));
  const [giver] = await ctx.db.select({ name: members.name }).from(members).where(eq(members.id, handover.deliveredBy));
  const { code, version, kind, fileSha256: sha256, pages } = packet;
  return {
    id: handover.id,
    organisation: ctx.orgName,
    code,
    version,
    sha256,
    pages,
    madeAt: ctx.now,
    kind: kindLabels[kind] ?? kind,
    made: at(ctx.now) ?? "",
    approved: at(packet.decidedAt),
    withdrawn: at(packet.withdrawnAt),
    deliveredBy: giver?.name ?? t("A former colleague"),
    parts: await partsGiven(ctx, packet, handover),
    events: chained(handover.id, events).map(({ event, note, at: when, hash }) => ({
      event,
      note,
      when: at(when) ?? "",
      hash,
    })),
  };
}

type Line = Pick<typeof handoverEvents.$inferSelect, "id" | "event" | "at" | "by" | "note">;

/** Each line is hashed with all before it, starting with the handover itself: a changed or missing line is detected. */
function chained<L extends Line>(handoverId: string, lines: readonly L[]): (L & { hash: string })[] {
  let before = sha256(handoverId).toString("hex");
  return lines.map((line) => {
    const { id, event, at, by, note } = line;
    before = sha256(JSON.stringify([before, id, event, at.toISOString(), by, note])).toString("hex");
    return { ...line, hash: before };
  });
}

/** The files that went along, each with its hash. */
async function partsGiven(ctx: TxCtx, packet: Packet, { withAnnex }: Given): Promise<CertificateFacts["parts"]> {
  const rows = await ctx.db
    .select({ part: packetParts.part, sha256: packetParts.sha256 })
    .from(packetParts)
    .where(and(eq(packetParts.orgId, ctx.orgId), eq(packetParts.packetId, packet.id)));
  return forOfficers(rows)
    .filter(({ part }) => part !== "annex" || withAnnex)
    .map(({ part, sha256 }) => ({ label: describePart(part), sha256 }));
}

async function noImages(): Promise<never> {
  throw new Error("a certificate has no images");
}
