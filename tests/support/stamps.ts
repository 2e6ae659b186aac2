import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, asc, eq } from "drizzle-orm";
import { timestamps } from "@/db/schema";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { askAuthority } from "@/lib/platform/tsa/ask";
import { trustedRoots } from "@/lib/platform/tsa/authorities";
import { acceptToken } from "@/lib/platform/tsa/check-token";
import type { Trusted } from "@/lib/platform/tsa/path";
import { buildRequest } from "@/lib/platform/tsa/request";
import { tokenIn } from "@/lib/platform/tsa/response";
import { owner } from "./db";
import { startTimeAuthority, type TimeAuthority } from "./time-authority";

/** Starts so many time authorities and puts them into the settings: call it before anything reads these. */
export async function setAuthorities(...names: readonly string[]): Promise<TimeAuthority[]> {
  const started = await Promise.all(names.map((name) => startTimeAuthority({ name })));
  const file = join(tmpdir(), `time-roots-${randomBytes(6).toString("hex")}.pem`);
  writeFileSync(file, started.map(({ caFile }) => readFileSync(caFile, "utf8")).join("\n"));
  process.env.TSA_URLS = started.map(({ url }) => url).join(",");
  process.env.TSA_CA_FILE = file;
  return started;
}

/** How an authority is called in the tables. */
export const hostOf = ({ url }: TimeAuthority): string => new URL(url).host;

/** A token over a hash, asked of a real authority and believed. */
export async function tokenOver(authority: TimeAuthority, sha256: string): Promise<Buffer> {
  return tokenOf(authority, { sha256, trusted: await trustedRoots() });
}

/** The same with roots that are at hand. */
export async function tokenOf({ url }: TimeAuthority, over: { sha256: string; trusted: Trusted }): Promise<Buffer> {
  const { bytes, nonce } = buildRequest(over.sha256);
  return acceptToken(tokenIn(await askAuthority(url, bytes)), { ...over, nonce, now: new Date() }).token;
}

/** The rows of an exhibit, oldest first. */
export function stampRows(ctx: Ctx, exhibitId: string) {
  return withTransaction(ctx, "read only", ({ db }) =>
    db.select().from(timestamps).where(eq(timestamps.exhibitId, exhibitId)).orderBy(asc(timestamps.id)),
  );
}

/** As if this authority's stamp, or every one, had come. */
export async function holdStamps(ctx: Ctx, exhibitId: string, authority?: string): Promise<void> {
  const which = and(eq(timestamps.exhibitId, exhibitId), authority ? eq(timestamps.authority, authority) : undefined);
  await withTransaction(ctx, "read write", ({ db }) => db.update(timestamps).set({ state: "held" }).where(which));
}

/** When the waiting jobs of an exhibit may be taken, soonest first. */
export async function stampJobs(exhibitId: string): Promise<Date[]> {
  const jobs = await owner()`select start_after from pgboss.job
    where name = 'exhibit.stamp' and data->>'exhibitId' = ${exhibitId} order by start_after`;
  return jobs.map((job) => job.start_after as Date);
}
