import { openCase } from "@/lib/casework/cases/commands/open-case";
import { countAffected } from "@/lib/privacy/breaches/commands/count-affected";
import { recordBreach } from "@/lib/privacy/breaches/commands/record-breach";
import { reviewNotice } from "@/lib/privacy/breaches/commands/review-notice";
import { askErasure } from "@/lib/privacy/erasures/ask-erasure";
import { decideErasure } from "@/lib/privacy/erasures/decide-erasure";
import { eraseRecords } from "@/lib/privacy/erasures/erase-records";
import { placeHold } from "@/lib/privacy/holds/place-hold";
import { placeRestriction } from "@/lib/privacy/holds/place-restriction";
import { caseForm } from "../case-form";
import { plantCase } from "../plant";
import { breachForm, ticks as checked, plantBreach } from "../plant-breach";
import { codeOf, decision, plantRequest, requestForm, sure } from "../plant-request";
import { forJobs, type Row, type Table } from "./row";
import type { World } from "./world";

const reason = "Said in one whole sentence.";
type Needs = Row["needs"];
const forBoss = (needs: Needs, log: string, input: Row["input"], more: Partial<Row> = {}): Row => ({
  needs,
  by: "boss",
  log,
  input,
  ...more,
});

const ended = ({ worker }: World) =>
  plantCase(worker.ctx, { closedAt: new Date("2021-01-04T10:00:00Z"), outcome: "safe" });

async function erasure(world: World) {
  const asked = { of: "case", id: await ended(world), ground: "kept_long_enough", reason };
  return { requestId: (await askErasure(world.second.ctx, asked)).id };
}

async function released(world: World) {
  const asked = await erasure(world);
  await decideErasure(world.boss.ctx, { ...asked, decision: "release" });
  return asked;
}

const request = async ({ boss }: World, over = {}, until?: "identified" | "granted") => ({
  requestId: (await plantRequest(boss, over, until ? { until } : {})).requestId,
});

const aboutWorker = ({ worker }: World) => breachForm({ memberId: worker.memberId, from: "2020-01-01T00:00" });
const notice = { body: "Please ask us.", channel: "WhatsApp text", ...checked };
const whose = { because: "Whom it concerns is one of those who were counted." };

export const privacy: Table = {
  "privacy/breaches/record-breach": forBoss("breach.write", "breach.recorded", aboutWorker),
  "privacy/breaches/count-affected": forBoss("breach.write", "breach.counted", async (world) => ({
    breachId: (await recordBreach(world.boss.ctx, aboutWorker(world))).id,
  })),
  "privacy/breaches/draft-notices": forBoss("breach.write", "breach.notices_drafted", async ({ boss }) => {
    await openCase(boss.ctx, caseForm());
    const { id: breachId } = await recordBreach(boss.ctx, breachForm({ memberId: boss.memberId }));
    await countAffected(boss.ctx, { breachId });
    return { breachId };
  }),
  "privacy/breaches/review-notice": forBoss(
    "breach.write",
    "breach.notice_reviewed",
    async (world) => ({ ...(await plantBreach(world.boss)), ...notice }),
    { otherwise: whose },
  ),
  "privacy/breaches/note-notice-sent": forBoss(
    "breach.write",
    "breach.notice_sent",
    async (world) => {
      const of = await plantBreach(world.boss);
      await reviewNotice(world.boss.ctx, { ...of, ...notice });
      return { ...of, on: "2026-01-06" };
    },
    { otherwise: whose },
  ),
  "privacy/breaches/note-regulator-told": forBoss("breach.write", "breach.regulator_told", async (world) => ({
    breachId: (await recordBreach(world.boss.ctx, aboutWorker(world))).id,
    on: "2026-01-06",
  })),
  "privacy/data-subject-requests/record-request": forBoss(
    "rights.write",
    "rights.recorded",
    async (world) => ({
      ...requestForm({ caseCode: await codeOf(world.worker, world.caseId) }),
      handlerId: world.worker.memberId,
    }),
    { otherwise: { because: "A case is named by its number, as somebody here knows it.", abroad: "invalid caseCode" } },
  ),
  "privacy/data-subject-requests/amend-request": forBoss("rights.write", "rights.amended", async (world) => ({
    ...(await request(world)),
    handlerId: world.second.memberId,
    dueOn: "2027-01-31",
    reason,
  })),
  "privacy/data-subject-requests/confirm-identity": forBoss("rights.write", "rights.identified", async (world) => ({
    ...(await request(world)),
    ...sure,
  })),
  "privacy/data-subject-requests/decide-request": forBoss("rights.decide", "rights.granted", async (world) => ({
    ...(await request(world, {}, "identified")),
    ...decision,
  })),
  "privacy/data-subject-requests/note-answer": forBoss("rights.write", "rights.answered", async (world) => ({
    ...(await request(world, {}, "granted")),
    on: "2026-01-10",
    way: "Read out at the office",
  })),
  "privacy/data-subject-requests/note-correction": forBoss("rights.write", "rights.corrected", async (world) => ({
    ...(await request(world, { kind: "correction", dueOn: "2026-02-01" }, "granted")),
    what: "address",
    after: "2 Voorbeeld Street, Testville",
    why: "The client read it out",
  })),
  "privacy/data-subject-requests/withdraw-request": forBoss("rights.write", "rights.withdrawn", async (world) => ({
    ...(await request(world)),
    reason,
  })),
  "privacy/erasures/ask-erasure": forBoss("record.erase", "erasure.asked", async (world) => ({
    of: "case",
    id: await ended(world),
    ground: "kept_long_enough",
    reason,
  })),
  "privacy/erasures/decide-erasure": forBoss(
    "record.erase",
    "erasure.released",
    async (world) => ({ ...(await erasure(world)), decision: "release" }),
    { proof: "passkey" },
  ),
  "privacy/erasures/erase-records": forJobs("erasure.done", released),
  "privacy/erasures/note-files-removed": forJobs("erasure.files_removed", async (world) => {
    const asked = await released(world);
    await eraseRecords(world.org.service(), asked);
    return { ...asked, files: 0 };
  }),
  "privacy/holds/place-hold": forBoss("record.erase", "hold.placed", async (world) => ({
    caseId: await world.newCase(),
    reason,
  })),
  "privacy/holds/lift-hold": forBoss("record.erase", "hold.lifted", async (world) => ({
    holdId: (await placeHold(world.boss.ctx, { caseId: await world.newCase(), reason })).id,
    reason,
  })),
  "privacy/holds/place-restriction": forBoss("rights.decide", "restriction.placed", async (world) => ({
    caseId: await world.newCase(),
    reason,
  })),
  "privacy/holds/lift-restriction": forBoss("rights.decide", "restriction.lifted", async (world) => ({
    restrictionId: (await placeRestriction(world.boss.ctx, { caseId: await world.newCase(), reason })).id,
    reason,
  })),
  "privacy/retention/postpone-decision": forBoss("record.erase", "retention.postponed", async (world) => ({
    caseId: await ended(world),
    decideOn: "2030-03-31",
    reason,
  })),
  "privacy/retention/set-keeping": {
    needs: "people.write",
    by: "admin",
    log: "retention.set",
    input: () => ({ years: 6 }),
    otherwise: { because: "It is the organisation's own.", namesNothing: true },
  },
};
