import "server-only";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { ask, closeDatabase } from "@/db/client";
import { type OutsideOf, readAnchors } from "@/lib/kernel/anchors/read-anchors";
import { restartAnchors } from "@/lib/kernel/anchors/restart-anchors";
import { type LogReport, verifyLog } from "@/lib/kernel/anchors/verify-log";
import { problemWords } from "@/lib/kernel/audit/rules";
import type { ChainBreak, Unanchored } from "@/lib/kernel/audit/types";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { env } from "@/lib/platform/env";
import { plural } from "@/lib/platform/text/format";

const { values: given } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    also: { type: "string" },
    "public-key": { type: "string" },
    "begin-anew": { type: "boolean", default: false },
  },
});

/** The script behind `npm run audit:verify`: the log of every organisation, and what was anchored of it outside. */
async function verify(): Promise<number> {
  const { json, also } = given;
  const publicPem = given["public-key"] && readFileSync(given["public-key"], "utf8");
  const ids = await listOrganisations();
  const { organisations: anchored, unreadable } = await readAnchors({ also, publicPem });
  const reports: LogReport[] = [];
  for (const id of ids) {
    const onProgress = progress(json, reports);
    reports.push(await verifyLog(jobCtx(id), { outside: anchored.get(id), publicPem, onProgress }));
  }
  reports.push(...[...anchored].filter(([id]) => !ids.includes(id)).map(goneOf));
  const holds = reports.every(({ broken }) => broken === null);
  if (json) console.log(JSON.stringify({ holds, unreadableAnchors: unreadable, organisations: reports }));
  else summarise(reports, unreadable);
  return holds ? 0 : 1;
}

const listOrganisations = async (): Promise<string[]> =>
  (await ask<{ id: string }>(sql`select o as id from ctx.organisations(${env().SERVICE_TOKEN}) o`)).map(({ id }) => id);

/** `--begin-anew`; docs/OPERATIONS.md says when to use it. */
async function begin(): Promise<number> {
  for (const id of await listOrganisations()) {
    const seq = await restartAnchors(jobCtx(id));
    if (seq > 0) console.log(`begun   Organisation ${id}: the anchors begin again at entry ${seq}.`);
  }
  return 0;
}

/** An organisation that was anchored and is not there any more. */
function goneOf([orgId, { anchors }]: [string, OutsideOf]): LogReport {
  const broken: ChainBreak = { orgId, seq: Math.min(...[...anchors.keys()].slice(0, 1)), problem: "organisation" };
  const nothing = { entries: 0, anchors: 0, tokens: 0, clockBack: null, firstAt: null, unanchored: null, begun: null };
  return { orgId, ...nothing, broken, breaks: 1, outside: [] };
}

/** One line now and then, on the other stream, so that the result alone can be kept. */
function progress(json: boolean, done: readonly LogReport[]) {
  let last = Date.now();
  return (entries: number) => {
    if (json || Date.now() - last < 2_000) return;
    last = Date.now();
    console.error(`  ${done.reduce((sum, logReport) => sum + logReport.entries, entries)} entries walked`);
  };
}

function summarise(reports: readonly LogReport[], unreadable: number): void {
  const sum = (key: "entries" | "anchors" | "tokens") => reports.reduce((all, logReport) => all + logReport[key], 0);
  const walked = [plural(sum("entries"), "entry", "entries"), plural(sum("anchors"), "anchor")];
  const tokens = plural(sum("tokens"), "time stamp");
  if (unreadable > 0) console.log(`note    ${plural(unreadable, "line")} of the file of anchors cannot be read.`);
  for (const { orgId, clockBack, begun, unanchored } of reports) {
    const note = (text: string) => console.log(`note    Organisation ${orgId}: ${text}.`);
    if (clockBack) note(`at entry ${clockBack.seq} the clock went back ${clockBack.seconds} s`);
    if (begun) note(`the anchors were begun again at entry ${begun.seq}, on ${begun.madeAt.slice(0, 10)}`);
    if (unanchored) note(describeUnanchored(unanchored));
  }
  for (const { broken, breaks, outside } of reports) {
    if (!broken) continue;
    const others = breaks > 1 ? ` (The first of ${plural(breaks, "break")}.)` : "";
    printBreak(broken, others);
    for (const chainBreak of outside) if (chainBreak !== broken) printBreak(chainBreak, "");
  }
  const whole = reports.every(({ broken }) => broken === null);
  console.log(
    `${walked.join(", ")} and ${tokens} of ${plural(reports.length, "organisation")}${whole ? ": all hold" : ""}.`,
  );
}

const printBreak = ({ orgId, seq, problem }: ChainBreak, others: string) =>
  console.log(`BROKEN  Organisation ${orgId}, entry ${seq}: ${problemWords[problem]}.${others}`);

function describeUnanchored({ entries, since, recorded }: Unanchored): string {
  const [day, time = ""] = since.split("T");
  const begun = `${plural(entries, "entry", "entries")} since ${time.slice(0, 5)} UTC on ${day}`;
  const verb = entries === 1 ? "is" : "are";
  if (recorded === entries)
    return `${begun} ${verb} not anchored yet; this machine's own record agrees with all of them`;
  const open = entries - recorded;
  const rest = open === entries ? "none of them is" : `the last ${open} ${open === 1 ? "is" : "are"} not`;
  return `${begun} ${verb} not anchored yet; ${rest} in this machine's own record: what happened to them would not be seen`;
}

/** 2: it could not be done, which says nothing about the log. The database's own words may hold values. */
function failed(error: unknown): number {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : "Unknown");
  return 2;
}

const work = given["begin-anew"] ? begin : verify;
process.exitCode = await work().catch(failed).finally(closeDatabase);
