import { createElement, type ReactElement } from "react";
import { renderToReadableStream } from "react-dom/server.edge";
import { beforeAll, describe, expect, test, vi } from "vitest";
import PicturesPage from "@/app/(work)/cases/[caseId]/evidence/pictures/page";
import { clearPictures } from "@/lib/evidence/clearances/clear-pictures";
import { listPictures } from "@/lib/evidence/clearances/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { nothingOn } from "@/tests/support/look-at-pictures";
import { addLookedInto, addMasked } from "@/tests/support/masked";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { stopImages } from "@/tests/support/stop";

const seat = vi.hoisted(() => ({ ctx: null as Ctx | null }));
vi.mock("@/lib/auth/sessions/session", async (original) => ({
  ...(await original<typeof import("@/lib/auth/sessions/session")>()),
  requireCtx: async () => seat.ctx,
}));

let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  seat.ctx = worker;
});

/** What stands on the page, as a browser without script gets it. */
async function page(caseId: string, asked: Record<string, string> = {}): Promise<string> {
  const given = { params: Promise.resolve({ caseId }), searchParams: Promise.resolve(asked) };
  const markup = await renderToReadableStream(createElement(() => PicturesPage(given) as unknown as ReactElement));
  await markup.allReady;
  return (await new Response(markup).text()).replaceAll("<!-- -->", "");
}

describe("the page of pictures that leave", () => {
  test("lists what is left, blurred, with a choice each and the mask editor beside it, then who looked", async () => {
    const caseId = await plantCase(worker);
    const exhibitId = await addLookedInto(org, worker, caseId, "photo.jpg");
    const { copyId } = await addMasked(org, worker, caseId);
    const before = await page(caseId);
    expect(before).toContain("2 pictures of 2");
    expect(before).not.toContain("<img");
    expect(before).toContain(`/cases/${caseId}/evidence/${exhibitId}/mask?page=1`);
    expect(before).toContain("A masked copy replaces this page.");
    expect(before.match(/type="radio"/g)).toHaveLength(6);
    expect(copyId).toBeTruthy();
    await clearPictures(worker, { caseId, pictures: nothingOn(await listPictures(worker, caseId, exhibitId)) });
    const after = await page(caseId);
    expect(after).toContain("1 picture of 2");
    expect(after).toContain("E-01, page 1: Nothing of the client");
    expect(await page(caseId, { exhibit: exhibitId })).toContain("Nothing is left to look at");
  });

  test("says why it is empty, and shows no picture of a case that is stopped", async () => {
    const caseId = await plantCase(worker);
    expect(await page(caseId)).toContain("No picture leaves");
    await addLookedInto(org, worker, caseId, "photo.jpg");
    await stopImages(worker, caseId);
    const stopped = await page(caseId);
    expect(stopped).toContain("No picture of this case is shown");
    expect(stopped).not.toContain("Hold to reveal");
  });
});
