import "server-only";
import { confinement } from "@/lib/platform/sandbox/confinement";

/** False where nothing confines the program that opens strangers' files: then they are kept, and not looked into. */
export async function filesAreOpened(): Promise<boolean> {
  return (await confinement()).way !== null;
}
