"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { recordAuthority } from "@/lib/escalation/written-authorities/record-authority";
import { revokeAuthority } from "@/lib/escalation/written-authorities/revoke-authority";
import { fileScan } from "@/lib/handover/releases/commands/file-scan";
import { grantRelease } from "@/lib/handover/releases/commands/grant-release";
import { nameOfficers } from "@/lib/handover/releases/commands/name-officers";
import { revokeRelease } from "@/lib/handover/releases/commands/revoke-release";
import { takeOffOfficer } from "@/lib/handover/releases/commands/take-off-officer";
import { nestFields } from "@/lib/packets/packets/input";
import { formatDate, plural } from "@/lib/platform/text/format";
import { fillInNumbers, tickNumbers } from "../../fill-in-numbers";

const fillInScan = (form: FormData) => fillInNumbers(form, { exhibitId: { kind: "exhibit", sent: "one" } });

async function fillIn(form: FormData): Promise<void> {
  tickNumbers(form, "exhibits");
  await fillInScan(form);
}

export async function grantReleaseAction(_before: FormState, form: FormData): Promise<FormState> {
  const act = async () => {
    const { expiresOn } = await grantRelease(await actingCtx(), nestFields(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return `Release recorded. It ends on ${formatDate(expiresOn)}.`;
  };
  return runForm(form, act, fillIn);
}

export async function fileScanAction(_before: FormState, form: FormData): Promise<FormState> {
  const act = async () => {
    await fileScan(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Scan filed.";
  };
  return runForm(form, act, fillInScan);
}

export async function nameOfficersAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    const { named } = await nameOfficers(await actingCtx(), nestFields(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return `${plural(named, "officer")} named. The release covers them now.`;
  });
}

export async function revokeReleaseAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await revokeRelease(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Release revoked. What it alone covered is closed. See below what is to be recalled.";
  });
}

export async function takeOffOfficerAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await takeOffOfficer(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Officer taken off. What the release alone covered for them is closed. See below what is to be recalled.";
  });
}

export async function recordAuthorityAction(_before: FormState, form: FormData): Promise<FormState> {
  const act = async () => {
    const { number } = await recordAuthority(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return `Authority AUTH-${number} recorded.`;
  };
  return runForm(form, act, fillInScan);
}

export async function revokeAuthorityAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, async () => {
    await revokeAuthority(await actingCtx(), Object.fromEntries(form));
    revalidatePath(`/cases/${String(form.get("caseId"))}`, "layout");
    return "Authority revoked.";
  });
}
