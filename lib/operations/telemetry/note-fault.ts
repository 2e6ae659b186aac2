import "server-only";
import { describeError, noted } from "@/lib/platform/describe-error";
import { log } from "@/lib/platform/log";
import { readRouteOf } from "@/lib/platform/telemetry/routes";

/** What Next knows of the request under which something broke. */
export type Under = { path: string; method: string; type: string };

const types = ["render", "route", "action", "proxy"];
let routeOf: ReturnType<typeof readRouteOf> | undefined;

/** One line for a page, a route or an action that broke: which one by its pattern, and what by kind, code and place. */
export function noteFault(error: unknown, { path, method, type }: Under): void {
  routeOf ??= readRouteOf();
  if (typeof error === "object" && error !== null) noted.add(error);
  const where = { route: routeOf(path), method: /^[A-Z]{1,10}$/.test(method) ? method : "other" };
  log().error(
    { ...where, type: types.find((candidate) => candidate === type) ?? "other", ...describeError(error) },
    "it broke",
  );
}
