import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readPeakMemory } from "@/lib/platform/read-peak-memory";

const source = fileURLToPath(new URL("../../../lib/platform/read-peak-memory.ts", import.meta.url));
const script = `const { readPeakMemory } = await import(${JSON.stringify(source)}); console.log(readPeakMemory());`;
const inChild = () =>
  Number(execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }));

test("the peak of a process is its own, however much whoever started it held", () => {
  const held = Buffer.alloc(300 * 1024 * 1024, 1);
  const peak = inChild();
  expect(readPeakMemory()).toBeGreaterThan(300);
  expect(peak).toBeGreaterThan(20);
  expect(peak).toBeLessThan(200);
  expect(held.at(-1)).toBe(1);
});
