import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { planSlip } from "@/lib/handover/papers/plan-slip";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { writeDocument } from "@/lib/platform/pdf/write-document";
import { flatPagesOf } from "@/tests/support/pdf";
import { hasTool } from "@/tests/support/tools";

describe("the receipt slip", () => {
  const facts = {
    paper: "slip" as const,
    name: "CD-26-0147-P1-v2-receipt-slip.pdf",
    code: "CD-26-0147-P1",
    version: 2,
    kind: "MLA pre-request dossier",
    sha256: "0f".repeat(32),
    manifestSha256: "1e".repeat(32),
    signer: "2d".repeat(32),
    pages: 24,
    size: "A4" as const,
    organisation: "Kestrel Advocacy Trust",
    desk: ["desk@kestrel.example"],
    at: new Date("2026-11-25T10:00:00Z"),
    verify: "https://desk.example.org/verify#CD-26-0147-P1/3F0A-91C7",
    id: "019ab1c2-0000-7000-8000-000000000001",
    files: ["The packet", "Sealed annex", "Draft request to edit", "List of files and hashes", "Signature of that list"]
      .concat(["Machine-readable version (CASE/UCO)", "Verifier to open in a browser", "Original files sent with it"])
      .map((label, i) => ({ label, pages: i < 2 ? 24 : null })),
  };
  const print = (size: "A4" | "Letter" = "A4") =>
    collectBytes(writeDocument(planSlip({ ...facts, size }), { image: () => Promise.reject(), attachments: [] }));

  test("is the same file each time, and names its packet for the verifier", async () => {
    const { bytes } = await print();
    expect(bytes).toEqual((await print()).bytes);
    const told = `crossdocket:slip CD-26-0147-P1 v2 manifest.json sha256:${"1e".repeat(32)}`;
    expect(Buffer.from(bytes).toString("latin1")).toContain(told);
  });

  test("is one page on either paper", async () => {
    for (const size of ["A4", "Letter"] as const) expect(await flatPagesOf((await print(size)).bytes)).toHaveLength(1);
  });

  test.skipIf(!hasTool("zbarimg") || !hasTool("pdftoppm"))(
    "has a code that holds the address and the number and nothing else",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "receipt-"));
      const file = join(folder, "receipt.pdf");
      writeFileSync(file, (await print()).bytes);
      execFileSync("pdftoppm", ["-r", "110", "-png", file, join(folder, "page")]);
      const read = execFileSync("zbarimg", ["--quiet", "--raw", join(folder, "page-1.png")], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
      expect(String(read).trimEnd()).toBe(facts.verify);
      rmSync(folder, { recursive: true });
    },
  );
});
