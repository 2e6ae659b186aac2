import { beforeAll, describe, expect, test } from "vitest";
import { logIncident } from "@/lib/casework/incidents/log-incident";
import { listIncidents } from "@/lib/casework/incidents/queries";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { incident, openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let caseId: string;
const { account: _row, ...act } = incident;

beforeAll(async () => {
  org = await makeOrg();
  ({ id: caseId } = await openSample(await org.as("caseworker")));
});

describe("logIncident", () => {
  test("numbers acts and other events apart, in the order of the clock", async () => {
    const ctx = await org.as("caseworker");
    const [subject] = await listSubjects(ctx, caseId);
    const accountId = subject?.accounts[0]?.id;
    const second = await logIncident(ctx, { caseId, ...act, accountId, when: "2026-10-12T23:30", timeIsAbout: "on" });
    const told = { nature: "told_to_stop", isKnowledge: "on", when: "2026-10-13T04:06", zone: "America/New_York" };
    const event = await logIncident(ctx, { caseId, ...act, kind: undefined, ...told });
    expect([second.code, event.code]).toEqual(["I-2", "C-1"]);
    expect(await org.auditOf(event.id)).toEqual(["incident.logged"]);
    const all = await listIncidents(ctx, caseId);
    expect(all.map((incident) => incident.code)).toEqual(["I-2", "I-1", "C-1"]);
    expect(all[0]).toMatchObject({ timeIsExact: false, account: "A1 Instagram, @night.owl.example" });
    expect(all[2]).toMatchObject({ isKnowledge: true, when: "2026-10-13T04:06", natureText: "Told to stop" });
    expect(all[2]?.happenedAt).toEqual(all[1]?.happenedAt);
    expect(await listIncidents(ctx, caseId, "event")).toHaveLength(1);
  });

  test("what it shows that the subject knew makes it a fact of knowledge, without a tick", async () => {
    const ctx = await org.as("caseworker");
    const { id } = await openSample(ctx);
    await logIncident(ctx, { caseId: id, ...act, knowledge: "replied_knowing" });
    await logIncident(ctx, { caseId: id, ...act, knowledge: "" });
    const shown = (await listIncidents(ctx, id)).map((incident) => [
      incident.code,
      incident.isKnowledge,
      incident.knowledgeText,
    ]);
    expect(shown.toSorted()).toEqual([
      ["I-1", false, null],
      ["I-2", true, "Replied, knowing that the client is afraid"],
      ["I-3", false, null],
    ]);
  });

  test("names the field: a time that never was, one to come, a nature of the other kind, another case's account", async () => {
    const other = await openSample(await org.as("caseworker"));
    const [subject] = await listSubjects(await org.as("caseworker"), other.id);
    const bad: [string, Record<string, unknown>][] = [
      ["when", { when: "2026-03-08T02:30", zone: "America/New_York" }],
      ["when", { when: "2999-01-01T00:00" }],
      ["nature", { kind: "act", nature: "told_to_stop" }],
      ["what", { what: " ", words: "" }],
      ["knowledge", { knowledge: "guessed" }],
      ["accountId", { accountId: subject?.accounts[0]?.id }],
    ];
    for (const [field, change] of bad) {
      const attempt = logIncident(await org.as("caseworker"), { caseId, ...act, ...change });
      await expect(attempt, field).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    }
  });

  test("two logged at once get numbers of their own", async () => {
    const { id } = await openSample(await org.as("caseworker"));
    const both = await Promise.all([
      logIncident(await org.as("caseworker"), { caseId: id, ...act }),
      logIncident(await org.as("supervisor"), { caseId: id, ...act }),
    ]);
    expect(both.map((item) => item.code).toSorted()).toEqual(["I-2", "I-3"]);
  });
});
