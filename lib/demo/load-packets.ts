import "server-only";
import type { Ctx } from "@/lib/access/ctx";
import { acknowledgeHandover } from "@/lib/handovers/acknowledge-handover";
import { deliverPacket } from "@/lib/handovers/deliver-packet";
import { numberHandover } from "@/lib/handovers/number-handover";
import { openHandover } from "@/lib/handovers/open-handover";
import { jobCtx } from "@/lib/jobs/job-ctx";
import { advanceLadder } from "@/lib/ladder/advance-ladder";
import { approvePacket } from "@/lib/packets/approve-packet";
import { assemblePacket } from "@/lib/packets/assemble-packet";
import { draftPacket } from "@/lib/packets/draft-packet";
import { getDraftChoices, getPacket } from "@/lib/packets/queries";
import { openFails } from "@/lib/packets/rules";
import { addDays } from "@/lib/platform/calendar";
import { grantRelease } from "@/lib/releases/grant-release";
import { dayAgo, daysAgo } from "./days";
import { loadCharge } from "./load-charges";
import type { Cast } from "./load-people";
import type { Ago } from "./story-types";

/** One packet acknowledged by the officer, one on its way, one that waits for a second person. */
export async function loadPackets(cast: Cast, cases: Map<string, string>): Promise<void> {
  const honeybush = cases.get("Honeybush") ?? "";
  const marula = cases.get("Marula") ?? "";
  const protea = cases.get("Protea") ?? "";
  await release(cast.thandi.ctx, honeybush, 6);
  await release(cast.anele.ctx, marula, 3);
  await release(cast.anele.ctx, protea, 2);
  await loadCharge(daysAgo(cast.thandi.ctx, 6), honeybush);
  await loadCharge(daysAgo(cast.anele.ctx, 4), marula);
  const first = await draft(cast.thandi.ctx, honeybush, 5);
  await approve(cast.supervisor.ctx, first, 4);
  await handOver(cast, { packetId: first, caseId: honeybush, ago: 4, answered: true });
  const second = await draft(cast.anele.ctx, marula, 3);
  await approve(cast.supervisor.ctx, second, 1);
  await handOver(cast, { packetId: second, caseId: marula, ago: 1, answered: false });
  await draft(cast.anele.ctx, protea, 1);
}

const asked = [
  { recipientRole: "investigating_officer", recipient: "Investigating officer of the docket", identity: true },
  { recipientRole: "prosecutor", recipient: "Prosecutor of the docket", identity: true },
  { recipientRole: "central_authority", recipient: "Central authority", identity: false },
] as const;

/** One paper for each office, as the client signed them. */
async function release(ctx: Ctx, caseId: string, ago: Ago): Promise<void> {
  const signedOn = dayAgo(ctx, ago);
  for (const one of asked) {
    await grantRelease(daysAgo(ctx, ago), {
      ...{ ...one, caseId, which: "all", purpose: "A request for help to the other country" },
      crossBorderBasis: "The client agreed in writing to the transfer",
      ...{ signedOn, expiresOn: addDays(signedOn, 90) },
    });
  }
}

async function draft(ctx: Ctx, caseId: string, ago: Ago): Promise<string> {
  const then = daysAgo(ctx, ago, "11:00");
  const { start } = await getDraftChoices(then, caseId, "mla_dossier");
  const { id } = await draftPacket(then, {
    ...start,
    caseId,
    kind: "mla_dossier",
    stage: "Under investigation; a docket is open and an investigating officer is named.",
    screened: "clear",
    minors: "no",
    purpose: "To identify who holds the accounts and to put the evidence before a court.",
    urgency: "Providers delete connection records after a short time.",
  });
  await assemblePacket(jobCtx(ctx.orgId), { packetId: id });
  return id;
}

/** Each failed line of the checklist is let through with a reason that is printed, as a supervisor would. */
async function approve(ctx: Ctx, packetId: string, ago: Ago): Promise<void> {
  const { preflight } = await getPacket(ctx, packetId);
  const reason = "Known, and to be supplied by the prosecutor.";
  const overrides = Object.fromEntries(openFails(preflight).map((line) => [line.id, reason]));
  await approvePacket(daysAgo(ctx, ago, "14:00"), { packetId, overrides });
  await assemblePacket(jobCtx(ctx.orgId), { packetId });
}

type Given = { packetId: string; caseId: string; ago: Ago; answered: boolean };

async function handOver(cast: Cast, { packetId, caseId, ago, answered }: Given): Promise<void> {
  const sender = answered ? cast.thandi.ctx : cast.anele.ctx;
  const { id: handoverId } = await deliverPacket(daysAgo(sender, ago, "15:00"), {
    packetId,
    liaisonId: cast.maseko.memberId,
    message: "For the attention of the desk. The docket number is in the register.",
  });
  if (answered) {
    const officer = cast.maseko.ctx;
    await openHandover(daysAgo(officer, ago - 1, "08:40"), { handoverId });
    await acknowledgeHandover(daysAgo(officer, ago - 1, "09:10"), { handoverId, note: "Received in good order." });
    await numberHandover(daysAgo(officer, ago - 2, "10:00"), { handoverId, kind: "ncb", raw: "NCB/EX/0142" });
  }
  await advanceLadder(jobCtx(sender.orgId), { caseId });
}
