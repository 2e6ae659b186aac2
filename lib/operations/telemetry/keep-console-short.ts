import "server-only";
import { describeError, noted } from "@/lib/platform/describe-error";
import { log } from "@/lib/platform/log";

/**
 * Next prints errors with their messages, which may contain what somebody typed. From here on they become our own log
 * lines; errors already logged with their route are not repeated.
 */
export function keepConsoleShort(): void {
  const write = console.error.bind(console);
  console.error = (...values: unknown[]) => {
    const errors = values.filter((value) => value instanceof Error);
    const [traced] = values.filter((value) => typeof value === "string" && /\n {4}at /.test(value));
    if (errors.length === 0 && traced === undefined) return write(...values);
    for (const error of errors) if (!noted.has(error)) log().error(describeError(error), "it broke outside a request");
    if (errors.length === 0) log().error({ kind: "text" }, "it broke outside a request");
  };
}
