import { beforeAll, describe, expect, test } from "vitest";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { acceptOffer } from "@/lib/casework/transfers/accept-offer";
import { offerCase } from "@/lib/casework/transfers/offer-case";
import { takeBackOffer } from "@/lib/casework/transfers/take-back-offer";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let mine: Person;
let colleague: Person;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker");
  colleague = await org.person("caseworker", "Lerato Example");
});

async function offered() {
  const caseId = await plantCase(mine.ctx, { nextDueOn: "2026-12-01", level: 3 });
  const { id } = await offerCase(mine.ctx, { caseId, memberId: colleague.memberId, reason: "Nearer to you." });
  return { caseId, offerId: id };
}

describe("acceptOffer", () => {
  test("makes the one who was asked the owner; ladder and clocks stay, and the earlier owner keeps working", async () => {
    const { caseId, offerId } = await offered();
    await acceptOffer(colleague.ctx, { offerId });
    expect(await org.auditOf(caseId)).toEqual(["case.offered", "case.offer_accepted"]);
    const now = { ownerName: "Lerato Example", level: 3, nextDueOn: "2026-12-01" };
    expect(await readCaseHeader(colleague.ctx, caseId)).toMatchObject(now);
    expect(await readCaseHeader(mine.ctx, caseId)).toMatchObject(now);
  });

  test("nobody else accepts, whatever their role", async () => {
    const { offerId } = await offered();
    for (const ctx of [mine.ctx, await org.as("supervisor"), (await org.person("caseworker")).ctx]) {
      await expect(acceptOffer(ctx, { offerId })).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(acceptOffer(await org.as("admin"), { offerId })).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await (await makeOrg()).as("caseworker");
    await expect(acceptOffer(stranger, { offerId })).rejects.toMatchObject({ code: "not_found" });
  });

  test("is answered once, and not after it was taken back or the case closed", async () => {
    const { offerId } = await offered();
    const both = await Promise.allSettled([
      acceptOffer(colleague.ctx, { offerId }),
      acceptOffer(colleague.ctx, { offerId }),
    ]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const back = await offered();
    await takeBackOffer(mine.ctx, { offerId: back.offerId });
    await expect(acceptOffer(colleague.ctx, { offerId: back.offerId })).rejects.toMatchObject({ code: "conflict" });
    await expect(readCaseHeader(colleague.ctx, back.caseId)).rejects.toMatchObject({ code: "not_found" });
    const shut = await offered();
    await closeCase(mine.ctx, { caseId: shut.caseId, outcome: "client_ended", note: "The client asked.", seen: "on" });
    await expect(acceptOffer(colleague.ctx, { offerId: shut.offerId })).rejects.toMatchObject({ code: "conflict" });
  });
});
