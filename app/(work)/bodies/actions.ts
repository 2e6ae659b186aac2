"use server";

import { formAction } from "@/app/form-action";
import { addBody } from "@/lib/organisation/bodies/commands/add-body";
import { changeBody } from "@/lib/organisation/bodies/commands/change-body";
import { confirmBodies } from "@/lib/organisation/bodies/commands/confirm-bodies";
import { mergeBody } from "@/lib/organisation/bodies/commands/merge-body";
import { reportBody } from "@/lib/organisation/bodies/commands/report-body";
import { restoreBody } from "@/lib/organisation/bodies/commands/restore-body";
import { retireBody } from "@/lib/organisation/bodies/commands/retire-body";
import { settleReport } from "@/lib/organisation/bodies/commands/settle-report";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

const refresh = "/bodies";

export const addBodyAction = formAction(addBody, { refresh, goTo: ({ id }) => `/bodies/${id}` });

export const changeBodyAction = formAction(changeBody, {
  refresh,
  saved: t("Saved. The details count as confirmed today."),
});

export const confirmBodiesAction = formAction(confirmBodies, {
  refresh,
  input: (form) => ({ bodyRefs: form.getAll("bodyRefs").map(String), expiresOn: form.get("expiresOn") }),
  saved: ({ confirmed }) => t("Confirmed: {entries}.", { entries: plural(confirmed, "entry", "entries") }),
});

export const reportBodyAction = formAction(reportBody, {
  refresh,
  saved: t("Reported. Everybody sees that this entry is in doubt."),
});

export const settleReportAction = formAction(settleReport, { refresh, saved: t("Settled: nothing changed.") });

export const retireBodyAction = formAction(retireBody, {
  refresh,
  saved: t("Out of use. Records that name it stay as they are."),
});

export const restoreBodyAction = formAction(restoreBody, { refresh, saved: t("In use again.") });

export const mergeBodyAction = formAction(mergeBody, { refresh, saved: t("Merged.") });
