import { isCivilDate } from "@/lib/platform/time/calendar";
import type { ClaimedTime } from "./types";

/**
 * `Screenshot_20260412-101530.png`, `Screenshot 2026-04-12 at 10.15.30 AM.png`, `IMG-20260412-WA0003.jpg`,
 * `PXL_20260412_081530123.jpg`, `signal-2026-04-12-10-15-30-123.jpg`, `photo_2026-04-12_10-15-30.jpg`.
 */
const named =
  /(?<!\d)(20\d{2})([-_.]?)(\d{2})\2(\d{2})(?:(?: at |[-_ T.])(\d{1,2})([-_.:]?)(\d{2})(?:\6(\d{2})(?:[-_.]?\d{3})?)?(?:[\s\u202f]*([AP]M))?)?(?!\d)/i;

/** The day in such a name, where what follows is no time. */
const namedDay = /(?<!\d)(20\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)/;

/** The time that programs write into the name of a file; null if there is none. */
export function readNamedTime(originalName: string): ClaimedTime | null {
  const [raw, year, , month, day, hours, , minute, second = "00", half] = named.exec(originalName) ?? [];
  const date = `${year}-${month}-${day}`;
  if (raw && isCivilDate(date) && hours && minute) {
    const hour = hourOf(Number(hours), half?.toUpperCase());
    if (hour < 24 && Number(minute) < 60 && Number(second) < 60) {
      const wall = `${date}T${String(hour).padStart(2, "0")}:${minute}:${second}`;
      // Google's camera writes the time of Greenwich into its names.
      return { from: "name", wall, offset: /^PXL_/i.test(originalName) ? "+00:00" : null, raw };
    }
  }
  const [only, y, , m, d] = namedDay.exec(originalName) ?? [];
  const wall = `${y}-${m}-${d}`;
  return only && isCivilDate(wall) ? { from: "name", wall, offset: null, raw: only } : null;
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === "PM") return hour < 12 ? hour + 12 : hour;
  return half === "AM" && hour === 12 ? 0 : hour;
}
