import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { copyTree, whileChanged } from "../support/tree-copy";
import { type Mutant, mutantsOf } from "./mutants";
import { type Target, targets } from "./targets";

/**
 * `npx tsx tests/mutation/run.ts [NAME] [--most=20]`: one small wrong at a time in a copy of the tree, and whether the
 * tests beside it go red. Prints what they let through and the share that they caught. Not part of CI.
 */
const only = process.argv[2]?.startsWith("--") ? undefined : process.argv[2];
const most = Number(process.argv.find((word) => word.startsWith("--most="))?.slice(7) ?? Number.POSITIVE_INFINITY);
const atOnce = 2;
const limit = 120_000;

type Work = { target: Target; mutant: Mutant };

/** True when the tests went red, or did not come to an end. */
async function isCaught(folder: string, { target, mutant }: Work): Promise<boolean> {
  const change = (source: string) => source.slice(0, mutant.from) + mutant.text + source.slice(mutant.to);
  return whileChanged(folder, [{ file: target.file, change }], async () => (await runTests(folder, target)) !== 0);
}

function runTests(folder: string, { project, tests }: Target): Promise<number | null> {
  const args = ["node_modules/vitest/vitest.mjs", "run", `--project=${project}*`, "--bail=1", ...tests];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: "ignore", timeout: limit, killSignal: "SIGKILL" });
  return new Promise((resolve) => child.once("exit", resolve));
}

/** Every n-th, so that a sample reaches all of a file. */
function sampled<T>(all: readonly T[]): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(all.length, most) }, (_, at) => all[Math.floor(at * step)] as T);
}

const chosen = targets.filter(({ file }) => !only || file.includes(only));
const queue: Work[] = chosen.flatMap((target) =>
  sampled(mutantsOf(target.file, readFileSync(target.file, "utf8"))).map((mutant) => ({ target, mutant })),
);
const caught = new Map<string, { caught: number; all: number }>();

async function work(): Promise<void> {
  const folder = copyTree("mutants");
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { file } = next.target;
    const count = caught.get(file) ?? { caught: 0, all: 0 };
    caught.set(file, count);
    const isRed = await isCaught(folder, next);
    count.all += 1;
    if (isRed) count.caught += 1;
    else
      console.log(
        `let through (${count.caught} of ${count.all} caught in this file): ${file}:${next.mutant.line} ${next.mutant.what}`,
      );
  }
  rmSync(folder, { recursive: true, force: true });
}

await Promise.all(Array.from({ length: atOnce }, work));
let sum = 0;
let all = 0;
for (const [file, count] of caught) {
  console.log(`${file}: ${count.caught} of ${count.all}`);
  [sum, all] = [sum + count.caught, all + count.all];
}
console.log(`${sum} of ${all} were caught: ${((100 * sum) / Math.max(1, all)).toFixed(1)} %`);
