import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { HeldView, ReleaseState } from "./types";

export const releaseStateLabels: Record<ReleaseState, string> = labelTable(() => ({
  in_force: t("In force"),
  ends_soon: t("Ends soon"),
  expired: t("Expired"),
  revoked: t("Revoked"),
}));

const ways: Record<HeldView["how"], string> = labelTable(() => ({
  portal: t("in the portal"),
  paper: t("on paper"),
  link: t("by a link"),
}));

/** `CD-26-0001-P1, version 2, in the portal, with its sealed annex` */
export function heldWords({ code, version, how, withAnnex }: HeldView): string {
  return t("{code}, version {version}, {ways}{value}", {
    code,
    version,
    ways: ways[how],
    value: withAnnex ? t(", with its sealed annex") : "",
  });
}
