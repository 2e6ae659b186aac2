import { builtScript, isBuilt } from "./build.mjs";
import { inRoot, isImage } from "./paths.mjs";

/** The scripts of the command line, by their names, and where each lies. The build compiles them beside the worker. */
export const scripts = {
  "bring-keys": "lib/operations/worker/bring-keys.ts",
  "make-backup": "lib/operations/worker/make-backup.ts",
  "note-drill": "lib/operations/worker/note-drill.ts",
  "print-checks": "lib/operations/worker/print-checks.ts",
  "print-erased": "lib/operations/worker/print-erased.ts",
  "restore-backup": "lib/operations/worker/restore-backup.ts",
  "take-mail": "lib/operations/worker/take-mail.ts",
  "verify-audit": "lib/operations/worker/verify-audit.ts",
  "verify-evidence": "lib/operations/worker/verify-evidence.ts",
  "work-keys": "lib/operations/worker/work-keys.ts",
  "write-packet": "lib/operations/worker/write-packet.ts",
  "read-at-start": "lib/law/jurisdictions/read-at-start.ts",
};

/** From source, in a clone: `tsx` is a package of development. */
export const fromSource = ["--conditions=react-server", "--import", "tsx"];

let built;

/**
 * The arguments by which Node runs a script: compiled where the build is of these sources, from source otherwise. An image
 * has the compiled ones alone.
 */
export function runOf(name) {
  built ??= isImage || isBuilt();
  return built ? ["--conditions=react-server", builtScript(name)] : [...fromSource, inRoot(scripts[name])];
}
