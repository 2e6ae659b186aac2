import "server-only";
import { confinement } from "@/lib/platform/sandbox/confinement";

/** What confines the program that opens strangers' files, as the health page says it. */
export async function whatConfines(): Promise<"bubblewrap" | "landlock" | "node" | "none"> {
  return (await confinement()).way ?? "none";
}
