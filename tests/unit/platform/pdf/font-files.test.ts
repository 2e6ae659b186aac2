import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { allFilesFor, bytesOf } from "@/lib/platform/pdf/font-files";

const used = (["serif", "sans", "mono"] as const).flatMap((family) => [
  ...allFilesFor({ family, weight: 400, emojiFirst: false }),
  ...allFilesFor({ family, weight: 600, emojiFirst: false }),
]);
const kept = globSync("assets/fonts/*/*").map((path) => `${process.cwd()}/${path}`);
const letters = kept.filter((path) => /\.woff2?$/.test(path));

test("every font file that a PDF may ask for is there, under its licence, and can be opened", () => {
  for (const path of new Set(used.map((file) => file.path))) expect(existsSync(path), path).toBe(true);
  for (const file of allFilesFor({ family: "sans", weight: 600, emojiFirst: true }))
    expect(bytesOf(file).readUInt32BE(0)).toBe(0x00010000);
  for (const folder of globSync("assets/fonts/*/")) {
    expect(readFileSync(`${folder}/OFL.txt`, "utf8")).toContain("SIL OPEN FONT LICENSE Version 1.1");
  }
});

test("no font file is kept that nothing asks for, and all of them are small", () => {
  const elsewhere = ["lib/operations/demo/unpack-face.ts", "app/_ui/styles/font.css"]
    .map((path) => readFileSync(path, "utf8"))
    .join();
  const asked = new Set(used.map((file) => file.path));
  const spare = letters.filter((path) => {
    const name = path.split("/").slice(-2).join("/");
    return !asked.has(path) && !elsewhere.includes(name.replace(/-700\.woff$/, "-"));
  });
  expect(spare).toEqual([]);
  expect(letters.reduce((sum, path) => sum + statSync(path).size, 0)).toBeLessThan(25e6);
});
