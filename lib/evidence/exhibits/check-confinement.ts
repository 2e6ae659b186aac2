import { t } from "@/lib/platform/language/translate";
import "server-only";
import { log } from "@/lib/platform/log";
import { confinement } from "@/lib/platform/sandbox/confinement";

/** Checked when a process starts, so that nobody waits for it and the operator finds the result in the log. */
export async function checkConfinement(): Promise<void> {
  const { way } = await confinement();
  if (way === null || way === "node")
    log().warn({ way }, t("the system does not confine what opens files: ask the doctor"));
}
