import { faults, inert } from "@/app/api/evidence/answers";
import { OffsetRefused } from "@/lib/evidence/exhibits/access";
import { problemFrom, problemOf } from "@/lib/integrations/api/operations/problems";
import type { ProblemKind } from "@/lib/integrations/api/rules";
import type { Problem } from "@/lib/integrations/api/types";
import { TooOften } from "@/lib/platform/errors";
import { StorageError } from "@/lib/platform/storage/storage";

export function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { ...inert, ...headers } });
}

function refuse(problem: Problem, headers: Record<string, string> = {}): Response {
  return answer(problem.status, problem, { "content-type": "application/problem+json", ...headers });
}

export const refuseAs = (kind: ProblemKind, headers?: Record<string, string>): Response =>
  refuse(problemOf(kind), headers);

/** What is expected to go wrong, as a problem. Anything else is rethrown. */
export function refusalOf(error: unknown, sent: unknown, isOfSchema: boolean): Response {
  if (error instanceof TooOften) return refuseAs("too_often", { "retry-after": String(error.seconds) });
  if (error instanceof OffsetRefused) return refuseAs("conflict");
  const fault = error instanceof StorageError ? faults[error.fault] : undefined;
  if (fault) return refuse({ ...problemOf("file"), status: fault.status, detail: fault.error });
  const problem = problemFrom(error, sent, isOfSchema);
  if (!problem) throw error;
  return refuse(problem, problem.status === 401 ? { "www-authenticate": "Bearer" } : {});
}
