import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { searchTokens } from "@/db/schema";
import { addIdentifier } from "@/lib/casework/subjects/identifiers/add-identifier";
import { amendIdentifier as write } from "@/lib/casework/subjects/identifiers/amend-identifier";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { findCases } from "@/lib/oversight/search/queries";
import { openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";
import { seeing } from "@/tests/support/seeing";

const amendIdentifier = seeing(write, "identifierId");

let org: Org;
let caseId: string;
let subjectId: string;

beforeAll(async () => {
  org = await makeOrg();
  const ctx = await org.as("caseworker");
  ({ id: caseId } = await openSample(ctx));
  subjectId = (await listSubjects(ctx, caseId))[0]?.id ?? "";
});

const phone = () => ({ caseId, subjectId, kind: "phone", value: "+27 82 555 0142", confidence: "probable" });
const add = async (change: Record<string, unknown> = {}) =>
  addIdentifier(await org.as("caseworker"), { ...phone(), ...change });
const tokensOf = (id: string) =>
  withTransaction(org.service(), "read only", (ctx) =>
    ctx.db.select().from(searchTokens).where(eq(searchTokens.ownerId, id)),
  );

describe("amendIdentifier", () => {
  beforeAll(() => add());

  const amend = async (id: string, change: Record<string, unknown>) =>
    amendIdentifier(await org.as("caseworker"), { ...phone(), identifierId: id, ...change });

  test("corrects a slip, and what it was before is found no more", async () => {
    const { id } = await add({ value: "+27 82 555 0201" });
    await amend(id, { value: "+27 82 555 0202" });
    expect(await org.auditOf(id)).toEqual(["identifier.added", "identifier.amended"]);
    const ctx = await org.as("caseworker");
    expect((await findCases(ctx, "082 555 0201")).hits).toEqual([]);
    expect((await findCases(ctx, "082 555 0202")).sole).toBe(caseId);
    await amend(id, { kind: "other", value: "+27 82 555 0202" });
    expect(await tokensOf(id)).toEqual([]);
  });

  test("names a value that is of another kind, and a value that is there already", async () => {
    const { id } = await add({ value: "+27 82 555 0204" });
    await expect(amend(id, { kind: "email" })).rejects.toMatchObject({ fields: { value: expect.any(String) } });
    await expect(amend(id, { value: "082 555 0142" })).rejects.toMatchObject({ code: "conflict" });
  });

  test("the same change twice at once is made once", async () => {
    const { id } = await add({ value: "+27 82 555 0205" });
    const change = { value: "+27 82 555 0205", confidence: "possible" };
    const both = await Promise.allSettled([amend(id, change), amend(id, change)]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });
});
