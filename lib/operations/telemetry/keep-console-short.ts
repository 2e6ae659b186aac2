import "server-only";
import { describeError, noted } from "@/lib/platform/describe-error";
import { log } from "@/lib/platform/log";

/**
 * Next prints errors with their messages, which may contain what somebody typed. From here on they become our own log
 * lines; errors already logged with their route are not repeated.
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
