import { beforeAll, expect, test, vi } from "vitest";
import type { PaletteAnswer } from "@/app/_shell/palette-rules";
import { POST } from "@/app/api/find/route";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { caseForm, newClient } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";

const seat = vi.hoisted(() => ({ ctx: null as Ctx | null }));
vi.mock("@/lib/auth/sessions/session", async (original) => ({
  ...(await original<typeof import("@/lib/auth/sessions/session")>()),
  readCtx: async () => seat.ctx,
  isSameOrigin: () => true,
}));

let worker: Ctx;
let supervisor: Ctx;
let code: string;
let heron: string;
let colleague: { id: string; name: string; ctx: Ctx };

beforeAll(async () => {
  const org = await makeOrg();
  worker = await org.as("caseworker");
  supervisor = await org.as("supervisor");
  const { ctx } = await org.person("caseworker");
  colleague = { id: ctx.actor.memberId ?? "", name: ctx.actor.name, ctx };
  const { id } = await openCase(worker, caseForm({ client: { ...newClient("Heron"), name: "Zanele Onvindbaar" } }));
  heron = id;
  ({ code } = await readCaseHeader(worker, id));
});

async function ask(as: Ctx, text: string, caseId: string | null = null): Promise<PaletteAnswer> {
  seat.ctx = as;
  const body = JSON.stringify({ text, caseId });
  const answer = await POST(new Request("http://localhost/api/find", { method: "POST", body }));
  expect(answer.status).toBe(200);
  return (await answer.json()) as PaletteAnswer;
}

test("a supervisor finds a colleague by name and comes to what they carry; a caseworker does not", async () => {
  expect((await ask(supervisor, colleague.name)).people).toContainEqual({
    label: colleague.name,
    href: `/team/${colleague.id}`,
    note: "Team",
  });
  expect((await ask(worker, colleague.name)).people).toEqual([]);
});

test("a pasted message is read to its end", async () => {
  const message = `${"Good day, your complaint was received. ".repeat(20)}Your case is ${code}.`;
  expect((await ask(worker, message)).cases.map(({ label }) => label)).toEqual([`Heron, ${code}`]);
});

test("a client's name answers as a name that nobody has, while a code name is found", async () => {
  const unknown = await ask(worker, "Nobody Atall");
  expect(await ask(worker, "Zanele Onvindbaar")).toEqual(unknown);
  expect(await ask(supervisor, "Zanele Onvindbaar")).toEqual(await ask(supervisor, "Nobody Atall"));
  expect((await ask(worker, "Heron")).cases).toHaveLength(1);
});

test("a new number in a message is offered on the case that waits for one, and to nobody who may not see that case", async () => {
  await recordReference(worker, { caseId: heron, kind: "cas", state: "not_yet_issued" });
  const sms = "SAPS: your case CAS 77/11/2026\nwas opened at YEOVILLE.";
  const { numbers, cases } = await ask(worker, sms);
  expect(cases).toEqual([]);
  expect(numbers[0]).toMatchObject({ label: "Record Yeoville CAS 77/11/2026 on Heron", caseId: heron });
  expect(numbers.at(-1)).toMatchObject({ href: "/search" });
  expect(numbers.at(-1)?.caseId).toBeUndefined();
  expect((await ask(colleague.ctx, sms)).numbers.map(({ caseId }) => caseId)).toEqual([undefined]);
});

test("a number that a case has opens the case, and is not offered again", async () => {
  const issued = { state: "issued", receivedVia: "sms", issuedOn: "2026-10-14" };
  await recordReference(worker, {
    caseId: heron,
    kind: "cas",
    raw: "CAS 212/10/2026",
    station: "Fynbos Road",
    ...issued,
  });
  const answer = await ask(worker, "your case CAS 212/10/2026 at Fynbos Road");
  expect(answer.numbers).toEqual([]);
  expect(answer.cases.map(({ href }) => href)).toEqual([`/cases/${heron}`]);
});

test("a phone, a case code and a handle are no new number", async () => {
  for (const typed of ["082 555 0101", "+27 82 555 0101", code, "@heron.sender", "8001015009087"]) {
    expect((await ask(worker, typed)).numbers, typed).toEqual([]);
  }
});

test("an act is offered on one's own open cases by its other words; a name alone offers none", async () => {
  const labels = async (as: Ctx, typed: string) => (await ask(as, typed)).others.map(({ label }) => label);
  expect(await labels(worker, "upload evidence")).toEqual(["Add evidence: Heron"]);
  expect(await labels(worker, "refusal heron")).toEqual(["Log a refusal: Heron"]);
  expect(await labels(worker, "Heron")).toEqual([]);
  expect(await labels(colleague.ctx, "upload evidence")).toEqual([]);
});

test("on a case its acts and its parts are offered, and nothing of a case that one may not see", async () => {
  const { acts } = await ask(worker, "", heron);
  expect(acts.map(({ label }) => label)).toEqual(
    expect.arrayContaining(["Record a number", "Write a note or log a contact", "Evidence"]),
  );
  expect((await ask(colleague.ctx, "", heron)).acts).toEqual([]);
});
