import { beforeAll, describe, expect, test } from "vitest";
import { hasAuthority, listAuthorities } from "@/lib/escalation/written-authorities/queries";
import { recordAuthority } from "@/lib/escalation/written-authorities/record-authority";
import { revokeAuthority } from "@/lib/escalation/written-authorities/revoke-authority";
import { civilDate } from "@/lib/platform/time/clock";
import { openSample } from "@/tests/support/case-form";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let caseId: string;
let today: string;

beforeAll(async () => {
  org = await makeOrg();
  const ctx = await org.as("caseworker");
  today = civilDate(ctx.now, "Africa/Johannesburg");
  ({ id: caseId } = await openSample(ctx));
});

let papers = 0;

async function recorded(process: string): Promise<string> {
  const ctx = await org.as("caseworker");
  papers += 1;
  const bytes = new TextEncoder().encode(`%PDF-1.4 signed paper ${papers}`);
  const { exhibitId } = await addExhibit(ctx, caseId, bytes);
  const paper = { caseId, process, givenBy: "client", signedOn: today, exhibitId };
  return (await recordAuthority(ctx, paper)).id;
}

describe("revokeAuthority", () => {
  test("takes it back from now, with the reason", async () => {
    const authorityId = await recorded("secretariat");
    const ctx = await org.as("caseworker");
    await revokeAuthority(ctx, { caseId, authorityId, reason: "The client wants to write in person" });
    expect(await hasAuthority(ctx, caseId, "secretariat", today)).toBe(false);
    const [first] = await listAuthorities(ctx, caseId);
    expect(first).toMatchObject({ state: "revoked", revokedReason: "The client wants to write in person" });
    expect(await org.auditOf(authorityId)).toEqual(["authority.recorded", "authority.revoked"]);
  });

  test("a newer paper for the same process counts again", async () => {
    await recorded("secretariat");
    expect(await hasAuthority(await org.as("caseworker"), caseId, "secretariat", today)).toBe(true);
  });

  test("another organisation, a colleague and another case find no such authority", async () => {
    const authorityId = await recorded("takedown");
    const other = await makeOrg();
    const second = await openSample(await org.as("caseworker"));
    const asked = { caseId, authorityId, reason: "No" };
    const colleague = (await org.person("caseworker", "Colleague")).ctx;
    const notFound = { code: "not_found" };
    await expect(revokeAuthority(await other.as("supervisor"), asked)).rejects.toMatchObject(notFound);
    await expect(revokeAuthority(colleague, asked)).rejects.toMatchObject(notFound);
    await expect(revokeAuthority(await org.as("caseworker"), { ...asked, caseId: second.id })).rejects.toMatchObject(
      notFound,
    );
  });

  test("asks for the reason", async () => {
    const authorityId = await recorded("ic3");
    await expect(
      revokeAuthority(await org.as("caseworker"), { caseId, authorityId, reason: "" }),
    ).rejects.toMatchObject({ code: "invalid", fields: { reason: expect.any(String) } });
  });

  test("two who revoke it at once revoke it once", async () => {
    const authorityId = await recorded("ic3");
    const both = await Promise.allSettled([
      revokeAuthority(await org.as("caseworker"), { caseId, authorityId, reason: "One" }),
      revokeAuthority(await org.as("supervisor"), { caseId, authorityId, reason: "Two" }),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });
});
