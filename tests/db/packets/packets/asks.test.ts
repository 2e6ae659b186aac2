import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { accounts, cases, incidents, references, releases, subjects } from "@/db/schema";
import { nameOfficers } from "@/lib/handover/releases/commands/name-officers";
import { listReleases } from "@/lib/handover/releases/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { checkDraft, getDraftChoices, listDraftKinds } from "@/lib/packets/packets/queries";
import { newId } from "@/lib/platform/ids";
import { type CaseToPrint, draft, makeCaseToPrint } from "@/tests/support/case-to-print";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { naming } from "@/tests/support/sign-release";
import { takeFor } from "./taking";

let org: Org;
let worker: Person;
let abroad: CaseToPrint;
let home: CaseToPrint;

/** A third account of the case, known by its number, and what was sent from it. */
async function addNumber(made: CaseToPrint, number: string, at: string): Promise<void> {
  await withTransaction(org.service(), "read write", async (ctx) => {
    const { orgId } = ctx;
    const { caseId } = made;
    const [found] = await ctx.db.select().from(cases).where(eq(cases.id, caseId));
    const [subject] = await ctx.db.select().from(subjects).where(eq(subjects.caseId, caseId));
    const vault = await openVault(ctx, found?.keyId ?? "");
    const accountId = newId();
    await ctx.db.insert(accounts).values({
      id: accountId,
      orgId,
      caseId,
      subjectId: subject?.id ?? "",
      number: 3,
      platform: "whatsapp",
      platformId: number,
      handle: number,
      confidence: "probable",
      addedAt: new Date(at),
    });
    const id = newId();
    const seal = (column: string, text: string) => vault.seal({ table: "incidents", column, row: id }, text);
    await ctx.db.insert(incidents).values({
      id,
      orgId,
      caseId,
      kind: "act",
      number: 3,
      nature: "threat_violence",
      happenedAt: new Date(at),
      zone: "Africa/Johannesburg",
      accountId,
      words: seal("words", "I will be at your stop on Friday."),
      what: seal("what", "A message."),
      loggedBy: worker.memberId,
      loggedAt: new Date(at),
    });
  });
}

const turned = async (caseId: string) =>
  withTransaction(org.service(), "read write", async (ctx) => {
    const [found] = await ctx.db.update(cases).set({ pair: "US-ZA" }).where(eq(cases.id, caseId)).returning();
    const vault = await openVault(ctx, found?.keyId ?? "");
    const [subject] = await ctx.db.select().from(subjects).where(eq(subjects.caseId, caseId));
    const id = subject?.id ?? "";
    const allegedPlace = vault.seal({ table: "subjects", column: "alleged_place", row: id }, "Durban");
    await ctx.db.update(subjects).set({ allegedPlace }).where(eq(subjects.id, id));
  });

/** What the draft that is proposed asks for, as it is frozen. */
async function takenAs(of: CaseToPrint, change: Record<string, unknown> = {}) {
  const { start } = await getDraftChoices(worker.ctx, of.caseId, "mla_dossier");
  const { asks, help } = start;
  return takeFor(worker, { of, kind: "mla_dossier", change: { asks, help, ...change } });
}

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  abroad = await makeCaseToPrint(org, worker, { files: ["note.txt"] });
  await addNumber(abroad, "+1 614 555 0142", "2026-11-07T04:41:00Z");
  home = await makeCaseToPrint(org, worker, { files: [] });
  await addNumber(home, "+27 82 000 0142", "2026-11-07T04:41:00Z");
  await turned(home.caseId);
});

describe("from South Africa to the United States", () => {
  test("asks each company by its legal entity for what it holds, in times around what that account did", async () => {
    const { request } = await takenAs(abroad);
    const rows = request.asks.map((ask) => [
      `${ask.no} ${ask.holder.entity} (${ask.holder.country})`,
      ask.identifier,
      ask.title,
      ask.from,
      ask.to,
      ask.process.text,
      ask.because.incidents.join(" "),
    ]);
    const subscriber = ["Subscriber records", "creation", "answer", "Subpoena, 18 USC 2703(c)(2)"];
    const logs = (from: string, to: string) => ["Log-in and session records", from, to, "Order, 18 USC 2703(d)"];
    expect(rows).toEqual([
      ["1 X Corp. (US)", "2999000000000000101 (@quiet.harbour)", ...subscriber, "I-1"],
      [
        "2 X Corp. (US)",
        "2999000000000000101 (@quiet.harbour)",
        ...logs("2026-10-09T10:00:00Z", "2026-10-13T11:00:00Z"),
        "I-1 C-1",
      ],
      ["3 Meta Platforms, Inc. (US)", "quiet_harbour2 (id not recorded)", ...subscriber, "I-2"],
      [
        "4 Meta Platforms, Inc. (US)",
        "quiet_harbour2 (id not recorded)",
        ...logs("2026-10-10T10:00:00Z", "2026-10-12T11:00:00Z"),
        "I-2",
      ],
      ["5 WhatsApp LLC (US)", "+1 614 555 0142", ...subscriber, "I-3"],
      ["6 WhatsApp LLC (US)", "+1 614 555 0142", ...logs("2026-11-06T04:00:00Z", "2026-11-08T05:00:00Z"), "I-3"],
    ]);
    expect(JSON.stringify(request)).not.toContain("message headers");
    expect(request).toMatchObject({ gaps: [], atHome: [], authority: null });
    expect(request.items).toHaveLength(6);
  });

  test("asks for the thread alone when content is chosen, never of a company that holds none, with a reason for other dates", async () => {
    const content = {
      content: "on",
      ranges: { content: { from: "2026-10-01", to: "2026-10-31", why: "Deleted since." } },
    };
    const asks = { A1: content, A2: { content: "on" }, A3: { content: "on" } };
    const { request } = await takenAs(abroad, { asks });
    expect(request.asks).toMatchObject([
      {
        accounts: ["A1"],
        class: "content",
        records: expect.stringMatching(/client’s account.*nothing else/),
        from: "2026-10-01T00:00:00Z",
        to: "2026-10-31T23:59:59Z",
        changed: "Deleted since.",
      },
      { accounts: ["A2"], from: "2026-10-10T10:00:00Z", changed: null },
    ]);
  });
});

describe("from the United States to South Africa", () => {
  test("asks nothing of a US company, and South Africa for what is held there", async () => {
    const { request } = await takenAs(home);
    expect(request.asks.map(({ kind, identifier }) => [kind, identifier])).toEqual([
      ["number-registration", "+27 82 000 0142"],
      ["identity-records", expect.stringContaining("Quiet Harbour")],
    ]);
    expect(request.asks[0]).toMatchObject({
      accounts: ["A3"],
      records: expect.stringContaining("under RICA"),
      from: "creation",
      to: "answer",
      process: { text: expect.stringContaining("ss 7 and 8"), law: ["L1", "L6"] },
      because: { incidents: ["I-3"], text: "That of A3; the person is not known. Acts: I-3" },
    });
    expect(request.gaps).toMatchObject([
      { for: "receiver", kind: "ip-subscriber", text: expect.stringContaining("After the providers at home") },
    ]);
    expect(request.atHome.map(({ account, holder }) => [account, holder])).toEqual([
      ["A1", "X Corp."],
      ["A2", "Meta Platforms, Inc."],
      ["A3", "WhatsApp LLC"],
    ]);
    expect(JSON.stringify(request.asks)).not.toMatch(/205|direction|not read/i);
  });

  test("says what to get first while no US authority has the matter; an agent’s number is one", async () => {
    const line = async () => {
      const lines = await checkDraft(worker.ctx, home.caseId, { ...draft, asks: {}, kind: "mla_dossier" });
      return lines.find(({ id }) => id === "M-41");
    };
    const choices = () => getDraftChoices(worker.ctx, home.caseId, "mla_dossier");
    expect(await line()).toMatchObject({ result: "fail", reason: expect.stringContaining("FBI") });
    expect((await choices()).authority).toMatchObject({
      isThere: false,
      first: [expect.any(String), expect.any(String)],
    });
    await withTransaction(org.service(), "read write", ({ db, orgId }) =>
      db.insert(references).values({
        id: newId(),
        orgId,
        caseId: home.caseId,
        kind: "fbi_case",
        state: "issued",
        raw: "EXAMPLE-FBI-000142",
        canonical: "EXAMPLE-FBI-000142",
        issuedOn: "2026-11-10",
        receivedVia: "email",
        recordedBy: worker.memberId,
        recordedAt: worker.ctx.now,
      }),
    );
    expect(await line()).toMatchObject({ result: "pass" });
    expect((await choices()).authority).toMatchObject({ isThere: true });
  });

  test("takes a prosecutor whom a release in force names for one", async () => {
    const made = await makeCaseToPrint(org, worker, { files: [] });
    await turned(made.caseId);
    const isThere = async () => (await getDraftChoices(worker.ctx, made.caseId, "mla_dossier")).authority?.isThere;
    const needs = (await listDraftKinds(worker.ctx, made.caseId)).find(({ key }) => key === "mla_dossier")?.needs;
    expect(needs).toContainEqual({ text: "An authority at home has the matter", met: false, path: "references" });
    expect(await isThere()).toBe(false);
    const officer = await org.person("liaison", "Lindiwe Example");
    const release = (await listReleases(worker.ctx, made.caseId)).find((row) => row.recipientRole === "prosecutor");
    await nameOfficers(worker.ctx, { caseId: made.caseId, releaseId: release?.id, ...naming(officer) });
    expect(await isThere()).toBe(true);
  });
});

describe("the first draft", () => {
  test("asks a bureau to locate the person where a name and a place are alleged, and to identify the user where not", async () => {
    const purpose = async (caseId: string) =>
      (await getDraftChoices(worker.ctx, caseId, "interpol_briefing")).start.ncbAsk?.purpose;
    expect(await purpose(abroad.caseId)).toBe("identify");
    expect(await purpose(home.caseId)).toBe("locate");
  });

  test("leaves out a signed paper that names the client, except for the docket", async () => {
    const made = await makeCaseToPrint(org, worker, { files: ["note.txt", "photo.jpg"] });
    await withTransaction(org.service(), "read write", ({ db }) =>
      db.update(releases).set({ exhibitId: made.exhibitIds[1] }).where(eq(releases.caseId, made.caseId)),
    );
    const start = async (kind: string) => (await getDraftChoices(worker.ctx, made.caseId, kind)).start.exhibits;
    expect(await start("mla_dossier")).toEqual({ offered: true, "E-01": true, "E-02": false });
    expect(await start("docket_pack")).toBeUndefined();
    const { exhibits } = await getDraftChoices(worker.ctx, made.caseId, "mla_dossier");
    expect(exhibits.map(({ isPaper }) => isPaper)).toEqual([false, true]);
  });
});
