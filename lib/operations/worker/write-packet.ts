import "server-only";
import { eq, sql } from "drizzle-orm";
import { ask, closeDatabase } from "@/db/client";
import { cases } from "@/db/schema";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { showcase } from "@/lib/operations/demo/showcase";
import { writeOutPacket } from "@/lib/packets/packets/building/write-out-packet";
import { type PacketKindKey, packetKindKeys } from "@/lib/packets/packets/types";
import { env } from "@/lib/platform/env";
import { readPeakMemory } from "@/lib/platform/read-peak-memory";
import { formatBytes, plural } from "@/lib/platform/text/format";

type Found = { ctx: Ctx; caseId: string; code: string };

/** The script behind `npm run packet`: one packet of one case into a folder, as the job would build it, not approved. */
async function write([folder = "", kind = "", code = ""]: readonly string[], json: boolean): Promise<number> {
  const known = packetKindKeys.find((packetKindKey) => packetKindKey === kind);
  if (!known) return stop(`There is no kind "${kind}". It is one of: ${packetKindKeys.join(", ")}.`);
  const found = await findCaseByCode(code);
  if (found === "several") return stop(`More than one organisation has a case ${code}.`);
  if (!found) return stop(code ? `There is no case ${code}.` : "The demonstration has no case.");
  return writeOne(found, known, folder, json);
}

async function writeOne({ ctx, caseId, code }: Found, kind: PacketKindKey, folder: string, json: boolean) {
  const began = performance.now();
  const { parts, originals, fails } = await writeOutPacket(ctx, { caseId, kind, folder });
  const seconds = (performance.now() - began) / 1000;
  const peakMb = readPeakMemory();
  if (json) console.log(JSON.stringify({ case: code, kind, folder, seconds, peakMb, parts, originals, fails }));
  else {
    for (const { name, size, pages } of parts)
      console.log(`  ${name}  ${formatBytes(size)}${pages ? `, ${plural(pages, "page")}` : ""}`);
    console.log(`${plural(originals, "original")} beside. Checklist: ${plural(fails, "line fails", "lines fail")}.`);
    console.log(`Written to ${folder} in ${seconds.toFixed(1)} s.`);
    console.log("Not approved: do not act on it. Every page says so, and nothing of it is signed.");
  }
  return 0;
}

/** Without a code: the showcase of the demonstration. */
async function findCaseByCode(code: string): Promise<Found | "several" | null> {
  const orgs = await ask<{ id: string }>(sql`select o as id from ctx.organisations(${env().SERVICE_TOKEN}) o`);
  const found: Found[] = [];
  for (const { id } of orgs) {
    const ctx = jobCtx(id);
    const rows = await withTransaction(ctx, "read only", ({ db }) =>
      db
        .select({ id: cases.id, code: cases.code })
        .from(cases)
        .where(code ? eq(cases.code, code) : eq(cases.pseudonym, showcase))
        .orderBy(cases.number)
        .limit(1),
    );
    found.push(...rows.map((row) => ({ ctx, caseId: row.id, code: row.code })));
  }
  return found.length > 1 ? "several" : (found[0] ?? null);
}

function stop(message: string): number {
  console.error(message);
  return 1;
}

function failed(error: unknown): number {
  console.error(error instanceof Error ? error.message : "Something went wrong.");
  return 2;
}

const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
process.exitCode = await write(words, process.argv.includes("--json")).catch(failed).finally(closeDatabase);
