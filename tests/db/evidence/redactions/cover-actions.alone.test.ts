import { beforeAll, describe, expect, test, vi } from "vitest";
import { idle } from "@/app/_ui/form-state";
import { coverWordsAction, liftWordCoverAction } from "@/app/(work)/cases/[caseId]/evidence/[exhibitId]/cover/actions";
import { listWordCovers } from "@/lib/evidence/redactions/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { addText } from "@/tests/support/add-text";
import { approvedPacket, readyPacket } from "@/tests/support/built-packet";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

const seat = vi.hoisted(() => ({ ctx: null as Ctx | null }));
vi.mock("@/lib/auth/sessions/session", async (original) => ({
  ...(await original<typeof import("@/lib/auth/sessions/session")>()),
  actingCtx: async () => seat.ctx,
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  seat.ctx = worker.ctx;
});

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};
const cover = (exhibitId: string, change: Record<string, string> = {}) =>
  coverWordsAction(idle, formOf({ exhibitId, words: "Thandi", kind: "child", ...change }));
const textIn = (caseId: string) => addText(org, worker, { caseId, content: "Thandi and Lwazi and Sipho" });

const covered = "Covered in every packet built from now on. Check them under “As it will be printed”.";
const stillShown =
  "Versions that were approved before keep what they show: withdraw them if these words must not be read there.";

describe("what the page says once words were covered", () => {
  test("from when on, and where to check it; a version that only waits is none that keeps them", async () => {
    const { caseId } = await readyPacket(org, worker);
    expect(await cover(await textIn(caseId))).toEqual({ status: "saved", message: covered, fields: {}, values: {} });
  });

  test("that a version approved before still shows them, until it is withdrawn", async () => {
    const { caseId, id } = await approvedPacket(org, worker);
    const exhibitId = await textIn(caseId);
    expect(await cover(exhibitId)).toMatchObject({ status: "saved", message: `${covered} ${stillShown}` });
    await withdrawPacket(worker.ctx, { packetId: id, reason: "It showed too much" });
    expect(await cover(exhibitId, { words: "Lwazi" })).toMatchObject({ status: "saved", message: covered });
  });

  test("nothing of the sort where they are refused: what is wrong stands at its field, and what was typed is kept", async () => {
    const { caseId } = await readyPacket(org, worker);
    const failed = await cover(await textIn(caseId), { words: "Nomsa", reason: "her aunt" });
    expect(failed).toMatchObject({
      status: "failed",
      fields: { words: expect.stringContaining("do not appear in this exhibit") },
      values: { words: "Nomsa", reason: "her aunt" },
    });
  });
});

test("once a cover was taken back, that the words are printed unless another cover hides them", async () => {
  const { caseId } = await readyPacket(org, worker);
  const exhibitId = await textIn(caseId);
  await cover(exhibitId, { where: "one", place: "1" });
  await cover(exhibitId);
  const { covers } = await listWordCovers(worker.ctx, caseId, exhibitId);
  const everywhere = covers.find(({ place }) => place === null);
  expect(await liftWordCoverAction(idle, formOf({ coverId: everywhere?.id ?? "" }))).toMatchObject({
    status: "saved",
    message: "Cover removed. Packets built from now on print these words where no other cover hides them.",
  });
  expect((await listWordCovers(worker.ctx, caseId, exhibitId)).covers).toHaveLength(1);
});
