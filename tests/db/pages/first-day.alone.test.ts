import { beforeAll, expect, test, vi } from "vitest";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { openSample } from "../../support/case-form";
import { drawPage, type Search } from "../../support/draw-page";
import { addExhibit } from "../../support/exhibit";
import { makeOrg } from "../../support/org";

const seat = vi.hoisted(() => ({ ctx: null as Ctx | null }));
vi.mock("@/lib/auth/sessions/session", async (original) => ({
  ...(await original<typeof import("@/lib/auth/sessions/session")>()),
  requireCtx: async () => seat.ctx,
}));
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  useRouter: () => ({ refresh: () => {} }),
  usePathname: () => "/",
  useSearchParams: () => new URLSearchParams(),
}));

let caseId: string;

beforeAll(async () => {
  seat.ctx = await (await makeOrg()).as("caseworker");
  ({ id: caseId } = await openSample(seat.ctx, { accounts: [], incidents: [] }));
});

const pages: [string, () => Promise<{ default: unknown }>, Search?][] = [
  ["the case", () => import("@/app/(work)/cases/[caseId]/page")],
  ["incidents", () => import("@/app/(work)/cases/[caseId]/incidents/page")],
  ["subjects", () => import("@/app/(work)/cases/[caseId]/subjects/page")],
  ["evidence", () => import("@/app/(work)/cases/[caseId]/evidence/page")],
  ["charges", () => import("@/app/(work)/cases/[caseId]/charges/page")],
  ["deadlines", () => import("@/app/(work)/cases/[caseId]/deadlines/page")],
  ["documents", () => import("@/app/(work)/cases/[caseId]/documents/page")],
  ["releases", () => import("@/app/(work)/cases/[caseId]/releases/page")],
  ["packets", () => import("@/app/(work)/cases/[caseId]/packets/page")],
  ["a packet draft", () => import("@/app/(work)/cases/[caseId]/packets/new/[kind]/page"), { kind: "mla_dossier" }],
  ["closing", () => import("@/app/(work)/cases/[caseId]/close/page")],
];

test.each(pages)("a case without an account and without an incident shows %s", async (_, page, more = {}) => {
  expect(await drawPage(page(), { caseId, ...more }, {})).toMatch(/<h[123]/);
});

test("beside ours an exhibit has the hour in UTC, as long as nobody said where the subject lives", async () => {
  if (!seat.ctx) throw new Error("nobody is there");
  const { exhibitId } = await addExhibit(seat.ctx, caseId, Buffer.from("a note"), { fileName: "note.txt" });
  const page = import("@/app/(work)/cases/[caseId]/evidence/[exhibitId]/page");
  const html = await drawPage(page, { caseId, exhibitId }, {});
  expect(html).toMatch(/\d\d:\d\d SAST · [^<]*\d\d:\d\d UTC/);
  expect(html).not.toMatch(/\d\d:\d\d E[SD]T/);
});
