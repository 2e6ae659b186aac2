import "server-only";
import { log } from "@/lib/platform/log";
import { confinement } from "@/lib/platform/sandbox/confinement";

/** False where nothing confines the program that opens strangers' files: then they are kept, and not looked into. */
export async function filesAreOpened(): Promise<boolean> {
  return (await confinement()).way !== null;
}

/** What confines it, as the health page says it. */
export async function whatConfines(): Promise<"bubblewrap" | "landlock" | "node" | "none"> {
  return (await confinement()).way ?? "none";
}

/** Looked for when a process starts, so that nobody waits for it and whoever runs the server reads it in the log. */
export async function checkConfinement(): Promise<void> {
  const { way } = await confinement();
  if (way === null || way === "node")
    log().warn({ way }, "the system does not confine what opens files: ask the doctor");
}
