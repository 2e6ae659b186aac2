import { beforeAll, describe, expect, test } from "vitest";
import { cases, clients } from "@/db/schema";
import { changeRisk } from "@/lib/casework/cases/commands/change-risk";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { listClients, readClient } from "@/lib/casework/clients/queries";
import { listConsents } from "@/lib/casework/consents/queries";
import { listIncidents } from "@/lib/casework/incidents/queries";
import { listMatches } from "@/lib/casework/subjects/matches/queries";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { readStepPage } from "@/lib/escalation/ladder/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { newId } from "@/lib/platform/ids";
import { account, caseForm, incident, newClient } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

const rowsLeft = async (own: Org) =>
  withTransaction(own.service(), "read only", async (ctx) => ({
    cases: await ctx.db.$count(cases),
    clients: await ctx.db.$count(clients),
  }));

describe("openCase", () => {
  test("opens everything at once, and says so in the log", async () => {
    const form = caseForm();
    const ctx = await org.as("caseworker");
    const opened = await openCase(ctx, form);
    expect(opened.id).toBe(form.id);
    expect(await org.auditOf(opened.id)).toEqual(["case.opened"]);
    expect(await org.auditOf(opened.clientId)).toEqual(["client.registered"]);
    const header = await readCaseHeader(ctx, opened.id);
    expect(header.code).toMatch(/^CD-\d\d-\d{4}$/);
    expect(header).toMatchObject({ pseudonym: form.client.pseudonym, risk: "high", inDanger: false, levels: 6 });
    expect(header.counts).toMatchObject({ incidents: 1, subjects: 1, charges: 0 });
    expect(header.safeContact).toMatchObject({ voicemail: false, never: ["No calls", "No e-mail"] });
    const [subject] = await listSubjects(ctx, opened.id);
    expect(subject?.accounts[0]).toMatchObject({
      code: "A1",
      needsId: false,
      handle: account.handle,
      incidents: ["I-1"],
    });
    const [first] = await listIncidents(ctx, opened.id);
    expect(first?.happenedAt?.toISOString()).toBe("2026-10-13T08:06:00.000Z");
    expect(first).toMatchObject({ words: incident.words, what: incident.what });
  });

  test("three answers are enough: what is not known yet is added later, and safe contact is the next step", async () => {
    const ctx = await org.as("caseworker");
    // As the form sends it: empty fields, and what stands in a list before anybody chose.
    const blank = { channel: "", hours: "", zone: "Africa/Johannesburg", voicemail: "no", deviceSeenBy: "", never: "" };
    const { id, clientId } = await openCase(ctx, {
      id: newId(),
      client: { pseudonym: "Threebird", name: "", phone: "", safeContactLater: "on", safeContact: blank },
      pair: "ZA-US",
      risk: "",
      matter: "Threats",
      consent: { ground: "", way: "", signature: "" },
      accounts: [{ platform: "", handle: "", platformId: "", confidence: "possible" }],
      incidents: [{ nature: "", when: "", what: "", account: "", zone: "Africa/Johannesburg" }],
    });
    const header = await readCaseHeader(ctx, id);
    expect(header.counts).toMatchObject({ incidents: 0, subjects: 1 });
    expect(header).toMatchObject({ risk: "elevated", riskAssessed: false });
    expect(header.safeContact).toMatchObject({ hours: "Not agreed yet", reviewedOn: null });
    expect((await readClient(ctx, clientId)).has.name).toBe(false);
    expect((await listConsents(ctx, id)).consents).toEqual([]);
    expect(await listIncidents(ctx, id)).toEqual([]);
    expect((await listSubjects(ctx, id)).map((subject) => subject.accounts)).toEqual([[]]);
    expect((await reading(ctx, (scoped) => readStepPage(scoped, id, "safe-contact"))).view.status).toBe("ready");
    await changeRisk(ctx, { caseId: id, risk: "elevated", reason: "She was asked.", version: 0 });
    expect(await readCaseHeader(ctx, id)).toMatchObject({ risk: "elevated", riskAssessed: true });
  });

  test("how to contact the client is agreed and the hours are not: nobody is told that it was reviewed", async () => {
    const ctx = await org.as("caseworker");
    const safe = {
      channel: "WhatsApp text only",
      zone: "Africa/Johannesburg",
      hours: "",
      deviceSeenBy: "",
      subjectLine: "",
    };
    const { id } = await openCase(ctx, caseForm({ client: { ...newClient("Partbird"), safeContact: safe } }));
    expect((await readCaseHeader(ctx, id)).safeContact).toMatchObject({
      channel: "WhatsApp text only",
      hours: "Not agreed yet",
      reviewedOn: null,
    });
  });

  test("an account of which little is known and an incident without a time are kept as typed", async () => {
    const ctx = await org.as("caseworker");
    const accounts = [
      { ...account, handle: "", platformId: "" },
      { platform: "", handle: "", displayName: "Night Owl" },
      { ...account, handle: "", platformId: "" },
    ];
    const incidents = [
      { ...incident, when: "", what: "", account: "2" },
      { ...incident, account: "" },
    ];
    const { id } = await openCase(ctx, caseForm({ accounts, incidents }));
    const [subject] = await listSubjects(ctx, id);
    expect(subject?.accounts.map(({ platform, handle }) => [platform, handle]).toSorted()).toEqual([
      ["instagram", "Handle not known yet"],
      ["instagram", "Handle not known yet"],
      ["other", "Night Owl"],
    ]);
    expect(await listIncidents(ctx, id)).toMatchObject([
      { code: "I-1", timeIsExact: true },
      { code: "I-2", happenedAt: null, when: null, timeIsExact: false, words: incident.words, what: "" },
    ]);
    // An account without a handle is not the same as another without one.
    const { id: other } = await openCase(ctx, caseForm({ accounts: [{ ...account, handle: "", platformId: "" }] }));
    const matches = await listMatches(ctx, other);
    expect(matches).toEqual([]);
  });

  test("an incident names an account of the form that is not empty", async () => {
    const incidents = [{ ...incident, account: "1" }];
    await expect(
      openCase(await org.as("caseworker"), caseForm({ accounts: [account, { handle: "" }], incidents })),
    ).rejects.toMatchObject({ fields: { "incidents.0.account": "Choose an account of this form." } });
  });

  test("names each field that needs another look, and leaves nothing half done", async () => {
    const fresh = await makeOrg();
    const bad = caseForm({
      matter: " ",
      client: { ...newClient("Halfbird"), safeContact: {} },
      accounts: [{ ...account, idNotKnown: "on" }],
      incidents: [{ ...incident, when: "soon" }],
    });
    await expect(openCase(await fresh.as("caseworker"), bad)).rejects.toMatchObject({
      code: "invalid",
      fields: {
        matter: expect.any(String),
        "client.safeContact.channel": expect.any(String),
        "accounts.0.platformId": expect.any(String),
        "incidents.0.when": expect.any(String),
      },
    });
    const late = caseForm({ incidents: [{ ...incident, when: "2999-01-01T10:00" }] });
    await expect(openCase(await fresh.as("caseworker"), late)).rejects.toMatchObject({
      code: "invalid",
      fields: { "incidents.0.when": expect.any(String) },
    });
    const nowhere = caseForm({ accounts: [{ ...account, platform: "nosuch" }] });
    await expect(openCase(await fresh.as("caseworker"), nowhere)).rejects.toMatchObject({
      fields: { "accounts.0.platform": expect.any(String) },
    });
    expect(await rowsLeft(fresh)).toEqual({ cases: 0, clients: 0 });
  });

  test("the same form sent twice opens one case", async () => {
    const fresh = await makeOrg();
    const form = caseForm();
    const ctx = await fresh.as("caseworker");
    const both = await Promise.allSettled([openCase(ctx, form), openCase(ctx, form)]);
    const refused = both.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: "conflict", fields: { id: expect.stringContaining("CD-") } });
    expect(await rowsLeft(fresh)).toEqual({ cases: 1, clients: 1 });
  });

  test("a code name is given once, and a second case of a client is a case of its own", async () => {
    const ctx = await org.as("caseworker");
    const form = caseForm();
    const { clientId } = await openCase(ctx, form);
    const again = caseForm({ client: form.client });
    await expect(openCase(await org.as("supervisor"), again)).rejects.toMatchObject({
      code: "conflict",
      fields: { "client.pseudonym": expect.any(String) },
    });
    await openCase(ctx, caseForm({ client: undefined, clientId }));
    const client = (await listClients(ctx)).rows.find((candidate) => candidate.id === clientId);
    expect(client?.cases).toHaveLength(2);
  });

  test("cases opened at the same time get numbers of their own", async () => {
    const fresh = await makeOrg();
    const a = await fresh.as("caseworker");
    const b = await fresh.as("supervisor");
    const opened = await Promise.all([openCase(a, caseForm()), openCase(b, caseForm()), openCase(a, caseForm())]);
    const sees = await fresh.as("supervisor");
    const codes = await Promise.all(opened.map(async ({ id }) => (await readCaseHeader(sees, id)).code.slice(-4)));
    expect(codes.toSorted()).toEqual(["0001", "0002", "0003"]);
  });

  test("a colleague who does not work on the case cannot see it", async () => {
    const { id } = await openCase(await org.as("caseworker"), caseForm());
    const colleague = await org.person("caseworker");
    await expect(readCaseHeader(colleague.ctx, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(readCaseHeader(await org.as("supervisor"), id)).resolves.toMatchObject({ id });
  });
});
