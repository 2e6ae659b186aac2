import "server-only";
import { confinement } from "@/lib/platform/sandbox/confinement";

/** False if nothing confines the program that opens untrusted files: then they are stored but not opened. */
export async function filesAreOpened(): Promise<boolean> {
  return (await confinement()).way !== null;
}
