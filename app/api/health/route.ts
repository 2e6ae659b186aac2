import { databaseAnswers } from "@/lib/access/ping";

export const dynamic = "force-dynamic";

/** For a load balancer: 200 when the database answers, 503 when it does not. Says nothing else. */
export async function GET(): Promise<Response> {
  const up = await databaseAnswers();
  return Response.json({ status: up ? "up" : "database is away" }, { status: up ? 200 : 503 });
}
