import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFiles } from "@/lib/kernel/access/case-files";
import { askExport } from "@/lib/operations/exports/ask-export";
import { buildExport } from "@/lib/operations/exports/build-export";
import { takeExport } from "@/lib/operations/exports/take-export";
import type { Org, Person } from "./org";

export const why = "The client wants her whole file";

/** Asked for, made by the job, taken and unpacked by `unzip` into a folder of its own. */
export async function unpackExport(org: Org, who: Person, exportId: string): Promise<string> {
  await buildExport(org.service(), { exportId });
  const ctx = await org.confirmed(who);
  const { keyId, fileId } = await takeExport(ctx, { exportId });
  const { stream } = await (await openFiles(ctx, keyId)).open(fileId);
  const folder = mkdtempSync(join(tmpdir(), "folder-"));
  writeFileSync(join(folder, "x.zip"), Buffer.from(await new Response(stream).arrayBuffer()));
  execFileSync("unzip", ["-q", join(folder, "x.zip"), "-d", join(folder, "out")]);
  return join(folder, "out");
}

export async function askFor(org: Org, who: Person, caseId?: string): Promise<string> {
  const { id } = await askExport(await org.confirmed(who), { ...(caseId ? { caseId } : {}), reason: why });
  return id;
}
