import type { CivilDate } from "@/lib/platform/time/calendar";

export type AbsenceState = "coming" | "now" | "over";

export type AbsenceView = {
  id: string;
  memberId: string;
  name: string;
  coverId: string;
  coverName: string;
  fromOn: CivilDate;
  untilOn: CivilDate;
  state: AbsenceState;
  endedAt: Date | null;
};

/** An absent member: for pickers, boards and mails. `code` and `coverCode` identify people without names. */
export type Away = {
  memberId: string;
  name: string;
  code: string;
  coverId: string;
  coverName: string;
  coverCode: string;
  untilOn: CivilDate;
};
