/** How long the pieces of a file count as one reading, after the last that was logged. */
const oneReadingMs = 30 * 60_000;
const most = 10_000;

/**
 * Which readings of files were logged a short while ago. A viewer asks for one file in many pieces, and one line says
 * it all; a piece from the middle that no logged reading goes before is a reading of its own, and is logged like one.
 * Kept in this process: another one logs a line more, never a line less.
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
