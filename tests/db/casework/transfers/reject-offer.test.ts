import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { offerCase } from "@/lib/casework/transfers/offer-case";
import { listCaseOffers, listOffersToMe, readOffer } from "@/lib/casework/transfers/queries";
import { rejectOffer } from "@/lib/casework/transfers/reject-offer";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let mine: Person;
let colleague: Person;
let caseId: string;
let offerId: string;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker");
  colleague = await org.person("caseworker", "Lerato Example");
  caseId = await plantCase(mine.ctx);
  const asked = { caseId, memberId: colleague.memberId, reason: "Nearer to you." };
  ({ id: offerId } = await offerCase(mine.ctx, asked));
});

describe("rejectOffer", () => {
  test("is for the one who was asked, in this organisation", async () => {
    const reason = "My hands are full.";
    await expect(rejectOffer(mine.ctx, { offerId, reason })).rejects.toMatchObject({ code: "not_found" });
    await expect(rejectOffer(await org.as("liaison"), { offerId, reason })).rejects.toMatchObject({
      code: "forbidden",
    });
    const stranger = await (await makeOrg()).as("caseworker");
    await expect(rejectOffer(stranger, { offerId, reason })).rejects.toMatchObject({ code: "not_found" });
    await expect(readOffer(stranger, offerId)).rejects.toMatchObject({ code: "not_found" });
  });

  test("wants a reason", async () => {
    await expect(rejectOffer(colleague.ctx, { offerId, reason: " " })).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    });
  });

  test("leaves the case where it is; who offered it reads the answer; once", async () => {
    const say = () => rejectOffer(colleague.ctx, { offerId, reason: "Quagga is on leave." });
    const both = await Promise.allSettled([say(), say()]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await org.auditOf(caseId)).toEqual(["case.offered", "case.offer_rejected"]);
    const told = { state: "rejected", answer: "Quagga is on leave.", settledBy: "Lerato Example" };
    expect(await listCaseOffers(mine.ctx, caseId)).toMatchObject([told]);
    expect(await listOffersToMe(colleague.ctx)).toEqual([]);
    expect(await readCaseHeader(mine.ctx, caseId)).toMatchObject({ ownerId: mine.memberId });
    const [row] = await bySql<Record<string, string>>(
      mine.ctx,
      sql`select answer from app.case_offers where id = ${offerId}`,
    );
    expect(row?.answer).not.toContain("Quagga");
  });

  test("what was settled stays, also for the owner of the tables", async () => {
    await expect(
      bySql(mine.ctx, sql`update app.case_offers set state = 'accepted' where id = ${offerId}`),
    ).rejects.toSatisfy(refusedByPostgres);
    await expect(bySql(mine.ctx, sql`delete from app.case_offers where id = ${offerId}`)).rejects.toSatisfy(
      refusedByPostgres,
    );
  });
});
