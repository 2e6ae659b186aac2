import "server-only";
import { confinement } from "@/lib/platform/sandbox/confinement";

/** What confines the program that opens untrusted files, as the health page reports it. */
export async function whatConfines(): Promise<"bubblewrap" | "landlock" | "node" | "none"> {
  return (await confinement()).way ?? "none";
}
