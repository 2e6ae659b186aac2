import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { handClocks } from "@/db/schema";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { recordRequest } from "@/lib/privacy/data-subject-requests/commands/record-request";
import { listRequests, readRequest } from "@/lib/privacy/data-subject-requests/queries";
import { caseForm } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { codeOf, plantRequest, requestForm } from "@/tests/support/plant-request";

let org: Org;
let supervisor: Person;

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
});

const stranger = (over: Record<string, unknown> = {}) =>
  requestForm({ fromWhom: "other", kind: "objection", dueOn: "2026-02-01", ...over });

describe("recordRequest", () => {
  test("has the day of the law data for access, runs as a clock of the case, and is in the log", async () => {
    const { requestId, caseId } = await plantRequest(supervisor, { who: "Signs as Fatima Placeholder" });
    const { request } = await readRequest(supervisor.ctx, requestId);
    expect(request).toMatchObject({ dueOn: "2026-02-04", dueBy: "law", state: "received", caseId });
    expect(request.words).toMatchObject({ who: "Signs as Fatima Placeholder" });
    const [clock] = await withTransaction(supervisor.ctx, "read only", ({ db }) =>
      db.select().from(handClocks).where(eq(handClocks.id, requestId)),
    );
    expect(clock).toMatchObject({ caseId, code: "T-PAIA", startedOn: "2026-01-05", answeredOn: null });
    expect(clock?.title).not.toMatch(/Fatima/);
    expect(await org.auditOf(requestId)).toEqual(["rights.recorded"]);
  });

  test("wants a day from a person where the law data has none, and a case where one is meant", async () => {
    const wrong = async (form: object) => {
      const error = await recordRequest(supervisor.ctx, form).catch((value: unknown) => value);
      return Object.keys((error as { fields?: object }).fields ?? {});
    };
    expect(await wrong(requestForm({ fromWhom: "other", kind: "correction" }))).toEqual(["dueOn"]);
    expect(await wrong(requestForm({ fromWhom: "subject" }))).toEqual(["caseCode"]);
    expect(await wrong(requestForm({ caseCode: "CD-26-9999" }))).toEqual(["caseCode"]);
    expect(await wrong(stranger({ receivedOn: "2999-01-01", dueOn: "2999-02-01" }))).toEqual(["receivedOn"]);
    expect(await wrong(stranger({ dueOn: "2026-01-01" }))).toEqual(["dueOn"]);
    expect(await wrong(stranger({ asked: " " }))).toEqual(["asked"]);
  });

  test("is for caseworkers and supervisors; a case of a colleague is answered like none", async () => {
    for (const role of ["admin", "liaison"] as const) {
      await expect(recordRequest(await org.as(role), stranger())).rejects.toMatchObject({ code: "forbidden" });
    }
    const caseworker = await org.person("caseworker");
    const { id } = await openCase(supervisor.ctx, caseForm());
    const caseCode = await codeOf(supervisor, id);
    const error = await recordRequest(caseworker.ctx, requestForm({ caseCode })).catch((value: unknown) => value);
    const none = await recordRequest(caseworker.ctx, requestForm({ caseCode: "CD-26-9999" })).catch((e: unknown) => e);
    expect(error).toMatchObject({ fields: (none as { fields: object }).fields });
    const other = await makeOrg();
    await expect(recordRequest(await other.as("supervisor"), requestForm({ caseCode }))).rejects.toMatchObject({
      fields: { caseCode: expect.any(String) },
    });
  });

  test("two at once get two numbers, and each is seen by whom it concerns", async () => {
    const fresh = await makeOrg();
    const person = await fresh.person("caseworker");
    const two = await fresh.person("caseworker");
    const made = await Promise.all([recordRequest(person.ctx, stranger()), recordRequest(two.ctx, stranger())]);
    expect(made.map(({ number }) => number).toSorted()).toEqual([1, 2]);
    expect(await listRequests(person.ctx)).toHaveLength(1);
    expect(await listRequests(await fresh.as("supervisor"))).toHaveLength(2);
  });
});
