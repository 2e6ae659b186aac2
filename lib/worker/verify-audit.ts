import "server-only";
import { sql } from "drizzle-orm";
import { ask, closeDatabase } from "@/db/client";
import { readAnchors } from "@/lib/anchors/read-anchors";
import { problemWords } from "@/lib/audit/rules";
import type { AnchorsOf, ChainBreak, ChainReport } from "@/lib/audit/types";
import { verifyChain } from "@/lib/audit/verify-chain";
import { jobCtx } from "@/lib/jobs/job-ctx";
import { env } from "@/lib/platform/env";
import { plural } from "@/lib/platform/format";

/** The script behind `npm run audit:verify`: the log of every organisation, and what was anchored of it outside. */
async function verify(json: boolean): Promise<number> {
  const found = await ask<{ id: string }>(sql`select o as id from ctx.organisations(${env().SERVICE_TOKEN}) o`);
  const { organisations: anchored, unreadable } = await readAnchors();
  const ids = found.map(({ id }) => id);
  const reports: ChainReport[] = [];
  for (const id of ids) {
    const say = progress(json, reports);
    reports.push(await verifyChain(jobCtx(id), { anchors: anchored.get(id) ?? new Map(), onProgress: say }));
  }
  reports.push(...[...anchored].filter(([id]) => !ids.includes(id)).map(goneOf));
  const holds = reports.every(({ broken }) => broken === null);
  if (json) console.log(JSON.stringify({ holds, unreadableAnchors: unreadable, organisations: reports }));
  else summarise(reports, unreadable);
  return holds ? 0 : 1;
}

/** An organisation that was anchored and is not there any more. */
function goneOf([orgId, anchors]: [string, AnchorsOf]): ChainReport {
  const broken: ChainBreak = { orgId, seq: Math.min(...anchors.keys()), problem: "organisation" };
  return { orgId, entries: 0, anchors: 0, tokens: 0, clockBack: null, broken, breaks: 1 };
}

/** One line now and then, on the other stream, so that the result alone can be kept. */
function progress(json: boolean, done: readonly ChainReport[]) {
  let last = Date.now();
  return (entries: number) => {
    if (json || Date.now() - last < 2_000) return;
    last = Date.now();
    console.error(`  ${done.reduce((sum, one) => sum + one.entries, entries)} entries walked`);
  };
}

function summarise(reports: readonly ChainReport[], unreadable: number): void {
  const sum = (key: "entries" | "anchors" | "tokens") => reports.reduce((all, one) => all + one[key], 0);
  const walked = [plural(sum("entries"), "entry", "entries"), plural(sum("anchors"), "anchor")];
  const tokens = plural(sum("tokens"), "time stamp");
  if (unreadable > 0) console.log(`note    ${plural(unreadable, "line")} of the file of anchors cannot be read.`);
  for (const { orgId, clockBack } of reports) {
    if (!clockBack) continue;
    console.log(`note    Organisation ${orgId}: at entry ${clockBack.seq} the clock went back ${clockBack.seconds} s.`);
  }
  for (const { broken, breaks } of reports) {
    if (!broken) continue;
    const others = breaks > 1 ? ` (The first of ${plural(breaks, "break")}.)` : "";
    console.log(`BROKEN  Organisation ${broken.orgId}, entry ${broken.seq}: ${problemWords[broken.problem]}.${others}`);
  }
  const whole = reports.every(({ broken }) => broken === null);
  console.log(
    `${walked.join(", ")} and ${tokens} of ${plural(reports.length, "organisation")}${whole ? ": all hold" : ""}.`,
  );
}

/** 2: it could not be done, which says nothing about the log. The database's own words may hold values. */
function failed(error: unknown): number {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : "Unknown");
  return 2;
}

process.exitCode = await verify(process.argv.includes("--json")).catch(failed).finally(closeDatabase);
