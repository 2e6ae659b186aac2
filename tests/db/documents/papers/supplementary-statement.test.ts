import { beforeAll, describe, expect, test } from "vitest";
import { logIncident } from "@/lib/casework/incidents/log-incident";
import { finaliseDocument } from "@/lib/documents/papers/commands/finalise-document";
import { saveDocument } from "@/lib/documents/papers/commands/save-document";
import { swearDocument } from "@/lib/documents/papers/commands/swear-document";
import { readDocument, readDraftChoices } from "@/lib/documents/papers/queries";
import { toldIn } from "@/lib/documents/papers/rules";
import { readNote } from "@/lib/documents/papers/voice/rules";
import { reading } from "@/lib/kernel/access/query";
import { answer, draft, finished, statement, textOf } from "@/tests/db/documents/papers/drafting";
import { type CaseToPrint, makeCaseToPrint } from "@/tests/support/case-to-print";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

const supplement = "za-supplementary-statement";

let org: Org;
let worker: Person;
let made: CaseToPrint;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  made = await makeCaseToPrint(org, worker);
  const documentId = await finished(worker.ctx, made.caseId);
  const today = new Date().toISOString().slice(0, 10);
  await swearDocument(worker.ctx, { documentId, swornOn: today, exhibitId: made.exhibitIds[1] });
});

const later = (what: string) =>
  logIncident(worker.ctx, {
    caseId: made.caseId,
    nature: "threat_violence",
    what,
    words: "I will find you.",
    accountId: "",
    when: "2026-11-08T00:20",
    zone: "Africa/Johannesburg",
  });

describe("after a statement was sworn", () => {
  test("the supplement tells only what no sworn statement tells, and names the first by its day and station", async () => {
    await later("A new number wrote to the client.");
    const first = await readDocument(worker.ctx, made.caseId, await draft(worker.ctx, made.caseId));
    const page = await readDocument(
      worker.ctx,
      made.caseId,
      await draft(worker.ctx, made.caseId, { template: supplement }),
    );
    const told = [...toldIn(page.body)];
    expect(told).toHaveLength(1);
    expect([...toldIn(first.body)]).toEqual(expect.arrayContaining(told));
    expect(await textOf(worker.ctx, made.caseId, page.row.id)).toContain("A new number wrote to me.");
    const field = (label: string) => {
      const found = page.body.blocks.find((block) => block.kind === "field" && block.label === label);
      return found?.kind === "field" ? found.value : null;
    };
    expect(field("Sworn or affirmed on")).toMatch(/\d{4}$/);
    // The record of this case names no station, so a person is asked.
    expect(page.gaps.filter((gap) => gap.must).map((gap) => gap.what)).toContain("Station of the first statement");
  });

  test("the signed paper is not annexed to the next one, unless somebody chooses it", async () => {
    const { body } = await readDocument(worker.ctx, made.caseId, await draft(worker.ctx, made.caseId));
    const rows = body.blocks.flatMap((block) => (block.kind === "annexures" ? block.rows : []));
    expect(rows.map((row) => row.exhibit)).toEqual(["E-01"]);
    const { exhibits } = await reading(worker.ctx, (ctx) => readDraftChoices(ctx, made.caseId, statement));
    expect(exhibits.map(({ code, ticked }) => [code, ticked])).toContainEqual(["E-02", false]);
  });

  test("nothing is final while a turned sentence was not read with the client", async () => {
    const documentId = await draft(worker.ctx, made.caseId, { template: supplement });
    const before = await readDocument(worker.ctx, made.caseId, documentId);
    const turned = before.body.blocks.find((block) => block.kind === "numbered" && block.text.includes(readNote));
    if (turned?.kind !== "numbered") throw new Error("Nothing was turned.");
    const kept = { [turned.id]: turned.text };
    const { row } = await answer(worker.ctx, made.caseId, documentId);
    const { version } = await saveDocument(worker.ctx, { documentId, expectedVersion: row.version, texts: kept });
    const finalise = (expectedVersion: number) => finaliseDocument(worker.ctx, { documentId, expectedVersion });
    await expect(finalise(version)).rejects.toMatchObject({ fields: { [`text.${turned.id}`]: expect.any(String) } });
    const texts = { [turned.id]: "A new number wrote to the client." };
    const third = await saveDocument(worker.ctx, { documentId, expectedVersion: version, texts });
    await expect(finalise(third.version)).rejects.toMatchObject({ code: "invalid" });
    const own = await saveDocument(worker.ctx, {
      documentId,
      expectedVersion: third.version,
      texts: { [turned.id]: "A new number wrote to me." },
    });
    await finalise(own.version);
  });
});
