import { beforeAll, describe, expect, test } from "vitest";
import { amendIncident as write } from "@/lib/casework/incidents/amend-incident";
import { listIncidents } from "@/lib/casework/incidents/queries";
import { incident, openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";
import { seeing } from "@/tests/support/seeing";

const amendIncident = seeing(write, "incidentId");

let org: Org;
let caseId: string;
let incidentId: string;
const { account: _row, ...act } = incident;

beforeAll(async () => {
  org = await makeOrg();
  ({ id: caseId } = await openSample(await org.as("caseworker")));
  incidentId = (await listIncidents(await org.as("caseworker"), caseId))[0]?.id ?? "";
});

const change = (over: Record<string, unknown> = {}) => ({
  caseId,
  incidentId,
  ...act,
  what: "Said again, and clearer",
  ...over,
});

describe("amendIncident", () => {
  test("corrects it, and the log names the fields but not the words", async () => {
    await amendIncident(await org.as("caseworker"), change());
    const [first] = await listIncidents(await org.as("caseworker"), caseId);
    expect(first).toMatchObject({ code: "I-1", what: "Said again, and clearer", account: null });
    expect(await org.auditOf(incidentId)).toEqual(["incident.logged", "incident.amended"]);
  });

  test("what it shows that the subject knew is chosen, changed and taken back", async () => {
    const ctx = await org.as("caseworker");
    const { id } = await openSample(ctx);
    const [first] = await listIncidents(ctx, id);
    const known = { caseId: id, incidentId: first?.id };
    await amendIncident(ctx, change({ ...known, knowledge: "blocked" }));
    expect((await listIncidents(ctx, id))[0]).toMatchObject({ isKnowledge: true, knowledge: "blocked" });
    await amendIncident(ctx, change({ ...known, knowledge: "other" }));
    expect((await listIncidents(ctx, id))[0]).toMatchObject({ isKnowledge: true, knowledgeText: "Another fact" });
    await amendIncident(ctx, change(known));
    expect((await listIncidents(ctx, id))[0]).toMatchObject({ isKnowledge: false, knowledgeText: null });
  });

  test("names the field: an act stays an act", async () => {
    for (const [field, over] of [
      ["nature", { kind: "event", nature: "blocked" }],
      ["zone", { zone: "Moon/Base" }],
    ] as const) {
      await expect(amendIncident(await org.as("caseworker"), change(over))).rejects.toMatchObject({
        code: "invalid",
        fields: { [field]: expect.any(String) },
      });
    }
  });

  test("the same change twice at once is made once", async () => {
    const twice = change({ what: "A third telling" });
    const both = await Promise.allSettled([
      amendIncident(await org.as("caseworker"), twice),
      amendIncident(await org.as("supervisor"), twice),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });
});
