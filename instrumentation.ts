import type { Instrumentation } from "next";

const isServer = () => process.env.NEXT_RUNTIME === "nodejs" && process.env.NEXT_PHASE !== "phase-production-build";

/** Next calls this once, before the web server answers anything. */
export async function register(): Promise<void> {
  if (!isServer()) return;
  const { keepTelemetry } = await import("@/lib/operations/telemetry/keep-telemetry");
  keepTelemetry("web");
  const { checkConfinement } = await import("@/lib/evidence/exhibits/check-confinement");
  void checkConfinement();
  const { keepAnchored } = await import("@/lib/kernel/anchors/keep-anchored");
  keepAnchored();
  if (process.env.NODE_ENV !== "production") return;
  const { keepConsoleShort } = await import("@/lib/operations/telemetry/keep-console-short");
  keepConsoleShort();
}

/** Next calls this for whatever a page, a route or an action throws and nobody catches. */
export const onRequestError: Instrumentation.onRequestError = async (error, { path, method }, { routeType }) => {
  if (!isServer()) return;
  const { noteFault } = await import("@/lib/operations/telemetry/note-fault");
  noteFault(error, { path, method, type: routeType });
};
