import { beforeAll, describe, expect, test } from "vitest";
import { assignCase } from "@/lib/casework/cases/commands/assign-case";
import { offerCase } from "@/lib/casework/transfers/offer-case";
import { listCaseOffers } from "@/lib/casework/transfers/queries";
import { takeBackOffer } from "@/lib/casework/transfers/take-back-offer";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let mine: Person;
let colleague: Person;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker");
  colleague = await org.person("caseworker");
});

async function offered() {
  const caseId = await plantCase(mine.ctx);
  const asked = { caseId, memberId: colleague.memberId, reason: "Nearer to you." };
  return { caseId, offerId: (await offerCase(mine.ctx, asked)).id };
}

describe("takeBackOffer", () => {
  test("who offered takes it back, and may offer again", async () => {
    const { caseId, offerId } = await offered();
    await takeBackOffer(mine.ctx, { offerId });
    expect(await org.auditOf(caseId)).toEqual(["case.offered", "case.offer_taken_back"]);
    expect(await listCaseOffers(mine.ctx, caseId)).toMatchObject([{ state: "taken_back" }]);
    const again = { caseId, memberId: colleague.memberId, reason: "Once more." };
    await expect(offerCase(mine.ctx, again)).resolves.toMatchObject({ caseId });
  });

  test("not for the one who is asked, for colleagues, or for another organisation", async () => {
    const { caseId, offerId } = await offered();
    await expect(takeBackOffer(colleague.ctx, { offerId })).rejects.toMatchObject({ code: "not_found" });
    const helper = await org.person("caseworker");
    await expect(takeBackOffer(helper.ctx, { offerId })).rejects.toMatchObject({ code: "not_found" });
    await expect(takeBackOffer(await org.as("admin"), { offerId })).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await (await makeOrg()).as("supervisor");
    await expect(takeBackOffer(stranger, { offerId })).rejects.toMatchObject({ code: "not_found" });
    await assignCase(await org.as("supervisor"), { caseId, memberId: helper.memberId });
    await expect(takeBackOffer(helper.ctx, { offerId })).rejects.toMatchObject({ code: "conflict" });
  });

  test("names the field, and happens once", async () => {
    await expect(takeBackOffer(mine.ctx, { offerId: "" })).rejects.toMatchObject({
      fields: { offerId: expect.any(String) },
    });
    const { offerId } = await offered();
    const supervisor = await org.as("supervisor");
    const both = await Promise.allSettled([
      takeBackOffer(supervisor, { offerId }),
      takeBackOffer(mine.ctx, { offerId }),
    ]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
