const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const SPACES = /[\t\u00a0\u202f\u2009]/g;
const FIRST = /^[[\p{Nd}]/u;
const PREFIX_MAX = 64;
/** WhatsApp began in 2009: an earlier year is another order of the numbers. */
const FIRST_YEAR = 2009;
/** The years of the Buddhist calendar, which Thailand writes, are 543 ahead. */
const BUDDHIST = 543;

const DAY = String.raw`(?<a>\d{1,4}) ?(?<mark>[./-]) ?(?<b>\d{1,2}) ?\k<mark> ?(?<c>\d{1,4})\.?`;
/** The separator between date and time, in the languages that write more than a comma. */
const BETWEEN = "(?: [гm]\\.)?(?:[,،]| (?:à|às|a las|um|at|kl\\.?|klo|om|u))? +";
const WORD = String.raw`[^\d\]:[,()\p{Cc}]{1,16}?`;
const CLOCK = String.raw`\(?(?:(?<before>${WORD}) ?)?(?<hour>\d{1,2})(?:[:.]| h )(?<minute>\d{1,2})(?:(?:[:.]| min )(?<second>\d{1,2}))?(?: ?[hs]\b)?(?: ?(?<after>${WORD}))?\)?`;
const DAY_FIRST = new RegExp(`^${DAY}${BETWEEN}${CLOCK}$`, "u");
const TIME_FIRST = new RegExp(`^${CLOCK},? ${DAY}$`, "u");

/** Without dots and spaces, lower case; from the Unicode locale data and from exports seen. None is in both lists. */
const MORNING = new Set(
  "am чam a vm πμ 오전 上午 午前 凌晨 清晨 早上 ص قظ صبح damanhã delamañana delamadrugada matin ጥዋት dop ap rn de fh тң ກ່ອນທ່ຽງ priešpiet priekšp претпл үө pg နံနက် पूर्वाह्न පෙව gh pd fm goöň öö дп to sa àárọ̀ sf n’ụtụtụ".split(
    " ",
  ),
);
const EVENING = new Set(
  "pm чpm p nm μμ 오후 下午 午後 傍晚 晚上 م بظ شام datarde danoite delatarde delanoche soir ከሰዓት odp ip in du eh тк ຫຼັງທ່ຽງ popiet pēcp попл үх ptg ညနေ अपराह्न පව pop gd md em gosoň ös пп tk ch ọ̀sán ym n’abalị".split(
    " ",
  ),
);
/** Around noon: 11 is before it, 12 and 1 are not. */
const NOON = new Set(["中午"]);

/**
 * The stamp at the start of a line of an export and what follows it: `{ stamp, a, b, c, hour, minute, second, rest }`,
 * the three numbers of the date in file order. Null for a line that starts no message. `odd` for one that looks like a
 * stamp but has an unknown AM/PM word; `ending` is what ends it: "]" as on an iPhone, "-" as on Android, or only ":",
 * as in exports before 2017.
 */
export function readHeader(line) {
  const from = line.replace(/^[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/, "");
  if (!FIRST.test(from)) return null;
  if (from.startsWith("[")) return headerOf(from, { ending: "]", start: 1, end: from.indexOf("]"), rest: 1 });
  return (
    headerOf(from, { ending: "-", start: 0, end: from.indexOf(" - "), rest: 3 }) ??
    headerOf(from, { ending: ":", start: 0, end: from.indexOf(": "), rest: 1 })
  );
}

function headerOf(from, { ending, start, end, rest }) {
  if (end < 8 || end > PREFIX_MAX) return null;
  const stamp = latinDigits(from.slice(start, end).replace(MARKS, "").replace(SPACES, " ")).trim();
  const read = (DAY_FIRST.exec(stamp) ?? TIME_FIRST.exec(stamp))?.groups;
  if (!read) return null;
  const words = from.slice(end + rest);
  const { a, b, c } = read;
  return { stamp, a, b, c, rest: rest === 1 ? words.replace(/^ /, "") : words, ending, ...timeOf(read) };
}

function timeOf({ before, after, hour: hours, minute: minutes, second: seconds }) {
  const half = (before ?? after ?? "").toLowerCase().replace(/[\s.]/g, "");
  const time = { hour: Number(hours), minute: Number(minutes), second: seconds === undefined ? null : Number(seconds) };
  if (time.minute > 59 || (time.second ?? 0) > 59) return { ...time, odd: true };
  if (time.hour > 23) return { ...time, odd: true };
  if (half === "" || half === "uhr") return { ...time, odd: false };
  // Some phones count from 0 to 11, and some add AM/PM to a 24-hour time: `00:08 am`, `午後0:30`, `23:59 pm`.
  if (time.hour > 12) return { ...time, odd: !EVENING.has(half) };
  if (MORNING.has(half) || (NOON.has(half) && time.hour === 11)) return { ...time, hour: time.hour % 12, odd: false };
  if (EVENING.has(half) || NOON.has(half)) return { ...time, hour: (time.hour % 12) + 12, odd: false };
  return { ...time, odd: true };
}

/** `2021-12-31` when the three numbers name a day in this order, otherwise null. */
export function dayOf({ a, b, c }, order) {
  const [year, month, day] = order === "ymd" ? [a, b, c] : order === "mdy" ? [c, a, b] : [c, b, a];
  if ((year.length !== 4 && year.length !== 2) || month.length > 2 || day.length > 2) return null;
  const written = year.length === 2 ? 2000 + Number(year) : Number(year);
  const full = written >= FIRST_YEAR + BUDDHIST ? written - BUDDHIST : written;
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
    const days = orders.map((order) => {
      const day = dayOf(header, order.order);
      if (day === null || day > latestDay) order.impossible += 1;
      else {
        if (day < order.last) order.back += 1;
        order.last = day;
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
    const least = Math.min(...orders.map((order) => order.impossible));
    if (least > rows / 10) return { order: null, example };
    let left = orders.filter((order) => order.impossible === least);
    if (same) left = left.filter((tally) => tally.order !== "mdy");
    if (left.length > 1 && left.some((tally) => tally.back === 0)) left = left.filter((tally) => tally.back === 0);
    return { order: left.length === 1 ? left[0].order : null, example };
  }

  return { add, decide, rows: () => rows };
}

/** Where the digits of the scripts begin that phones write dates in. */
const ZEROS = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0,
  0xff10,
];

function latinDigits(text) {
  return text.replace(/[^\d\P{Nd}]/gu, (digit) => {
    const code = digit.codePointAt(0);
    const zero = ZEROS.find((value) => code >= value && code < value + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}
