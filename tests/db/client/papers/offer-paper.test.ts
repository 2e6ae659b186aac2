import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { offerPaper } from "@/lib/client/papers/offer-paper";
import { listOwnPapers } from "@/lib/client/papers/queries";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { turnPagesOn } from "@/tests/support/plant-client-page";
import { offered, plantClientPaper } from "@/tests/support/plant-client-paper";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  await turnPagesOn(org);
});

const now = () => ({ ...worker.ctx, now: new Date() });

test("a paper is read in paragraphs, and its text is changed by nobody: a new wording is a new paper", async () => {
  const { caseId, paperId, client } = await plantClientPaper(worker);
  const forge = sql`update app.client_papers set text_sha256 = 'x' where id = ${paperId}`;
  await expect(bySql(now(), forge)).rejects.toThrow();
  await offerPaper(now(), { caseId, ...offered, title: "Imvume 2", text: "Okusha." });
  expect((await listOwnPapers(client)).map(({ text }) => text)).toEqual([
    { title: "Imvume 2", paragraphs: ["Okusha."] },
    { title: "Imvume", paragraphs: ["Ngiyavuma.", "Ngiyaqonda."] },
  ]);
});
