import { existsSync } from "node:fs";

/** Debian's place is not on everybody's path. @returns {string | undefined} */
export const findClamd = () =>
  ["/usr/sbin/clamd", "/usr/bin/clamd", "/usr/local/sbin/clamd", "/opt/homebrew/sbin/clamd"].find((path) =>
    existsSync(path),
  );

export const clamdPath = findClamd();
