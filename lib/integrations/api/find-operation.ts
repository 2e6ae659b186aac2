import "server-only";
import { operations } from "./operations/all";
import type { ApiOperation } from "./types";

type Found = { operation: ApiOperation; params: Record<string, string> };

/**
 * The operation of an address below `/api/v1`, with the parameters in it.
 * @returns the methods that the address takes where it is another; none: there is no such address
 */
export function findOperation(method: string, segments: readonly string[]): Found | { allowed: string[] } {
  const here = operations.flatMap((operation) => {
    const params = paramsOf(operation.path, segments);
    return params ? [{ operation, params }] : [];
  });
  const found = here.find(({ operation }) => operation.method === method);
  return found ?? { allowed: [...new Set(here.map(({ operation }) => operation.method))] };
}

function paramsOf(path: string, segments: readonly string[]): Record<string, string> | null {
  const parts = path.split("/").slice(1);
  if (parts.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    const segment = segments[at] ?? "";
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name) params[name] = segment;
    else if (part !== segment) return null;
  }
  return params;
}
