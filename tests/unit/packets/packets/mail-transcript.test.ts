import { describe, expect, test } from "vitest";
import { makeTranscript } from "@/lib/packets/packets/building/make-transcript";
import { readMail } from "@/lib/platform/sandbox/child-mail.mjs";
import { file, mailOf, partsOf, words } from "@/tests/fixtures/mails/write";
import { firstReading } from "@/tests/support/old-reading";

const received =
  "Received: from [10.1.1.5] (nomsas-phone.example [76.183.22.9]) by mx.example; Tue, 17 Nov 2026 22:10:04 +0200";

describe("a mail in the packet", () => {
  test("says what each server saw apart from what was claimed, with the client's own values covered", async () => {
    const bytes = mailOf(
      [received, "Received: from laptop by relay.example", "Content-Type: multipart/mixed; boundary=b1"],
      partsOf("b1", [words("I see you"), file(["Content-Disposition: attachment; filename=door.png"])]),
    );
    const read = { kind: "text", ...(await readMail(bytes)) };
    const made = makeTranscript(null, read, [{ kind: "name", value: "Nomsas Phone" }]);
    expect(made?.hops).toEqual([
      { at: null, by: "relay.example", seen: null, claimed: "laptop" },
      {
        at: "2026-11-17 20:10:04 UTC",
        by: "mx.example",
        seen: expect.stringMatching(/76\.183\.22\.9|\[client’s name\]/),
        claimed: "[10.1.1.5]",
      },
    ]);
    expect(JSON.stringify(made)).not.toMatch(/nomsas-phone/i);
    expect(made?.attachments).toEqual([
      { name: "door.png", mime: "image/png", bytes: 4, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  test("says what was not certain about reading it", async () => {
    const bytes = mailOf(["Content-Type: text/plain; charset=x-nobody"], ["odd"]);
    const made = makeTranscript(null, { kind: "text", ...(await readMail(bytes)) }, []);
    expect(made?.notes).toEqual([expect.stringContaining("x-nobody")]);
  });

  test("a reading of the first release tells of no address: it did not keep which one was seen", () => {
    const hop = { from: "[10.1.1.5]", by: "mx.example", with: null, ip: "10.1.1.5", at: null, atUtc: null };
    const made = makeTranscript(null, firstReading(["I see you"], [hop]), []);
    expect(made).toMatchObject({ hops: [], notes: [], rows: [{ words: "I see you" }] });
  });
});
