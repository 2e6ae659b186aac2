import { beforeAll, describe, expect, test, vi } from "vitest";
import { nameCharge } from "@/lib/casework/charges/name-charge";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { openSample } from "../../support/case-form";
import { drawPage, type Search } from "../../support/draw-page";
import { makeOrg } from "../../support/org";
import { plantLongCase } from "../../support/plant-long-case";

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

/** Half of what a page may be: what a browser gets has the same once more, as data for its script. */
const most = 200_000;
const sizes = { incidents: 1_000, subjects: 500, exhibits: 500 };

let caseId: string;

beforeAll(async () => {
  const org = await makeOrg();
  seat.ctx = await org.as("caseworker");
  ({ id: caseId } = await openSample(seat.ctx));
  await nameCharge(seat.ctx, { caseId, homeOffence: "za-cca-15", thereOffence: "us-875c" });
  await plantLongCase(seat.ctx, caseId, sizes);
}, 240_000);

const draw = (page: Promise<{ default: unknown }>, search: Search = {}, more: Search = {}) =>
  drawPage(page, { caseId, ...more }, search);

/** Without the page itself in the message. */
const has = (html: string, words: string) => expect(html.includes(words), words).toBe(true);
const fits = (html: string) => expect(html.length).toBeLessThan(most);
const count = (html: string, what: RegExp) => [...html.matchAll(what)].length;
const incidents = (search?: Search) => draw(import("@/app/(work)/cases/[caseId]/incidents/page"), search);
const subjects = (search?: Search) => draw(import("@/app/(work)/cases/[caseId]/subjects/page"), search);
const evidence = (search?: Search) => draw(import("@/app/(work)/cases/[caseId]/evidence/page"), search);

const hrefOf = (html: string, words: RegExp) =>
  Object.fromEntries(new URL((words.exec(html)?.[1] ?? "").replaceAll("&amp;", "&"), "http://x.example").searchParams);

describe("a case with a thousand acts, five hundred subjects and five hundred exhibits", () => {
  test("incidents stand on pages of fifty, with one list of zones", async () => {
    const html = await incidents();
    fits(html);
    expect(count(html, /<li class="event"/g)).toBe(50);
    expect(count(html, /name="zone"/g)).toBe(1);
    has(html, "1 to 50 of 1,001 incidents");
    const last = await incidents({ page: "21", kind: "act" });
    has(last, "1,001 to 1,001 of 1,001");
    has(last, "kind=act");
  });

  test("an act is changed in a form of its own, on whichever page it stands", async () => {
    const page = await incidents({ page: "7" });
    const [, edit = ""] = /href="[^"]*edit=([0-9a-f-]{36})[^"]*"/.exec(page) ?? [];
    const html = await incidents({ edit });
    has(html, "301 to 350 of 1,001");
    expect(count(html, /name="zone"/g)).toBe(1);
    expect(count(html, /aria-label="Change incident I-/g)).toBe(1);
    fits(html);
    const tie = await incidents({ tie: edit });
    has(tie, 'name="exhibitId.numbers"');
    fits(tie);
  });

  test("subjects stand on pages, each form on demand", async () => {
    const html = await subjects();
    fits(html);
    expect(count(html, /name="zone"/g)).toBe(1);
    const form = await subjects(hrefOf(html, /href="([^"]*form=account[^"]*)"/));
    expect(count(form, /aria-label="Change account A/g)).toBe(1);
    fits(form);
    has(await subjects({ page: "34" }), "496 to 501 of 501");
  });

  test("exhibits stand on pages of fifty", async () => {
    const html = await evidence();
    fits(html);
    expect(count(html, /<article class="exhibit/g)).toBe(50);
    has(html, "1 to 50 of 500 exhibits");
    const form = await draw(import("@/app/(work)/cases/[caseId]/evidence/edit/page"), { n: "400" });
    fits(form);
    has(form, 'name="incidentIds.numbers"');
  });

  test("the facts of a charge are named by their numbers, not ticked a thousand times", async () => {
    const html = await draw(import("@/app/(work)/cases/[caseId]/charges/page"), { tie: "1" });
    has(html, 'name="answers.0.incidents.numbers"');
    // One: that a charge was named by mistake.
    expect(count(html, /type="checkbox"/g)).toBeLessThanOrEqual(1);
    fits(html);
  });

  test("so are the exhibits of a release and of a packet, and the accounts of which it asks", async () => {
    const release = await draw(import("@/app/(work)/cases/[caseId]/releases/page"));
    has(release, 'name="exhibits.numbers"');
    fits(release);
    const packet = await draw(
      import("@/app/(work)/cases/[caseId]/packets/new/[kind]/page"),
      {},
      { kind: "mla_dossier" },
    );
    has(packet, 'name="exhibits.numbers"');
    has(packet, 'name="askgroups.0.numbers"');
    fits(packet);
  });

  test("one exhibit, the certificates and the deadlines are no larger", async () => {
    const [, exhibitId = ""] = /\/evidence\/([0-9a-f-]{36})"/.exec(await evidence()) ?? [];
    const exhibit = await draw(import("@/app/(work)/cases/[caseId]/evidence/[exhibitId]/page"), {}, { exhibitId });
    has(exhibit, 'name="incidentIds.numbers"');
    fits(exhibit);
    fits(await draw(import("@/app/(work)/cases/[caseId]/evidence/certificates/page")));
    const deadlines = await draw(import("@/app/(work)/cases/[caseId]/deadlines/page"));
    has(deadlines, "1 to 50 of 501 accounts");
    fits(deadlines);
  });

  test("what is to be put right is counted over all of them and filters in the database", async () => {
    const html = await evidence({ needs: "no_device", page: "10" });
    has(html, "451 to 500 of 500 exhibits");
  });
});
