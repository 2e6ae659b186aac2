import type { CivilDate } from "@/lib/platform/time/calendar";

export const serviceKinds = ["shelter", "counsellor", "lawyer", "care_centre", "clinic", "partner", "other"] as const;

export type ServiceKind = (typeof serviceKinds)[number];

/** A service to which clients are referred. `checkedOn`: when somebody last checked its details. */
export type Service = {
  id: string;
  kind: ServiceKind;
  /** In the words under which it was chosen. */
  kindText: string;
  /** As the form that corrects it sends it. */
  kindValue: string;
  name: string;
  area: string | null;
  phone: string | null;
  email: string | null;
  hours: string | null;
  note: string | null;
  checkedOn: CivilDate;
  retiredAt: Date | null;
  addedBy: string;
};
