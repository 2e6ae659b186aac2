import { t } from "@/lib/platform/language/translate";
import type { ServiceKind } from "./types";

export const serviceKindLabels: Record<ServiceKind, string> = {
  shelter: t("Shelter"),
  counsellor: t("Counsellor"),
  lawyer: t("Lawyer or legal aid"),
  care_centre: t("Care centre, such as a Thuthuzela Care Centre"),
  clinic: t("Clinic or hospital"),
  partner: t("Partner organisation"),
  other: t("Other service"),
};
