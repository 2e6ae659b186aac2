import type { FormState } from "@/app/_ui/form-state";
import type { PreflightView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

/** Under this name the checklist travels back with what was typed. */
export const preflightField = "preflight-result";

/** A check saves nothing, so everything typed is returned, with the checklist. */
export function checkedState(form: FormData, lines: readonly PreflightView[]): FormState {
  const fails = lines.filter((line) => line.result === "fail").length;
  const typed = [...form.entries()].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  const message =
    fails > 0
      ? t("Checked: {fails}.", { fails: plural(fails, "line fails", "lines fail") })
      : t("Checked: no line fails.");
  return {
    status: "failed",
    message: t("{message} The checklist is beside the form.", { message }),
    fields: {},
    values: { ...Object.fromEntries(typed), [preflightField]: JSON.stringify(lines) },
  };
}
