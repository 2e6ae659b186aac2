import type { CaseClock, ClockAlert } from "@/lib/law/clocks/types";

/** A deadline of the law on a step, due on 24 Nov 2026, that tells on the day and on the day after. */
export function sampleClock(change: Partial<CaseClock> = {}): CaseClock {
  return {
    key: "step:sworn-statement:T-SAMPLE",
    code: "T-SAMPLE",
    title: "Sample deadline",
    stepKey: "sworn-statement",
    stepTitle: "Sworn statement",
    kind: "L",
    waitsOn: null,
    startedOn: "2026-11-10",
    dueOn: "2026-11-24",
    dueAt: null,
    state: "soon",
    words: "Due today",
    why: "14 days from sample",
    afterwards: "Do the next thing.",
    daysLeft: 0,
    alerts: [alertOn("due", "2026-11-24"), alertOn("overdue", "2026-11-25", "urgent")],
    sources: [],
    warning: null,
    ...change,
  };
}

export function alertOn(name: string, on: string, urgency: ClockAlert["urgency"] = "digest", at?: string): ClockAlert {
  return { name, on, at: at ? new Date(at) : null, urgency };
}
