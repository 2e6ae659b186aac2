"use server";

import { formAction } from "@/app/form-action";
import { recordAuthority } from "@/lib/escalation/written-authorities/record-authority";
import { revokeAuthority } from "@/lib/escalation/written-authorities/revoke-authority";
import { fileScan } from "@/lib/handover/releases/commands/file-scan";
import { grantRelease } from "@/lib/handover/releases/commands/grant-release";
import { nameOfficers } from "@/lib/handover/releases/commands/name-officers";
import { revokeRelease } from "@/lib/handover/releases/commands/revoke-release";
import { takeOffOfficer } from "@/lib/handover/releases/commands/take-off-officer";
import { nestFields } from "@/lib/packets/packets/input";
import { t } from "@/lib/platform/language/translate";
import { formatDate, plural } from "@/lib/platform/text/format";
import { fillInNumbers, tickNumbers } from "../../fill-in-numbers";

const fillInScan = (form: FormData) => fillInNumbers(form, { exhibitId: { kind: "exhibit", sent: "one" } });

async function fillIn(form: FormData): Promise<void> {
  tickNumbers(form, "exhibits");
  await fillInScan(form);
}

export const grantReleaseAction = formAction(grantRelease, {
  fillIn,
  input: nestFields,
  refresh: "/cases/[caseId]",
  saved: ({ expiresOn }) => t("Release recorded. It ends on {expiresOn}.", { expiresOn: formatDate(expiresOn) }),
});

export const fileScanAction = formAction(fileScan, {
  fillIn: fillInScan,
  refresh: "/cases/[caseId]",
  saved: t("Scan filed."),
});

export const nameOfficersAction = formAction(nameOfficers, {
  input: nestFields,
  refresh: "/cases/[caseId]",
  saved: ({ named }) => t("{named} named. The release covers them now.", { named: plural(named, "officer") }),
});

export const revokeReleaseAction = formAction(revokeRelease, {
  refresh: "/cases/[caseId]",
  saved: t("Release revoked. What it alone covered is closed. See below what is to be recalled."),
});

export const takeOffOfficerAction = formAction(takeOffOfficer, {
  refresh: "/cases/[caseId]",
  saved: t("Officer taken off. What the release alone covered for them is closed. See below what is to be recalled."),
});

export const recordAuthorityAction = formAction(recordAuthority, {
  fillIn: fillInScan,
  refresh: "/cases/[caseId]",
  saved: ({ number }) => t("Authority AUTH-{number} recorded.", { number }),
});

export const revokeAuthorityAction = formAction(revokeAuthority, {
  refresh: "/cases/[caseId]",
  saved: t("Authority revoked."),
});
