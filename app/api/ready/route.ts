import { databaseAnswers } from "@/lib/kernel/access/ping";
import { workerAnswers } from "@/lib/kernel/jobs/queue-state";
import { inertPolicy, ofFiles } from "@/lib/platform/network/headers";
import { storageAnswers } from "@/lib/platform/storage/storage-answers";

export const dynamic = "force-dynamic";

/** For monitoring: 200 if database, storage and a worker answer. The doctor says which one does not. */
export async function GET(): Promise<Response> {
  const answers = await Promise.all([databaseAnswers(), storageAnswers(), workerAnswers().catch(() => false)]);
  const ready = answers.every(Boolean);
  const headers = { ...ofFiles(), "content-security-policy": inertPolicy };
  return Response.json({ status: ready ? "ready" : "not ready" }, { status: ready ? 200 : 503, headers });
}
