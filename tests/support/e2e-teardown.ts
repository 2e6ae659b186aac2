import { rmSync } from "node:fs";

/** The servers are gone by their own shutdown; what they kept goes too. */
export default function removeWorld(): void {
  const world = process.env.E2E_FOLDER;
  if (world) rmSync(world, { recursive: true, force: true });
}
