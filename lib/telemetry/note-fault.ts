import "server-only";
import { describeError } from "@/lib/platform/describe-error";
import { log } from "@/lib/platform/log";
import { readRouteOf } from "@/lib/platform/telemetry/routes";

/** What Next knows of the request under which something broke. */
export type Under = { path: string; method: string; type: string };

const types = ["render", "route", "action", "proxy"];
const noted = new WeakSet<object>();
let routeOf: ReturnType<typeof readRouteOf> | undefined;

/** One line for a page, a route or an action that broke: which one by its pattern, and what by kind, code and place. */
export function noteFault(error: unknown, { path, method, type }: Under): void {
  routeOf ??= readRouteOf();
  if (typeof error === "object" && error !== null) noted.add(error);
  const where = { route: routeOf(path), method: /^[A-Z]{1,10}$/.test(method) ? method : "other" };
  log().error({ ...where, type: types.find((one) => one === type) ?? "other", ...describeError(error) }, "it broke");
}

/**
 * Next prints errors with their messages, which may hold what somebody typed. From here on they become lines of ours;
 * those that were noted with their route are not said twice.
 */
export function keepConsoleShort(): void {
  const write = console.error.bind(console);
  console.error = (...said: unknown[]) => {
    const errors = said.filter((one) => one instanceof Error);
    const [traced] = said.filter((one) => typeof one === "string" && /\n {4}at /.test(one));
    if (errors.length === 0 && traced === undefined) return write(...said);
    for (const error of errors) if (!noted.has(error)) log().error(describeError(error), "it broke outside a request");
    if (errors.length === 0) log().error({ kind: "text" }, "it broke outside a request");
  };
}
