import { beforeAll, expect, test, vi } from "vitest";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { agreeContact } from "@/tests/support/agree-contact";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { openSample } from "../../support/case-form";
import { drawPage } from "../../support/draw-page";
import { plantPage, turnPagesOn } from "../../support/plant-client-page";
import { paperRow, plantClientRecord, releaseTerms, signRecord } from "../../support/plant-client-record";

const seat = vi.hoisted(() => ({ ctx: null as Ctx | null }));
vi.mock("@/lib/auth/sessions/session", async (original) => ({
  ...(await original<typeof import("@/lib/auth/sessions/session")>()),
  requireCtx: async () => seat.ctx,
}));
vi.mock("@/app/_shell/sign-in-notices", () => ({ SignInNotices: () => null }));
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  useRouter: () => ({ refresh: () => {} }),
  usePathname: () => "/",
  useSearchParams: () => new URLSearchParams(),
}));

let org: Org;
let worker: Person;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  await turnPagesOn(org);
  seat.ctx = { ...worker.ctx, now: new Date() };
  ({ id: caseId } = await openSample(worker.ctx));
  await agreeContact(worker.ctx, caseId);
  await plantPage(worker, caseId);
});

const offer = (what: string, from?: string) =>
  drawPage(
    import("@/app/(work)/cases/[caseId]/client-page/offer/page"),
    { caseId },
    { what, ...(from ? { from } : {}) },
  );

test.each([
  ["consent", "To keep evidence, such as pictures and messages"],
  ["release", "Which exhibits may be given"],
  ["authority", "Which information and which exhibits may be given for it"],
  ["plan", "Only if nobody else sees her phone"],
  ["contact", "Only if nobody else sees her phone"],
  ["statement", "certificate of the interpreter"],
])("a caseworker gives the client a %s from the records of her case", async (what, field) => {
  const html = await offer(what);
  expect(html).toContain(field);
  expect(html).toContain("Show how she reads it");
});

test("what she signed is shown where it counts, and a new one takes over its words", async () => {
  const { paperId, client } = await plantClientRecord(worker, releaseTerms, caseId);
  await signRecord(org, client, paperId);
  const shown = await drawPage(import("@/app/(work)/cases/[caseId]/client-page/page"), { caseId }, {});
  expect(shown).toContain("Recorded in the case");
  expect(shown).toContain("The same in English");
  const releases = await drawPage(import("@/app/(work)/cases/[caseId]/releases/page"), { caseId }, {});
  expect(releases).toContain("Signed by the client on her own page");
  const { recordedId } = await paperRow(org, paperId);
  expect(await offer("release", recordedId ?? "")).toContain(`value="${releaseTerms.recipient}"`);
});

test("an administrator sees each text beside its English", async () => {
  seat.ctx = await org.as("admin");
  const list = await drawPage(import("@/app/(admin)/admin/texts/page"), {}, { language: "st", only: "open" });
  expect(list).toContain("Not yet confirmed by a speaker");
  const text = await drawPage(
    import("@/app/(admin)/admin/texts/[language]/[key]/page"),
    { language: "st", key: "paperUntil" },
    {},
  );
  expect(text).toContain("{date}");
  expect(text).toContain("Sena se fela ka {date}.");
});
