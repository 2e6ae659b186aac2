import { t } from "@/lib/platform/language/translate";
import type { AuthorityState, Giver } from "./types";

export const authorityStateLabels: Record<AuthorityState, string> = {
  in_force: t("In force"),
  not_yet: t("Not in force yet"),
  expired: t("Expired"),
  revoked: t("Revoked"),
};

export const giverLabels: Record<Giver, string> = {
  client: t("The client"),
  guardian: t("A parent or guardian"),
};
