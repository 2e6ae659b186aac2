import { beforeAll, describe, expect, test, vi } from "vitest";
import { clockChanges } from "@/db/schema";
import { raiseFlag } from "@/lib/casework/flags/raise-flag";
import { resolveFlag } from "@/lib/casework/flags/resolve-flag";
import { writeReview } from "@/lib/casework/reviews/write-review";
import { beginStep } from "@/lib/escalation/ladder/commands/begin-step";
import { noteContact } from "@/lib/escalation/ladder/commands/note-contact";
import { startImport } from "@/lib/evidence/chats/commands/start-import";
import { readExport } from "@/lib/evidence/chats/read-export";
import { recordCustody } from "@/lib/evidence/exhibits/commands/record-custody";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { home } from "../../support/chat-import";
import { drawPage, type Search } from "../../support/draw-page";
import { addExhibit } from "../../support/exhibit";
import { seededBytes } from "../../support/files";
import { makeOrg, type Org, type Person } from "../../support/org";
import { plantCase } from "../../support/plant";
import { plantVersion } from "../../support/plant-handover";
import { plantRefusal, refused } from "../../support/refusal";
import { signRelease } from "../../support/sign-release";

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

/** One page of fifty and some. */
const many = Array.from({ length: 53 }, (_, n) => n + 1);
/** Half of what a page may be, as in long-lists. */
const most = 200_000;

let org: Org;
let caseId: string;
let exhibitId: string;
let worker: Person;
let firstFlag: string;
let firstReview: string;
let importId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  const supervisor = await org.as("supervisor");
  const parties = { org, worker, officer: worker };
  seat.ctx = supervisor;
  caseId = await plantCase(worker.ctx);
  ({ exhibitId } = await addExhibit(worker.ctx, caseId, seededBytes(100, 1)));
  await beginStep(worker.ctx, { caseId, stepKey: refused.stepKey });
  for (const n of many) {
    const flag = await raiseFlag(worker.ctx, { caseId, message: `Open flag ${n}.` });
    const looked = await raiseFlag(worker.ctx, { caseId, message: `Settled flag ${n}.` });
    await resolveFlag(worker.ctx, { flagId: looked.id, note: "Looked." });
    const review = await writeReview(supervisor, { caseId, note: `Review note ${n}.`, wantsAnswer: "on" });
    if (n === 1) [firstFlag, firstReview] = [flag.id, review.id];
    await plantRefusal(worker.ctx, caseId, { office: `Voorbeeldfontein station ${n}` });
    await signRelease(worker.ctx, caseId, { recipient: `Officer ${n}` });
    await plantVersion(parties, caseId, n);
    const given = { action: "transferred", from: "the client", to: "Det. Nkosi", purpose: `Line ${n}` };
    await recordCustody(worker.ctx, { exhibitId, ...given });
    await noteContact(worker.ctx, { caseId, stepKey: refused.stepKey, note: `Heard ${n}.` });
  }
  const minute = (n: number) => `30/12/2021, 10:${String(n).padStart(2, "0")} - Sam: Message ${n}`;
  const chat = await addExhibit(worker.ctx, caseId, Buffer.from(many.map(minute).join("\n")), { fileName: "chat.txt" });
  ({ id: importId } = await startImport(worker.ctx, { caseId, exhibitId: chat.exhibitId, zone: home }));
  await readExport(org.service(), { importId });
  await withTransaction(worker.ctx, "read write", ({ db, orgId, now }) =>
    db.insert(clockChanges).values(
      Array.from({ length: 103 }, (_, n) => ({
        id: newId(),
        orgId,
        caseId,
        clockKey: "case:none",
        change: "paused" as const,
        on: "2026-11-01",
        reason: `Pause ${n + 1}.`,
        recordedBy: worker.memberId,
        recordedAt: new Date(now.getTime() + n),
      })),
    ),
  );
}, 240_000);

const count = (html: string, what: RegExp) => [...html.matchAll(what)].length;
const has = (html: string, words: string) => expect(html.includes(words), words).toBe(true);
const draw = async (page: Promise<{ default: unknown }>, search: Search = {}, more: Search = {}) => {
  const html = await drawPage(page, { caseId, ...more }, search);
  expect(html.length).toBeLessThan(most);
  return html;
};
const flags = (search?: Search) => draw(import("@/app/(work)/cases/[caseId]/flags/page"), search);
const reviews = (search?: Search) => draw(import("@/app/(work)/cases/[caseId]/reviews/page"), search);
const refusals = (search?: Search) => draw(import("@/app/(work)/cases/[caseId]/refusals/page"), search);
const releases = (search?: Search) => draw(import("@/app/(work)/cases/[caseId]/releases/page"), search);
const packets = (search?: Search) => draw(import("@/app/(work)/cases/[caseId]/packets/page"), search);
const exhibit = (search?: Search) =>
  draw(import("@/app/(work)/cases/[caseId]/evidence/[exhibitId]/page"), search, { exhibitId });
const step = (search?: Search) =>
  draw(import("@/app/(work)/cases/[caseId]/ladder/[stepKey]/page"), search, { stepKey: refused.stepKey });
const chat = (search?: Search) =>
  draw(import("@/app/(work)/cases/[caseId]/evidence/chats/[importId]/page"), search, { importId });
const deadlines = (search?: Search) => draw(import("@/app/(work)/cases/[caseId]/deadlines/page"), search);

describe("lists that grow as long as a case is worked on", () => {
  test("flags: open and resolved ones each have pages, and a link leads to the page of its flag", async () => {
    const html = await flags();
    expect([count(html, /Open flag \d/g), count(html, /Settled flag \d/g)]).toEqual([50, 50]);
    has(html, "1 to 50 of 53 open flags");
    has(html, "1 to 50 of 53 resolved flags");
    const last = await flags({ page: "2", resolved: "2" });
    expect([count(last, /Open flag \d/g), count(last, /Settled flag \d/g)]).toEqual([3, 3]);
    has(await flags({ show: firstFlag }), `id="flag-${firstFlag}"`);
  });

  test("review notes, and a link leads to the page of its note", async () => {
    const html = await reviews();
    expect(count(html, /id="review-[0-9a-f-]{36}"/g)).toBe(50);
    has(html, "1 to 50 of 53 review notes");
    const last = await reviews({ show: firstReview });
    expect(count(last, /id="review-[0-9a-f-]{36}"/g)).toBe(3);
    has(last, "Review note 1.");
  });

  test("refusals stand on smaller pages, for each has its forms; the rungs know all that are open", async () => {
    const html = await refusals();
    expect(count(html, /id="refusal-\d+"/g)).toBe(10);
    has(html, "1 to 10 of 53 refusals");
    has(html, "Refusal 1 is here");
    has(await refusals({ number: "1" }), 'id="refusal-1"');
    has(await refusals({ page: "6" }), 'id="refusal-3"');
  });

  test("releases and versions of packets", async () => {
    const html = await releases();
    expect(count(html, /aria-label="REL-/g)).toBe(20);
    has(html, "1 to 20 of 53 releases");
    has(await releases({ page: "3" }), 'aria-label="REL-1"');
    const versions = await packets();
    expect(count(versions, /href="\/packets\//g)).toBe(50);
    has(versions, "1 to 50 of 53 versions");
    has(versions, "Draft version 54");
    const oldest = await packets({ page: "2" });
    expect(count(oldest, /href="\/packets\//g)).toBe(3);
    has(oldest, "Draft version 54");
  });

  test("the custody ledger opens at its newest lines, and all of it was computed again", async () => {
    // Whoever may let a held original out is asked for a proof, which only a request can tell.
    seat.ctx = worker.ctx;
    const html = await exhibit();
    has(html, "51 to 54 of 54 lines");
    has(html, "54 events");
    has(html, "Line 53");
    const first = await exhibit({ lines: "1" });
    has(first, "1 to 50 of 54 lines");
    has(first, "Line 49");
    expect(first.includes("Line 50")).toBe(false);
  });

  test("the history of a step, and what was changed about clocks to the very first", async () => {
    const html = await step();
    expect(count(html, /Heard \d+\./g)).toBe(50);
    has(html, "1 to 50 of 54 entries");
    has(await step({ history: "2" }), "Begun");
    const changed = await deadlines({ changes: "3" });
    has(changed, "101 to 103 of 103 changes");
    has(changed, "Pause 1.");
  });

  test("the messages of a chat", async () => {
    const html = await chat();
    expect(count(html, /<li class="msg"/g)).toBe(50);
    has(html, "1 to 50 of 53, in the order of the export");
    has(await chat({ page: "2" }), "51 to 53 of 53");
  });
});
