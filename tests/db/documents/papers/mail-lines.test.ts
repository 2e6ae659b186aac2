import { expect, test } from "vitest";
import { mailItem } from "@/lib/documents/papers/mails/rules";
import { readMailHops } from "@/lib/documents/papers/read-mail-hops";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { listExhibits } from "@/lib/evidence/exhibits/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { draft, textOf } from "@/tests/db/documents/papers/drafting";
import { mailOf } from "@/tests/fixtures/mails/write";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

test("the sheet for IC3 says what each server saw, with its time, apart from what was claimed", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const caseId = await plantCase(worker);
  const bytes = mailOf(
    [
      "Received: from relay.example (relay.example [192.0.2.7]) by mx.example; Tue, 17 Nov 2026 22:10:04 +0200",
      "Received: from [10.1.1.5] (cpe.example [76.183.22.9]) by relay.example with ESMTP; Tue, 17 Nov 2026 22:10:01 +0200",
      "Received: from laptop by nowhere.example; long ago",
    ],
    ["I see you"],
  );
  const { exhibitId } = await addExhibit(worker, caseId, bytes, { fileName: "mail.eml", method: "email_original" });
  await inspectExhibit(org.service(), { exhibitId });
  const exhibits = await listExhibits(worker, caseId);
  const items = await withTransaction(worker, "read only", (scoped) => readMailHops(scoped, exhibits));
  expect(items.map(mailItem).map(({ code, values: { at, seen, claimed } }) => [code, at, seen, claimed])).toEqual([
    ["E-01.1", "“long ago”, as written", "no address that is known", "“laptop”"],
    ["E-01.2", "2026-11-17 20:10:01 UTC", "76.183.22.9 (cpe.example)", "“[10.1.1.5]”"],
    ["E-01.3", "2026-11-17 20:10:04 UTC", "192.0.2.7 (relay.example)", "“relay.example”"],
  ]);
  const text = await textOf(
    worker,
    caseId,
    await draft(worker, caseId, { template: "us-ic3-sheet", signer: "advocate" }),
  );
  expect(text).toContain(
    "2026-11-17 20:10:01 UTC: relay.example saw the address 76.183.22.9 (cpe.example). Claimed by the sender's machine: “[10.1.1.5]”. Exhibit E-01, Received line 2 from the bottom.",
  );
});
