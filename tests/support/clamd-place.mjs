import { existsSync } from "node:fs";

/** Debian's place is not on everybody's path. */
export const clamdPath = [
  "/usr/sbin/clamd",
  "/usr/bin/clamd",
  "/usr/local/sbin/clamd",
  "/opt/homebrew/sbin/clamd",
].find((path) => existsSync(path));
