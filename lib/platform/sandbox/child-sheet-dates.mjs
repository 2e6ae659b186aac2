const DAY_MS = 86_400_000;
const BUILT_IN = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);
/** Formats of the East, which mean dates too. */
const isEastern = (id) => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** True when a number in this format is shown as a day or a time. Words in quotes and colours say nothing. */
export function isDateFormat(id, code) {
  if (code === undefined) return BUILT_IN.has(id) || isEastern(id);
  return /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "").replace(/general/i, ""));
}

/**
 * The day and time of a serial number: `2026-10-13`, or `2026-10-13T10:06` with a time; null for what is none. The
 * spreadsheets of 1900 count a 29 February that never was.
 */
export function dateOf(serial, since1904) {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return null;
  const start = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const at = new Date(start + Math.round((serial * DAY_MS) / 60_000) * 60_000).toISOString();
  if (serial < 1) return at.slice(11, 16);
  return serial % 1 === 0 ? at.slice(0, 10) : at.slice(0, 16);
}
