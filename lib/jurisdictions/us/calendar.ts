import { cite } from "@/lib/jurisdictions/common/cite";
import type { HolidayCalendar } from "@/lib/platform/calendar";

/** US federal holidays. A Saturday is kept on the Friday before, a Sunday on the Monday after. */
export const calendar: HolidayCalendar = {
  weekendRule: "nearest_weekday",
  holidays: [
    { name: "New Year's Day", rule: { on: "fixed", month: 1, day: 1 } },
    { name: "Martin Luther King Jr. Day", rule: { on: "nth", month: 1, weekday: 1, nth: 3 } },
    { name: "Washington's Birthday", rule: { on: "nth", month: 2, weekday: 1, nth: 3 } },
    { name: "Memorial Day", rule: { on: "nth", month: 5, weekday: 1, nth: -1 } },
    { name: "Juneteenth", rule: { on: "fixed", month: 6, day: 19 }, from: 2021 },
    { name: "Independence Day", rule: { on: "fixed", month: 7, day: 4 } },
    { name: "Labor Day", rule: { on: "nth", month: 9, weekday: 1, nth: 1 } },
    { name: "Columbus Day", rule: { on: "nth", month: 10, weekday: 1, nth: 2 } },
    { name: "Veterans Day", rule: { on: "fixed", month: 11, day: 11 } },
    { name: "Thanksgiving Day", rule: { on: "nth", month: 11, weekday: 4, nth: 4 } },
    { name: "Christmas Day", rule: { on: "fixed", month: 12, day: 25 } },
  ],
  proclaimed: [],
};

export const calendarSources = [cite("US federal holidays and the weekend rule.", "General knowledge", "G")];
