/** How long the pieces of a file count as one reading, after the last that was logged. */
const oneReadingMs = 30 * 60_000;
const most = 10_000;

/**
 * Which reads of files were logged recently. A viewer requests one file in many ranges, and one log line covers them; a
 * range from the middle without a preceding logged read is a separate read, and is logged as one. Kept in this process:
 * another process logs one line more, never one less.
 */
export function createReadings() {
  const logged = new Map<string, number>();
  return {
    /** True when this request has to be logged. `reading` says who reads which file, and how. */
    begins: (request: Request, reading: string, now = Date.now()): boolean => {
      const at = logged.get(reading);
      return isFirstPiece(request) || at === undefined || now - at > oneReadingMs;
    },
    note: (reading: string, now = Date.now()): void => {
      if (logged.size >= most) logged.clear();
      logged.set(reading, now);
    },
  };
}

/** The first bytes, or all of them. */
function isFirstPiece(request: Request): boolean {
  const range = request.headers.get("range");
  return range === null || /^bytes=0+-/.test(range.trim());
}

export const readings = createReadings();
