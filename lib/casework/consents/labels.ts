import type { ConsentGround, ConsentPurpose, ConsentWay } from "@/lib/casework/cases/types";
import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";

export const groundLabels: Record<ConsentGround, string> = labelTable(() => ({
  consent: t("The client agreed"),
  vital_interest: t("Danger to life or health: the client could not be asked"),
  other: t("Another lawful ground"),
}));

export const wayLabels: Record<ConsentWay, string> = labelTable(() => ({
  read_back: t("Said on the phone, and read back to the client"),
  signed_here: t("Signed here, on this screen"),
  own_page: t("Signed by the client on her own page"),
  on_paper: t("On paper: the scan or photo is added to the evidence"),
}));

export const purposeLabels: Record<ConsentPurpose, string> = {
  help: t("To help and advise the client"),
  record: t("To write down what happened, and keep it"),
  evidence: t("To keep evidence, such as pictures and messages"),
  police: t("To prepare a report for police or a court"),
  numbers: t("To count the case in statistics without a name"),
};
