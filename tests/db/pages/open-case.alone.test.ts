import { beforeAll, expect, test, vi } from "vitest";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { carryText } from "@/lib/oversight/search/carry-text";
import { drawPage } from "../../support/draw-page";
import { makeOrg } from "../../support/org";

const seat = vi.hoisted(() => ({ ctx: null as Ctx | null, cookie: "" }));
vi.mock("@/lib/auth/sessions/session", async (original) => ({
  ...(await original<typeof import("@/lib/auth/sessions/session")>()),
  requireCtx: async () => seat.ctx,
}));
vi.mock("next/headers", async (original) => ({
  ...(await original<typeof import("next/headers")>()),
  cookies: async () => ({
    get: (name: string) => (name.endsWith("sought-client") ? { value: seat.cookie } : undefined),
  }),
}));

let worker: Ctx;

beforeAll(async () => {
  worker = await (await makeOrg()).as("caseworker");
  seat.ctx = worker;
});

const form = () => drawPage(import("@/app/(work)/cases/new/details/page"), {}, {});
const typedIn = (html: string, name: string) =>
  (html.match(/<input[^>]*>/g) ?? []).find((input) => input.includes(`name="${name}"`))?.match(/ value="([^"]*)"/)?.[1];

test("the form begins with what was typed in the search, and with nothing of somebody else's", async () => {
  const typed = {
    name: "Naledi Example",
    phone: "082 555 0100",
    email: "",
    identityNumber: "800101 5009 087",
    handle: "@night.owl.example",
    number: "Fynbos Road CAS 123/4/2026",
  };
  seat.cookie = carryText(worker, "client").seal(JSON.stringify(typed));
  const html = await form();
  expect(["name", "phone", "identityNumber"].map((field) => typedIn(html, `client.${field}`))).toEqual([
    typed.name,
    typed.phone,
    typed.identityNumber,
  ]);
  expect([typedIn(html, "accounts.0.handle"), typedIn(html, "number")]).toEqual([typed.handle, typed.number]);
  seat.cookie = carryText(await (await makeOrg()).as("caseworker"), "client").seal(JSON.stringify(typed));
  expect(await form()).not.toContain("Naledi");
});
