import { eq } from "drizzle-orm";
import { caseSteps, cases, handovers, packets, preservations, references, refusals } from "@/db/schema";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { instantOnWall } from "@/lib/platform/time/zone";
import { plantCase } from "./plant";
import { plantAccount } from "./plant-matter";

/** One case as a reports test thinks of it: days are counted back from the day on which the test stands. */
export type PlantedCase = {
  id: string;
  owner: string;
  pair: string;
  opened: number;
  closed?: number;
  outcome?: string;
  quiet?: number;
  next?: string;
  /** Days back of the CAS number and of the start of its step. */
  cas?: number;
  begun?: number;
  detective?: number;
  office?: string;
  refused?: number;
  settled?: number;
  /** Days back of the request to preserve and of its answer. */
  asked?: number;
  answered?: number;
  /** Days back of handing over and of the acknowledgement. */
  given?: number;
  acknowledged?: number;
};

type Setting = { ctx: Ctx; today: string; liaisonId: string };

/** Writes the cases with all that hangs on them straight into the tables. */
export async function plantFigures(setting: Setting, planted: readonly PlantedCase[]): Promise<void> {
  for (const plantedCase of planted) await plantOne(setting, plantedCase);
}

async function plantOne({ ctx, today, liaisonId }: Setting, plantedCase: PlantedCase): Promise<void> {
  const at = (ago: number) => instantOnWall(`${addDays(today, -ago)}T12:00`, "Africa/Johannesburg") ?? ctx.now;
  const on = (ago: number | undefined) => (ago === undefined ? null : addDays(today, -ago));
  await plantCase(ctx, {
    id: plantedCase.id,
    ownerId: plantedCase.owner,
    pair: plantedCase.pair,
    openedAt: at(plantedCase.opened),
    lastActivityAt: at(plantedCase.quiet ?? 0),
    nextStep: plantedCase.next ?? "",
    outcome: plantedCase.outcome ?? null,
    closedAt: plantedCase.closed === undefined ? null : at(plantedCase.closed),
  });
  const account = plantedCase.asked === undefined ? null : await plantAccount(ctx, plantedCase.id, null);
  let handed: typeof handovers.$inferInsert | undefined;
  await withTransaction(ctx, "read write", async (scoped) => {
    const { db, orgId, now } = scoped;
    const by = ctx.actor.memberId ?? "";
    const part = () => ({ id: newId(), orgId, caseId: plantedCase.id });
    if (plantedCase.cas !== undefined) {
      const number = { kind: "cas", state: "issued", issuedOn: on(plantedCase.cas) } as const;
      await db.insert(references).values({ ...part(), ...number, recordedBy: by, recordedAt: now });
    }
    const step = { orgId, caseId: plantedCase.id, state: "begun", updatedAt: now } as const;
    if (plantedCase.begun !== undefined) {
      await db.insert(caseSteps).values({ ...step, stepKey: "csc-report", begunOn: on(plantedCase.begun) });
    }
    if (plantedCase.detective !== undefined) {
      await db.insert(caseSteps).values({ ...step, stepKey: "detective", outcomeOn: on(plantedCase.detective) });
    }
    if (plantedCase.office && plantedCase.refused !== undefined) {
      const words = {
        number: 1,
        stepKey: "csc-report",
        rungKey: "",
        office: plantedCase.office,
        refusedAt: at(plantedCase.refused),
      };
      const noted = {
        zone: "Africa/Johannesburg",
        recordedBy: by,
        recordedAt: now,
        settledOn: on(plantedCase.settled),
      };
      await db.insert(refusals).values({ ...part(), ...words, ...noted });
    }
    if (account && plantedCase.asked !== undefined) {
      const days = { askedOn: addDays(today, -plantedCase.asked), acceptedOn: on(plantedCase.answered) };
      const noted = { askedBy: "officer", recordedBy: by, recordedAt: now };
      await db.insert(preservations).values({ ...part(), accountId: account, ...days, ...noted });
    }
    if (plantedCase.given !== undefined && plantedCase.acknowledged !== undefined) {
      const packet = {
        ...part(),
        kind: "docket_pack",
        number: 1,
        version: 1,
        receiver: "Station",
        status: "approved",
      } as const;
      const vault = await openVault(scoped, await keyOf(scoped, plantedCase.id));
      const draft = vault.seal({ table: "packets", column: "draft", row: packet.id }, "{}");
      await db.insert(packets).values({ ...packet, code: `P-${packet.id}`, draft, draftedBy: by, draftedAt: now });
      const given = {
        liaisonId,
        deliveredBy: by,
        deliveredAt: at(plantedCase.given),
        acknowledgedAt: at(plantedCase.acknowledged),
      };
      handed = { ...part(), packetId: packet.id, ...given };
    }
  });
  // The service plants it: what is counted here needs no release that names the officer.
  const row = handed;
  if (row) await withTransaction(jobCtx(ctx.orgId), "read write", ({ db }) => db.insert(handovers).values(row));
}

async function keyOf({ db }: TxCtx, caseId: string): Promise<string> {
  const [row] = await db.select({ keyId: cases.keyId }).from(cases).where(eq(cases.id, caseId));
  if (!row) throw new Error("No such case.");
  return row.keyId;
}
