import { beforeEach, expect, test, vi } from "vitest";
import { idle } from "@/app/_ui/form-state";
import { formAction } from "@/app/form-action";
import { AppError } from "@/lib/platform/errors";

const happened: string[] = vi.hoisted(() => []);
vi.mock("@/lib/auth/sessions/session", () => ({
  actingCtx: async () => {
    happened.push("asked who");
    return {};
  },
}));
vi.mock("@/lib/auth/step-up/confirm-person", () => ({
  confirmPerson: async (_form: FormData, act: string) => {
    happened.push(`proved for ${act}`);
    return {};
  },
}));
vi.mock("next/cache", () => ({
  revalidatePath: (path: string, type: string) => happened.push(`drew ${path} anew, ${type}`),
}));

beforeEach(() => happened.splice(0));

function formWith(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

async function writes(_ctx: unknown, given: unknown): Promise<{ number: number }> {
  happened.push(`ran with ${JSON.stringify(given)}`);
  return { number: 7 };
}

async function refuses(): Promise<never> {
  happened.push("refused");
  throw new AppError("invalid", "Look again.", { word: "Too long." });
}

test("fills in, proves, runs, draws again and says what was made, in this order", async () => {
  const action = formAction(writes, {
    confirm: (form) => (form.get("decision") === "release" ? "look.release" : null),
    fillIn: async (form) => form.set("word", "meant"),
    refresh: "/cases/[caseId]",
    saved: ({ number }, form) => `${number} ${form.get("word")}`,
  });
  const answer = await action(idle, formWith({ word: "typed", decision: "release" }));
  expect(answer).toMatchObject({ status: "saved", message: "7 meant" });
  expect(happened).toEqual([
    "proved for look.release",
    'ran with {"word":"meant","decision":"release"}',
    "drew /cases/[caseId] anew, layout",
  ]);
  happened.splice(0);
  await action(idle, formWith({ decision: "refuse" }));
  expect(happened[0]).toBe("asked who");
});

test("keeps what was typed when the command refuses, and draws nothing again unless it should even then", async () => {
  const answer = await formAction(refuses, { refresh: "/", saved: "Saved" })(idle, formWith({ word: "typed" }));
  expect(answer).toMatchObject({ status: "failed", fields: { word: "Too long." }, values: { word: "typed" } });
  expect(happened).toEqual(["asked who", "refused"]);
  happened.splice(0);
  await formAction(refuses, { refresh: "/", evenRefused: true })(idle, formWith({}));
  expect(happened).toEqual(["drew / anew, layout", "asked who", "refused"]);
});

test("leads on after it drew again, with what the command was given by the form's own reading", async () => {
  const action = formAction(writes, {
    input: (form) => ({ years: form.get("years") }),
    refresh: "/offers/[offerId]",
    goTo: ({ number }) => `/cases/${number}`,
  });
  await expect(action(idle, formWith({ years: "3", other: "x" }))).rejects.toMatchObject({
    digest: expect.stringContaining("/cases/7"),
  });
  expect(happened.slice(1)).toEqual(['ran with {"years":"3"}', "drew /offers/[offerId] anew, layout"]);
});
