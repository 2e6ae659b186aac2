import { findClock, type Law } from "@/lib/law/jurisdictions/rules";

/** How long a platform has after a TAKE IT DOWN notice, as the law data says. */
export function noticeHoursOf(law: Law): number {
  const limit = findClock("T-TIDA", law)?.limit;
  return limit?.unit === "hours" ? limit.amount : 48;
}
