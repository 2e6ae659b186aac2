import { inert } from "@/app/api/evidence/answers";
import { describeApi } from "@/lib/integrations/api/describe-api";

/** What the API is, by OpenAPI 3.1: the same for everybody, and nothing of any organisation. */
export function GET(): Response {
  return Response.json(describeApi(), {
    headers: { ...inert, "content-type": "application/openapi+json;version=3.1" },
  });
}
