/** Next calls this once, before the web server answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { keepTelemetry } = await import("@/lib/telemetry/keep-telemetry");
  keepTelemetry("web");
}
