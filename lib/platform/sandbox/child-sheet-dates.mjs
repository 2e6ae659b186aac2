const DAY_SECONDS = 86_400;
const BUILT_IN = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);
/** Formats of the East, which mean dates too. */
const isEastern = (id) => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
const ELAPSED = /\[(?:h+|m+|s+)\]/i;
/** The 29 February 1900 that never was. */
const NEVER = 60;
const LAST = "9999-12-31T23:59:59.000Z";

/** True when a number in this format is shown as a day or a time. Words in quotes and colours say nothing. */
export function isDateFormat(id, code) {
  if (code === undefined) return BUILT_IN.has(id) || isEastern(id);
  return isElapsed(id, code) || /[dmyhs]/i.test(bare(code).replace(/general/i, ""));
}

/** True for a span of time, which goes on behind 24 hours. */
export const isElapsed = (id, code) => (code === undefined ? id === 46 : ELAPSED.test(code));

const bare = (code) => code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "");

/**
 * The day and time of a serial number: `2026-10-13`, or `2026-10-13T10:06` with a time, and its seconds where there are
 * any; null for what is none. The spreadsheets of 1900 count a 29 February that never was.
 */
export function dateOf(serial, since1904) {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return null;
  if (!since1904 && Math.floor(serial) === NEVER) return null;
  const start = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < NEVER ? 31 : 30);
  const at = new Date(start + Math.round(serial * DAY_SECONDS) * 1000).toISOString();
  // A year of five digits, which no spreadsheet shows.
  if (at.length > LAST.length) return null;
  const end = at.slice(17, 19) === "00" ? 16 : 19;
  if (serial < 1) return at.slice(11, end);
  return serial % 1 === 0 ? at.slice(0, 10) : at.slice(0, end);
}

/** `36:00`, or `36:00:05` where there are seconds. */
export function spanOf(serial) {
  if (!Number.isFinite(serial) || serial < 0) return null;
  const seconds = Math.round(serial * DAY_SECONDS);
  const two = (number) => String(number).padStart(2, "0");
  const minutes = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? minutes : `${minutes}:${two(seconds % 60)}`;
}
