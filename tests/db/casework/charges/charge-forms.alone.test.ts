import { beforeAll, expect, test, vi } from "vitest";
import { idle } from "@/app/_ui/form-state";
import { answerElementsAction, nameChargeAction } from "@/app/(work)/cases/[caseId]/charges/actions";
import { linkHref } from "@/app/(work)/cases/[caseId]/charges/questions";
import { nameCharge } from "@/lib/casework/charges/name-charge";
import { listCharges } from "@/lib/casework/charges/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { openSample } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";

const seat = vi.hoisted(() => ({ ctx: null as Ctx | null }));
vi.mock("@/lib/auth/sessions/session", async (original) => ({
  ...(await original<typeof import("@/lib/auth/sessions/session")>()),
  actingCtx: async () => seat.ctx,
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

let ctx: Ctx;
let caseId: string;
let chargeId: string;

beforeAll(async () => {
  const org = await makeOrg();
  ctx = await org.as("caseworker");
  seat.ctx = ctx;
  ({ id: caseId } = await openSample(ctx));
  ({ id: chargeId } = await nameCharge(ctx, { caseId, homeOffence: "za-cca-15", thereOffence: "us-875c" }));
});

/** @param next what the button names that goes on */
function send(over: Record<string, string>, next?: string) {
  const form = new FormData();
  const sent = { caseId, chargeId, number: "1", "answers.0.side": "home", "answers.0.key": "discloses", ...over };
  for (const [name, value] of Object.entries(sent)) form.set(name, value);
  if (next) form.set("then", next);
  return answerElementsAction(idle, form);
}

const led = (part: string) => ({ digest: expect.stringContaining(linkHref(caseId, 1, part)) });

test("an element of which nothing is known yet is passed over on the way to the next gap", async () => {
  await expect(send({ "answers.0.note": "" }, "home-threat")).rejects.toMatchObject(led("home-threat"));
  expect((await listCharges(ctx, caseId))[0]?.elements.filter((element) => !element.gap)).toEqual([]);
});

test("what was typed is kept on the way; without a way that was chosen, nothing new is said to be nothing", async () => {
  const note = { "answers.0.note": "The message names the street" };
  await expect(send(note, "home-threat")).rejects.toMatchObject(led("home-threat"));
  expect((await listCharges(ctx, caseId))[0]?.elements[0]?.note).toBe(note["answers.0.note"]);
  expect(await send(note)).toMatchObject({ status: "failed", message: "Nothing was changed." });
  expect(await send(note, "/elsewhere")).toMatchObject({ status: "failed" });
});

test("a refusal for another reason stays with the form", async () => {
  const wrong = { "answers.0.key": "nothing-such", "answers.0.note": "No such element" };
  expect(await send(wrong, "home-threat")).toMatchObject({
    status: "failed",
    fields: { "answers.0.key": expect.any(String) },
  });
});

test("one picker names both offences, so what is wrong with either is said at it", async () => {
  const name = (pair: string) => {
    const form = new FormData();
    form.set("caseId", caseId);
    form.set("pair", pair);
    return nameChargeAction(idle, form);
  };
  expect((await name("")).fields).toEqual({ pair: "Choose an offence." });
  expect((await name("za-cca-15 nothing-there")).fields).toEqual({ pair: expect.stringContaining("paired with") });
  expect((await name("za-cca-15 us-875c")).fields).toEqual({ pair: expect.stringContaining("already") });
});
