import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { amendReference } from "@/lib/casework/references/commands/amend-reference";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { withdrawReference } from "@/lib/casework/references/commands/withdraw-reference";
import { addSubject } from "@/lib/casework/subjects/commands/add-subject";
import { amendSubject as write } from "@/lib/casework/subjects/commands/amend-subject";
import { addIdentifier } from "@/lib/casework/subjects/identifiers/add-identifier";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { findAnything } from "@/lib/oversight/search/find-anything";
import { account, caseForm, newClient } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";
import { seeing } from "@/tests/support/seeing";

const amendSubject = seeing(write, "subjectId");

let org: Org;
let mine: Ctx;
let strangers: Ctx[];
const ids: Record<string, string> = {};
const codes: Record<string, string> = {};

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.as("caseworker");
  strangers = [(await org.person("caseworker")).ctx, await (await makeOrg()).as("supervisor")];
  const board = (handle: string, platformId: string) => [{ ...account, handle, platformId }];
  await open("heron", "Heron", "Threats and doxxing after a photograph", "@heron.sender", "17841400000000142", {
    name: "Nomvula Catherine Dlamini",
    phone: "+27 82 555 0101",
    email: "nomvula@mail.example",
  });
  await open("plover", "Blue Plover", "Blackmail for bitcoin", "@plover_sender", "17841400000000777", {
    name: "Siphokazi Ngcobo-Smith",
    identityNumber: "910202 0080 083",
    phone: "083 555 0202",
    email: "s.ngcobo@mail.example",
  });
  const issued = { state: "issued", receivedVia: "sms", issuedOn: "2026-10-14" };
  await recordReference(mine, {
    caseId: ids.heron,
    kind: "cas",
    raw: "CAS 212/10/2026",
    station: "Fynbos Road",
    ...issued,
  });
  await recordReference(mine, { caseId: ids.plover, kind: "ic3", raw: "I2610150000000142", ...issued });
  const seen = { linkReason: "Sent from it", confidence: "possible" };
  const subjectOf = async (caseId = "") =>
    withTransaction(mine, "read only", async (ctx) => {
      const [row] = await ctx.db.execute<{ id: string }>(
        sql`select id from app.subjects where case_id = ${caseId}::uuid`,
      );
      return row?.id;
    });
  await addIdentifier(mine, {
    caseId: ids.heron,
    subjectId: await subjectOf(ids.heron),
    kind: "phone",
    value: "+1 (404) 555-0133",
    ...seen,
  });
  await addIdentifier(mine, {
    caseId: ids.plover,
    subjectId: await subjectOf(ids.plover),
    kind: "email",
    value: "Gull.Away@Mail.example",
    ...seen,
  });

  async function open(
    key: string,
    pseudonym: string,
    matter: string,
    handle: string,
    platformId: string,
    client: object,
  ) {
    const form = caseForm({
      client: { ...newClient(pseudonym), ...client },
      matter,
      subject: key === "heron" ? { allegedName: "Gerhardus van Aswegen" } : {},
      accounts: board(handle, platformId),
    });
    ids[key] = (await openCase(mine, form)).id;
    const [row] = await withTransaction(mine, "read only", async (ctx) => [
      ...(await ctx.db.execute<{ code: string }>(sql`select code from app.cases where id = ${form.id}::uuid`)),
    ]);
    codes[key] = row?.code ?? "";
  }
});

const golden: [key: string, typed: string | ((code: string) => string), whole?: "sole"][] = [
  ["heron", "CAS 212/10/2026", "sole"],
  ["heron", "cas212-10-2026", "sole"],
  ["heron", "212/10/2026", "sole"],
  ["heron", "212.10.26", "sole"],
  ["heron", "Fynbos Road CAS 212/10/2026", "sole"],
  ["heron", "SAPS: your case CAS 212/10/2026 was opened at FYNBOS ROAD. Officer will call.", "sole"],
  ["heron", "212/10"],
  ["plover", "I2610150000000142", "sole"],
  ["plover", "i2610 1500 0000 0142", "sole"],
  ["plover", "I261015"],
  ["plover", "00000142"],
  ["heron", (code) => code, "sole"],
  ["heron", (code) => code.toLowerCase().replaceAll("-", " "), "sole"],
  ["heron", (code) => code.replaceAll("-", ""), "sole"],
  ["heron", (code) => code.split("-").slice(1).join("-")],
  ["plover", (code) => code.slice(-4)],
  ["heron", "Heron", "sole"],
  ["heron", "HERON", "sole"],
  ["heron", "her"],
  ["plover", "blue plover", "sole"],
  ["plover", "plover"],
  ["plover", "plov"],
  ["heron", "doxxing"],
  ["heron", "photograph threats"],
  ["heron", "Dóxxing photo"],
  ["plover", "bitcoin blackmail"],
  ["heron", "@heron.sender", "sole"],
  ["heron", "Heron.Sender", "sole"],
  ["heron", "https://instagram.example/heron.sender", "sole"],
  ["plover", "@PLOVER_SENDER", "sole"],
  ["heron", "17841400000000142", "sole"],
  ["plover", "id 17841400000000777", "sole"],
  ["heron", "+1 404 555 0133", "sole"],
  ["heron", "(404) 555-0133", "sole"],
  ["heron", "4045550133", "sole"],
  ["heron", "001 404.555.0133", "sole"],
  ["plover", "gull.away@mail.example", "sole"],
  ["plover", "GULL.AWAY@MAIL.EXAMPLE", "sole"],
  ["heron", "+27 82 555 0101", "sole"],
  ["heron", "0825550101", "sole"],
  ["heron", "082 555 0101", "sole"],
  ["heron", "0027-82-555-0101", "sole"],
  ["plover", "+27835550202", "sole"],
  ["heron", "NOMVULA@mail.example", "sole"],
  ["heron", "8001015009087", "sole"],
  ["plover", "910202 0080 083", "sole"],
  ["heron", "Nomvula Catherine Dlamini", "sole"],
  ["heron", "dlamini nomvula catherine", "sole"],
  ["heron", "Nomvoola Dlameeni"],
  ["heron", "Katherine Dlamini"],
  ["heron", "Catharine Dlaminy"],
  ["plover", "Sifokazi Ngcobo"],
  ["plover", "Sipokazi Ngcobo"],
  ["plover", "Sipokazi"],
  ["plover", "Smyth Ngcobo"],
  ["heron", "Gerhardus van Aswegen", "sole"],
  ["heron", "ASWEGEN Gerhardus van", "sole"],
  ["heron", "Gerhardis Aswegan"],
  ["heron", "Aswegen"],
];

describe("findAnything", () => {
  test.each(golden)("finds %s by %s", async (key, typed, whole) => {
    const text = typeof typed === "string" ? typed : typed(codes[key] ?? "");
    const found = await findAnything(mine, text);
    expect(found.hits.map((hit) => hit.caseId)).toContain(ids[key]);
    expect(found.sole).toBe(whole ? ids[key] : undefined);
    if (!whole) expect(found.hits).toHaveLength(1);
  });

  test("finds none of it for a colleague who does not work on the case, and none for another organisation", async () => {
    for (const [key, typed] of golden) {
      const text = typeof typed === "string" ? typed : typed(codes[key] ?? "");
      for (const ctx of strangers) expect((await findAnything(ctx, text)).hits, text).toEqual([]);
    }
  }, 60_000);

  test("shows the alleged name as it stands on the board, and says when it only sounds alike", async () => {
    const reasons = async (typed: string) => (await findAnything(mine, typed)).hits.flatMap((hit) => hit.reasons);
    const value = "Gerhardus van Aswegen";
    expect(await reasons("gerhardus VAN aswegen")).toEqual([{ what: "Alleged name on the board", value }]);
    expect(await reasons("Gerhardis Aswegan")).toEqual([{ what: "Alleged name that sounds alike", value }]);
    expect(await reasons("Gerhardus Fourie")).toEqual([]);
  });

  test("follows an alleged name that is added, changed and taken away", async () => {
    const { id: caseId } = await openCase(mine, caseForm({ client: newClient("Wader") }));
    const { id: subjectId } = await addSubject(mine, { caseId, allegedName: "Lwandile Example-Kunene" });
    const found = async (typed: string) => (await findAnything(mine, typed)).hits.map((hit) => hit.caseId);
    expect(await found("Lwandile Example Kunene")).toEqual([caseId]);
    await amendSubject(mine, { caseId, subjectId, allegedName: "Lwandile Ndimande" });
    expect(await found("Lwandile Example Kunene")).toEqual([]);
    expect(await found("Lwandile Ndimande")).toEqual([caseId]);
    await amendSubject(mine, { caseId, subjectId, allegedName: "" });
    expect(await found("Lwandile Ndimande")).toEqual([]);
  });

  test("finds it for a supervisor, and notes that a person was looked for but not whom", async () => {
    const supervisor = await org.as("supervisor");
    expect((await findAnything(supervisor, "Catharine Dlaminy")).hits.map((hit) => hit.caseId)).toEqual([ids.heron]);
    expect(await org.auditOf(supervisor.actor.memberId ?? "")).toContain("client.searched");
  });

  test.each(["", " ", "z", "CAS 999/10/2026", "Nobody Whatever", "%", "_", "~24", "' or 1=1 --", "\\", "😀"])(
    "finds nothing for %j",
    async (typed) => {
      expect(await findAnything(mine, typed)).toEqual({ hits: [], sole: undefined });
    },
  );

  test("hears Nguni names with and without the breath, and none that only share a first name", async () => {
    const names = ["Thandeka Zwane", "Ketiwe Mabena", "Nomphumelelo Radebe", "Peter Fourie"];
    const opened = new Map<string, string>();
    for (const name of names) {
      const client = { ...newClient(`Breath ${opened.size}`), name, phone: `+27 82 555 09${opened.size}0`, email: "" };
      opened.set(name, (await openCase(mine, caseForm({ client }))).id);
    }
    const found = async (typed: string) => (await findAnything(mine, typed)).hits.map((hit) => hit.caseId);
    const spellings: [string, string][] = [
      ["Tandeka Zwane", "Thandeka Zwane"],
      ["Tandeka", "Thandeka Zwane"],
      ["Khethiwe Mabena", "Ketiwe Mabena"],
      ["Nompumelelo Radebe", "Nomphumelelo Radebe"],
      ["Nomphumelelo", "Nomphumelelo Radebe"],
      ["Pieter Fourie", "Peter Fourie"],
    ];
    for (const [typed, name] of spellings) expect(await found(typed), typed).toEqual([opened.get(name)]);
    const unrelated = ["Siphokazi Mokoena", "Thandeka Botha", "Sibongile", "Nomfundo Radebe", "Mpho Fourie"];
    for (const typed of unrelated) expect(await found(typed), typed).toEqual([]);
  });

  test("follows a number that is corrected or withdrawn", async () => {
    const issued = { state: "issued", receivedVia: "sms", issuedOn: "2026-10-14" };
    const first = { caseId: ids.plover, kind: "ic3", raw: "I2610159999999555", ...issued };
    const { id } = await recordReference(mine, first);
    await amendReference(mine, { referenceId: id, raw: "I2610159999999666", reason: "A slip" });
    expect((await findAnything(mine, "9999999555")).hits).toEqual([]);
    expect((await findAnything(mine, "9999999666")).hits).toHaveLength(1);
    await withdrawReference(mine, { referenceId: id, reason: "Not ours" });
    expect((await findAnything(mine, "9999999666")).hits).toEqual([]);
  });

  test("is for caseworkers and supervisors, and no one writes the words by hand", async () => {
    for (const role of ["liaison", "admin"] as const) {
      await expect(findAnything(await org.as(role), "Heron")).rejects.toMatchObject({ code: "forbidden" });
    }
    const plant = sql`insert into app.case_words (org_id, case_id, source_id, word)
      values (${org.id}::uuid, ${ids.heron}::uuid, ${ids.heron}::uuid, 'planted')`;
    await expect(withTransaction(mine, "read write", (ctx) => ctx.db.execute(plant))).rejects.toThrow();
  });
});
