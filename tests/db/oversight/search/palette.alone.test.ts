import { beforeAll, expect, test, vi } from "vitest";
import type { PaletteAnswer } from "@/app/_shell/palette-rules";
import { POST } from "@/app/api/find/route";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { readCaseHeader } from "@/lib/casework/cases/queries";
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
let colleague: { id: string; name: string };

beforeAll(async () => {
  const org = await makeOrg();
  worker = await org.as("caseworker");
  supervisor = await org.as("supervisor");
  const { ctx } = await org.person("caseworker");
  colleague = { id: ctx.actor.memberId ?? "", name: ctx.actor.name };
  const { id } = await openCase(worker, caseForm({ client: { ...newClient("Heron"), name: "Zanele Onvindbaar" } }));
  ({ code } = await readCaseHeader(worker, id));
});

async function ask(as: Ctx, text: string): Promise<PaletteAnswer> {
  seat.ctx = as;
  const body = JSON.stringify({ text, caseId: null });
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
