import { expect, test } from "vitest";
import { assembleSender } from "@/lib/packets/packets/sender/assemble-sender";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { flatPagesOf, qpdfComplaints } from "@/tests/support/pdf";
import { sampleOfKind } from "@/tests/support/sample-kinds";
import { samplePrepared, sampleSnapshot } from "@/tests/support/sample-snapshot";

test("the sender’s copy holds the checks, the reasons, the releases and the marks of the sources", async () => {
  const snapshot = sampleSnapshot();
  const { bytes } = await collectBytes(assembleSender(snapshot, await samplePrepared(snapshot)));
  expect(qpdfComplaints(bytes) ?? []).toEqual([]);
  const text = (await flatPagesOf(bytes)).join(" ");
  for (const message of [
    "STAYS WITH THE ORGANISATION",
    "M-22 overridden by S-02",
    "Preservation can be asked for by police only",
    "Releases checked",
    "Law and practice sources",
    "Approved by S-02",
  ])
    expect(text).toContain(message);
});

test("it says which letters were not drafted, and why", async () => {
  const snapshot = sampleOfKind("preservation_briefing");
  const { bytes } = await collectBytes(assembleSender(snapshot, await samplePrepared(snapshot)));
  const text = (await flatPagesOf(bytes)).join(" ");
  expect(text).toContain("Letters that were not drafted");
  expect(text).toContain("No named person decided that a danger is imminent");
});
