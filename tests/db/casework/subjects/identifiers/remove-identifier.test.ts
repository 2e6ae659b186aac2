import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { identifiers } from "@/db/schema";
import { addIdentifier } from "@/lib/casework/subjects/identifiers/add-identifier";
import { listIdentifiers } from "@/lib/casework/subjects/identifiers/queries";
import { removeIdentifier } from "@/lib/casework/subjects/identifiers/remove-identifier";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { findCases } from "@/lib/oversight/search/queries";
import { openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";

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
const board = async () => listIdentifiers(await org.as("caseworker"), caseId);

describe("removeIdentifier", () => {
  const remove = async (id: string, change: Record<string, unknown> = {}) =>
    removeIdentifier(await org.as("caseworker"), { caseId, identifierId: id, seen: "on", ...change });

  test("takes it off the board and out of the search; its row stays", async () => {
    const { id } = await add({ value: "+27 82 555 0301" });
    await remove(id);
    expect((await board()).map((identifier) => identifier.id)).not.toContain(id);
    expect((await findCases(await org.as("caseworker"), "082 555 0301")).hits).toEqual([]);
    expect(await org.auditOf(id)).toEqual(["identifier.added", "identifier.removed"]);
    const rows = await withTransaction(org.service(), "read only", (ctx) =>
      ctx.db.$count(identifiers, eq(identifiers.id, id)),
    );
    expect(rows).toBe(1);
    await add({ value: "+27 82 555 0301" });
  });

  test("asks for the tick, and goes once", async () => {
    const { id } = await add({ value: "+27 82 555 0303" });
    await expect(remove(id, { seen: undefined })).rejects.toMatchObject({ fields: { seen: expect.any(String) } });
    const both = await Promise.allSettled([remove(id), remove(id)]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "not_found" } }]);
  });
});
