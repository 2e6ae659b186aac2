import { offsetOf } from "@/lib/evidence/captures/rules";
import type { ArrivalBody } from "./types";

/** Of one file that may wait on a device, in bytes. Our own default, kind D: a larger one is sent from a case. */
export const maxWaitingFileBytes = 64 * 1024 * 1024;

/** Plain bytes in each sealed piece of a file; the last one may be shorter. */
export const pieceBytes = 1024 * 1024;

export const bodyPlace = (row: string) => ({ table: "arrivals", column: "body", row });

export const readBody = (json: string): ArrivalBody => JSON.parse(json) as ArrivalBody;

/** When it was made: by the device's clock, set right by what that clock said when it sent. Never in the future. */
export function madeInstant(madeAt: number, sentAt: number, now: Date): Date {
  return new Date(Math.min(madeAt - offsetOf(sentAt, now) * 1000, now.getTime()));
}

/** Whether what was typed offline is the code name or the code of this case. */
export function isNamed(typed: string, { code, pseudonym }: { code: string; pseudonym: string }): boolean {
  const plain = (text: string) => text.trim().replaceAll(/\s+/g, " ").toLowerCase();
  return plain(typed) !== "" && [plain(code), plain(pseudonym)].includes(plain(typed));
}

/** What an exhibit is called until somebody says it better. */
export function describedAs(description: string, fileName: string): string {
  const said = (description || fileName).slice(0, 300).trim();
  return said.length < 3 ? "File from a device" : said;
}
