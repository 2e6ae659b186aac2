/** The day on which the messages are read. */
export const messagesToday = "2026-11-24";

export type CasRow = { text: string; number: string | null; station: string | null; doubt: boolean };

/**
 * Reads a table of messages, one a line: `text => Station CAS 1/2/2026`, with `? ` before what is only a guess, or
 * `text => nothing`. A number without a station is always a doubt.
 */
export function casRows(table: string): CasRow[] {
  return table
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [text = "", wanted = ""] = line.split(" => ");
      if (wanted === "nothing") return { text, number: null, station: null, doubt: false };
      const match = /^(\? )?(?:(.+) )?CAS (\S+)$/.exec(wanted);
      if (!match) throw new Error(`No reading: ${line}`);
      const [, guess, station, number = ""] = match;
      return { text, number, station: station ?? null, doubt: guess !== undefined || station === undefined };
    });
}
