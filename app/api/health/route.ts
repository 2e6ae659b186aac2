import { databaseAnswers } from "@/lib/access/ping";
import { inertPolicy, ofFiles } from "@/lib/platform/headers";

export const dynamic = "force-dynamic";

/** For a load balancer: 200 when the database answers, 503 when it does not. Says nothing else. */
export async function GET(): Promise<Response> {
  const up = await databaseAnswers();
  const headers = { ...ofFiles(), "content-security-policy": inertPolicy };
  return Response.json({ status: up ? "up" : "database is away" }, { status: up ? 200 : 503, headers });
}
