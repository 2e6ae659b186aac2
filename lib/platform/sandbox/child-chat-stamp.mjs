const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const SPACES = /[\u00a0\u202f\u2009]/g;
const FIRST = /^[[\d\u0660-\u0669\u06f0-\u06f9]/;
const PREFIX_MAX = 64;
/** WhatsApp began in 2009: an earlier year is another order of the numbers. */
const FIRST_YEAR = 2009;
const PREFIX =
  /^(\d{1,4}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{1,4})\.?(?:[,،]| (?:à|às|a las|um|at|kl\.?|om))? +(?:(오전|오후|上午|下午|午前|午後) ?)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?: ?h)?(?: ?([^\d\]:[]{1,14}))?$/u;

/** Without dots and spaces, lower case. */
const MORNING = new Set([
  "am",
  "a",
  "vm",
  "πμ",
  "오전",
  "上午",
  "午前",
  "ص",
  "damanhã",
  "delamañana",
  "delamadrugada",
  "matin",
]);
const EVENING = new Set([
  "pm",
  "p",
  "nm",
  "μμ",
  "오후",
  "下午",
  "午後",
  "م",
  "datarde",
  "danoite",
  "delatarde",
  "delanoche",
  "soir",
]);

/**
 * The stamp at the head of a line of an export and what follows it: `{ stamp, a, b, c, hour, minute, second, rest }`,
 * the three numbers of the date in the order of the file. Null for a line that begins no message. `odd` for one that
 * looks like a stamp and has a half of the day that we do not know.
 */
export function readHeader(line) {
  const from = line.replace(/^[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/, "");
  if (!FIRST.test(from)) return null;
  const isIos = from.startsWith("[");
  const end = isIos ? from.indexOf("]") : from.indexOf(" - ");
  if (end < 8 || end > PREFIX_MAX) return null;
  const stamp = latinDigits(
    from
      .slice(isIos ? 1 : 0, end)
      .replace(MARKS, "")
      .replace(SPACES, " "),
  ).trim();
  const read = PREFIX.exec(stamp);
  if (!read) return null;
  const rest = isIos ? from.slice(end + 1).replace(/^ /, "") : from.slice(end + 3);
  return { stamp, a: read[1], b: read[3], c: read[4], rest, ...timeOf(read) };
}

function timeOf([, , , , , before, hours, minutes, seconds, after]) {
  const half = (before ?? after ?? "").toLowerCase().replace(/[\s.]/g, "");
  const time = { hour: Number(hours), minute: Number(minutes), second: seconds === undefined ? null : Number(seconds) };
  if (half === "" || half === "uhr") return { ...time, odd: time.hour > 23 || time.minute > 59 };
  if (time.hour < 1 || time.hour > 12 || time.minute > 59) return { ...time, odd: true };
  if (MORNING.has(half)) return { ...time, hour: time.hour % 12, odd: false };
  if (EVENING.has(half)) return { ...time, hour: (time.hour % 12) + 12, odd: false };
  return { ...time, odd: true };
}

/** `2021-12-31` when the three numbers name a day in this order, otherwise null. */
export function dayOf({ a, b, c }, order) {
  const [year, month, day] = order === "ymd" ? [a, b, c] : order === "mdy" ? [c, a, b] : [c, b, a];
  if ((year.length !== 4 && year.length !== 2) || month.length > 2 || day.length > 2) return null;
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const at = new Date(Date.UTC(full, Number(month) - 1, Number(day)));
  const isDay = at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day);
  return full >= FIRST_YEAR && isDay ? at.toISOString().slice(0, 10) : null;
}

const two = (value) => String(value).padStart(2, "0");

/** `2021-12-31T23:59:58` as the clock on the wall showed it, or null for a day that never was. */
export function wallOf(header, order) {
  const day = dayOf(header, order);
  if (day === null) return null;
  return `${day}T${two(header.hour)}:${two(header.minute)}:${two(header.second ?? 0)}`;
}

/** Adds up, over a whole file, what speaks for and against each order of day, month and year. */
export function createOrderCount(latestDay) {
  const orders = ["dmy", "mdy", "ymd"].map((order) => ({ order, impossible: 0, back: 0, last: "" }));
  let rows = 0;
  let example = null;
  let same = true;

  function add(header) {
    rows += 1;
    const days = orders.map((one) => {
      const day = dayOf(header, one.order);
      if (day === null || day > latestDay) one.impossible += 1;
      else {
        if (day < one.last) one.back += 1;
        one.last = day;
      }
      return day;
    });
    if (days[0] !== days[1]) {
      same = false;
      example ??= header.stamp;
    }
  }

  /** The one order that the file allows; null, with an example, when it allows more than one or none. */
  function decide() {
    const least = Math.min(...orders.map((one) => one.impossible));
    if (least > rows / 10) return { order: null, example };
    let left = orders.filter((one) => one.impossible === least);
    if (same) left = left.filter((one) => one.order !== "mdy");
    if (left.length > 1 && left.some((one) => one.back === 0)) left = left.filter((one) => one.back === 0);
    return { order: left.length === 1 ? left[0].order : null, example };
  }

  return { add, decide, rows: () => rows };
}

function latinDigits(text) {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
