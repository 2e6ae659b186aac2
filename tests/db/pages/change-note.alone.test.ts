import { beforeAll, expect, test, vi } from "vitest";
import { addNote } from "@/lib/casework/notes/add-note";
import { saveDraft } from "@/lib/casework/notes/save-draft";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { openSample } from "../../support/case-form";
import { drawPage } from "../../support/draw-page";
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
let noteId: string;

beforeAll(async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  ({ id: caseId } = await openSample(worker));
  ({ id: noteId } = await addNote(worker, {
    id: newId(),
    caseId,
    kind: "call",
    words: "First.",
    visibility: "working",
  }));
  const boss = (await org.person("supervisor", "Boss Example")).ctx;
  await saveDraft(boss, { caseId, noteId, revision: 0, typed: { kind: "call", words: "Quagga" } });
  seat.ctx = worker;
}, 60_000);

test("a note opens to be changed, and names who else is changing it without a word of theirs", async () => {
  const html = await drawPage(
    import("@/app/(work)/cases/[caseId]/notes/[noteId]/page"),
    { caseId, noteId },
    { edit: "" },
  );
  expect(html).toContain("Boss Example is changing this note too");
  expect(html).toContain("First.");
  expect(html).not.toContain("Quagga");
});
