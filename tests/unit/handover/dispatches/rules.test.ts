import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { planReceipt, releaseCheckOn, whyNotThen } from "@/lib/handover/dispatches/rules";
import type { ReleaseCheck } from "@/lib/handover/handovers/types";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { writeDocument } from "@/lib/platform/pdf/write-document";
import { hasTool } from "@/tests/support/tools";

const release = {
  id: "1",
  code: "REL-1",
  officers: [],
  takenOff: [{ id: "gone", on: "2026-11-20" }],
  exhibits: [],
  identity: false,
  signedOn: "2026-11-01",
  expiresOn: "2026-12-01",
  revokedOn: "2026-11-20",
  ends: new Date("2026-12-02"),
};
const door: ReleaseCheck = { exhibits: [], hasAnnex: false, day: "2026-11-25", releases: [release] };

describe("the releases of the day when it left", () => {
  test("a release that was revoked later stood then, and not on the day itself", () => {
    expect(releaseCheckOn(door, "2026-11-19")).toMatchObject({ day: "2026-11-19", releases: [{ revokedOn: null }] });
    expect(releaseCheckOn(door, "2026-11-20").releases[0]?.revokedOn).toBe("2026-11-20");
  });

  test("an officer who was taken off later was named then, and not on the day itself", () => {
    expect(releaseCheckOn(door, "2026-11-19").releases[0]?.takenOff).toEqual([]);
    expect(releaseCheckOn(door, "2026-11-20").releases[0]?.takenOff).toHaveLength(1);
  });

  test("it left after the approval and not in the future; forms know minutes", () => {
    const approved = new Date("2026-11-25T10:00:40Z");
    const now = new Date("2026-11-25T12:00:00Z");
    expect(whyNotThen(new Date("2026-11-25T10:00:00Z"), approved, now)).toBeNull();
    expect(whyNotThen(new Date("2026-11-25T09:59:00Z"), approved, now)).toContain("not approved yet");
    expect(whyNotThen(new Date("2026-11-25T09:59:00Z"), null, now)).toContain("not approved yet");
    expect(whyNotThen(new Date("2026-11-25T12:01:00Z"), approved, now)).toContain("in the future");
  });
});

describe("the receipt slip", () => {
  const facts = {
    code: "CD-26-0147-P1",
    version: 2,
    kind: "MLA pre-request dossier",
    sha256: "0f".repeat(32),
    pages: 24,
    organisation: "Kestrel Advocacy Trust",
    desk: ["desk@kestrel.example"],
    at: new Date("2026-11-25T10:00:00Z"),
    verify: "https://desk.example.org/verify#CD-26-0147-P1/3F0A-91C7",
    id: "019ab1c2-0000-7000-8000-000000000001",
    parts: ["The packet", "Sealed annex", "Draft request to edit", "List of files and hashes", "Signature of that list"]
      .concat(["Machine-readable version (CASE/UCO)", "Verifier to open in a browser", "Original files sent with it"])
      .map((label, i) => ({ label, pages: i < 2 ? 24 : null })),
  };
  const print = () =>
    collectBytes(writeDocument(planReceipt(facts), { image: () => Promise.reject(), attachments: [] }));

  test("is the same file each time", async () => {
    expect((await print()).bytes).toEqual((await print()).bytes);
  });

  test.skipIf(!hasTool("zbarimg") || !hasTool("pdftoppm"))(
    "is one page with every part, and its code holds the address and the number and nothing else",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "receipt-"));
      const file = join(folder, "receipt.pdf");
      writeFileSync(file, (await print()).bytes);
      execFileSync("pdftoppm", ["-r", "110", "-png", file, join(folder, "page")]);
      expect(execFileSync("ls", [folder], { encoding: "utf8" }).match(/page/g)).toHaveLength(1);
      const read = execFileSync("zbarimg", ["--quiet", "--raw", join(folder, "page-1.png")], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
      expect(String(read).trimEnd()).toBe(facts.verify);
      rmSync(folder, { recursive: true });
    },
  );
});
