import { whatConfines } from "@/lib/evidence/exhibits/what-confines";
import { databaseAnswers } from "@/lib/kernel/access/ping";
import { t } from "@/lib/platform/language/translate";
import { inertPolicy, ofFiles } from "@/lib/platform/network/headers";

export const dynamic = "force-dynamic";

/**
 * For a load balancer: 200 when the database answers, 503 when it does not. Says also what confines the program that
 * opens files ("none": then none is opened), and nothing else.
 */
export async function GET(): Promise<Response> {
  const [up, files] = await Promise.all([databaseAnswers(), whatConfines()]);
  const headers = { ...ofFiles(), "content-security-policy": inertPolicy };
  return Response.json({ status: up ? "up" : t("database is away"), files }, { status: up ? 200 : 503, headers });
}
