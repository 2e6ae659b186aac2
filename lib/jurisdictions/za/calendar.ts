import { cite } from "@/lib/jurisdictions/common/cite";
import type { HolidayCalendar } from "@/lib/platform/calendar";

/** South African public holidays, computed for every year; a Sunday passes its holiday to the Monday. */
export const calendar: HolidayCalendar = {
  weekendRule: "sunday_to_monday",
  holidays: [
    { name: "New Year's Day", rule: { on: "fixed", month: 1, day: 1 } },
    { name: "Human Rights Day", rule: { on: "fixed", month: 3, day: 21 } },
    { name: "Good Friday", rule: { on: "easter", offset: -2 } },
    { name: "Family Day", rule: { on: "easter", offset: 1 } },
    { name: "Freedom Day", rule: { on: "fixed", month: 4, day: 27 } },
    { name: "Workers' Day", rule: { on: "fixed", month: 5, day: 1 } },
    { name: "Youth Day", rule: { on: "fixed", month: 6, day: 16 } },
    { name: "National Women's Day", rule: { on: "fixed", month: 8, day: 9 } },
    { name: "Heritage Day", rule: { on: "fixed", month: 9, day: 24 } },
    { name: "Day of Reconciliation", rule: { on: "fixed", month: 12, day: 16 } },
    { name: "Christmas Day", rule: { on: "fixed", month: 12, day: 25 } },
    { name: "Day of Goodwill", rule: { on: "fixed", month: 12, day: 26 } },
  ],
  // One-off days (elections, days of mourning) are proclaimed one by one and added here.
  proclaimed: [],
};

export const calendarSources = [
  cite("Public holidays and the Sunday rule; court days leave out weekends and holidays.", "General knowledge", "G"),
];
