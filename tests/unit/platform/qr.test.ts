import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { qrCode } from "@/lib/platform/qr";
import { hasTool } from "../../support/tools";

/** One length for each version, the first and the last that fit it. */
const lengths = [1, 14, 15, 26, 27, 42, 43, 62, 63, 84, 85, 106];
const textOf = (length: number) => "https://desk.example.org/verify#CD-26-0147-P1/".repeat(3).slice(0, length);

describe("qrCode", () => {
  test("grows by the version, is square, and is null when the text is too long", () => {
    expect(lengths.map((length) => qrCode(textOf(length))?.length)).toEqual([
      21, 21, 25, 25, 29, 29, 33, 33, 37, 37, 41, 41,
    ]);
    for (const row of qrCode(textOf(60)) ?? []) expect(row).toHaveLength(33);
    expect(qrCode(textOf(107))).toBeNull();
    expect(qrCode("é".repeat(54))).toBeNull();
  });

  test("the same text is the same code, on every machine and in every version", () => {
    const rows = qrCode("CD-26-0147-P1")?.map((row) => row.map(Number).join("")) ?? [];
    expect(createHash("sha256").update(rows.join("\n")).digest("hex")).toBe(
      "4de138ec113e31a5488f85e4e268da3a66a2178f591ec97df0a88cc960286111",
    );
  });

  test.skipIf(!hasTool("zbarimg"))("an independent reader reads every version", () => {
    const folder = mkdtempSync(join(tmpdir(), "qr-"));
    for (const length of lengths) {
      const file = join(folder, `${length}.pgm`);
      writeFileSync(file, picture(qrCode(textOf(length)) ?? []));
      const read = execFileSync("zbarimg", ["--quiet", "--raw", file], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
      expect(read.trimEnd(), `${length} bytes`).toBe(textOf(length));
    }
    rmSync(folder, { recursive: true });
  });
});

/** A grey map, four points to a module, with the quiet zone around it. */
function picture(rows: readonly (readonly boolean[])[]): string {
  const side = (rows.length + 8) * 4;
  const at = (x: number, y: number) => (rows[Math.floor(y / 4) - 4]?.[Math.floor(x / 4) - 4] ? 0 : 255);
  const lines = Array.from({ length: side }, (_, y) => Array.from({ length: side }, (_, x) => at(x, y)).join(" "));
  return `P2\n${side} ${side}\n255\n${lines.join("\n")}\n`;
}
