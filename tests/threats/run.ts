import { rmSync } from "node:fs";
import { copyTree, type Edit, whileChanged } from "../support/tree-copy";
import { type Outcome, statusOf, whyOf } from "./outcomes";
import { problemsOf, type Row, readRows, type Switch } from "./rows";
import { runBrowser } from "./run-browser";
import { runVitest } from "./run-vitest";

/**
 * `npx tsx tests/threats/run.ts [TM05 | sso | sso:3 | sso:3.1 …] [--at-once=2] [--no-browser] [--in=FOLDER] [--why]`:
 * switches the measure against each threat off in a copy of the tree, one way at a time, and looks whether the tests that
 * a row names go red, and no other of the row in the same files. First all of them run once as they are. `--in` keeps the
 * first copy, and what was built in it, for another run; `--why` prints what each red test said. Not part of CI.
 */
const words = process.argv.slice(2);
const asked = words.filter((word) => !word.startsWith("--"));
const kept = words.find((word) => word.startsWith("--in="))?.slice(5);
const atOnce = Number(words.find((word) => word.startsWith("--at-once="))?.slice(10) ?? 2);

type Work = { row: Row; one: Switch; place: string };
type Result = Work & { seconds: number; wrong: string[] };

const isBrowser = (id: string) => id.startsWith("tests/e2e/");
const fileOf = (id: string) => id.split(" > ")[0] ?? "";

const isAsked = ({ row, place }: Work) =>
  asked.length === 0 ||
  asked.some((word) => [row.threat, row.name, place].includes(word) || place.startsWith(`${word}:`));

const all = readRows()
  .flatMap((row) =>
    row.switches.map(
      (switch_, at): Work => ({ row, one: switch_, place: row.switches.length > 1 ? `${row.name}.${at}` : row.name }),
    ),
  )
  .filter(isAsked);
const stale = [...new Set(all.map(({ row }) => row))].flatMap(problemsOf);
if (stale.length > 0 || all.length === 0) {
  console.log(stale.join("\n") || "There is no such row.");
  process.exit(1);
}

const needsBrowser = ({ row }: Work) => row.tests.some(isBrowser);

/** Replaced as it is written: `$` in `put` is a sign like any other. */
const editsOf = ({ edits }: Switch): Edit[] =>
  edits.map(({ file, find, put }) => ({ file, change: (source) => source.split(find).join(put) }));

/** What may go red or must not: all tests of the row in the files of those that are to. */
function testsOf({ row, one }: Work): string[] {
  const files = new Set(one.red.map((at) => fileOf(row.tests[at] ?? "")));
  return row.tests.filter((id) => files.has(fileOf(id)));
}

/** One browser test at a time: in a file whose tests lean on each other the first red one keeps the rest from running. */
async function outcomesOf(folder: string, work: Work): Promise<Outcome[]> {
  if (!needsBrowser(work)) return runVitest(folder, testsOf(work));
  const outcomes: Outcome[] = [];
  for (const id of startedFor(work)) outcomes.push(...(await runBrowser(folder, [id])));
  return outcomes;
}

const startedFor = (work: Work): string[] => (work.one.behind ? [work.one.behind] : testsOf(work));

async function switchOff(folder: string, work: Work): Promise<Result> {
  const { row, one } = work;
  const from = performance.now();
  const tests = testsOf(work);
  const outcomes = await whileChanged(folder, editsOf(one), () => outcomesOf(folder, work));
  const red = new Set(one.red.map((at) => row.tests[at]));
  const wrong = tests.flatMap((id) => {
    const found = statusOf(id, outcomes);
    const wanted = red.has(id) ? "failed" : "passed";
    return found === wanted ? [] : [`${found}, not ${wanted}: ${id}`];
  });
  const seconds = Math.round((performance.now() - from) / 1000);
  say({ ...work, seconds, wrong });
  if (words.includes("--why"))
    for (const id of red) console.log(`    ${id?.split(" > ").at(-1)}: ${whyOf(id ?? "", outcomes)}`);
  return { ...work, seconds, wrong };
}

function say({ row, place, seconds, wrong }: Result): void {
  const message = wrong.length === 0 ? "red" : `NOT RED\n    ${wrong.join("\n    ")}`;
  console.log(`${row.threat} ${place} ${seconds} s ${message}`);
}

/** A test that is red as it stands shows nothing. */
async function checkGreen(folder: string, works: readonly Work[], run: typeof runVitest): Promise<boolean> {
  const ids = [...new Set(works.flatMap(testsOf))];
  const from = performance.now();
  const outcomes = await run(folder, [...new Set(works.flatMap(startedFor))]);
  const wrong = ids.filter((id) => statusOf(id, outcomes) !== "passed");
  const seconds = Math.round((performance.now() - from) / 1000);
  console.log(`As they stand ${ids.length} tests ran for ${seconds} s, ${wrong.length} of them not green`);
  for (const id of wrong) console.log(`    ${statusOf(id, outcomes)}: ${id}`);
  return wrong.length === 0;
}

async function runAll(works: readonly Work[], lanes: number): Promise<Result[]> {
  const queue = [...works];
  const results: Result[] = [];
  const lane = async (folder: string) => {
    for (let next = queue.shift(); next; next = queue.shift()) results.push(await switchOff(folder, next));
  };
  await Promise.all(folders.slice(0, lanes).map(lane));
  return results;
}

const began = performance.now();
const folders = Array.from({ length: atOnce }, (_, at) => copyTree("threats", at === 0 ? kept : undefined));
const results: Result[] = [];
let green = true;
try {
  const here = all.filter((work) => !needsBrowser(work));
  const there = all.filter(needsBrowser);
  if (here.length > 0) green = await checkGreen(folders[0] ?? "", here, runVitest);
  results.push(...(await runAll(here, atOnce)));
  if (there.length > 0 && !words.includes("--no-browser")) {
    green = (await checkGreen(folders[0] ?? "", there, runBrowser)) && green;
    results.push(...(await runAll(there, 1)));
  }
} finally {
  for (const folder of folders) if (folder !== kept) rmSync(folder, { recursive: true, force: true });
}

const threats = [...new Set(results.map(({ row }) => row.threat))].sort();
console.log("\nthreat  switches  red");
for (const threat of threats) {
  const its = results.filter(({ row }) => row.threat === threat);
  const red = its.filter(({ wrong }) => wrong.length === 0);
  console.log(`${threat}    ${String(its.length).padStart(8)}  ${String(red.length).padStart(3)}`);
}
const red = results.filter(({ wrong }) => wrong.length === 0).length;
const seconds = Math.round((performance.now() - began) / 1000);
console.log(`${red} of ${results.length} switches made red what they name, in ${seconds} s`);
process.exitCode = red === results.length && green ? 0 : 1;
