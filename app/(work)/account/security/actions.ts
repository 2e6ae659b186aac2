"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { makeRecoveryCodes } from "@/lib/auth/codes/recovery-codes";
import { removeTotp } from "@/lib/auth/codes/remove-totp";
import { setTotp } from "@/lib/auth/codes/set-totp";
import { removePasskey } from "@/lib/auth/passkeys/remove-passkey";
import { changePassword } from "@/lib/auth/passwords/change-password";
import { endOtherSessions, endSession } from "@/lib/auth/sessions/end-sessions";
import { forgetDevice } from "@/lib/auth/sessions/known-devices";
import { requireSameOrigin, sessionToken } from "@/lib/auth/sessions/session";
import { requireStanding } from "@/lib/auth/sessions/standing";
import { beginLink } from "@/lib/auth/sso/begin-link";
import { unlinkSso } from "@/lib/auth/sso/unlink-sso";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { t } from "@/lib/platform/language/translate";
import type { CodesState } from "./codes-state";

async function change(form: FormData, act: (session: Buffer) => Promise<string | undefined>): Promise<FormState> {
  return runForm(form, async () => {
    await requireSameOrigin();
    const message = await act(await ownToken());
    revalidatePath("/account/security");
    return message;
  });
}

async function ownToken(): Promise<Buffer> {
  return (await sessionToken()) ?? redirect("/sign-in");
}

/** Only the proof: the page then shows what changes a factor. */
export async function proveAction(_before: FormState, form: FormData): Promise<FormState> {
  return change(form, async (session) => {
    const { passkeys, waitsUntil } = await requireStanding(session);
    await confirmPerson(form, passkeys > 0 && !waitsUntil ? "factor.change" : "factor.first_passkey");
    return undefined;
  });
}

export async function removePasskeyAction(_before: FormState, form: FormData): Promise<FormState> {
  return change(form, async (session) => {
    await removePasskey(session, form.get("passkeyId"));
    return t("Passkey removed. You were signed out everywhere else.");
  });
}

export async function setTotpAction(_before: FormState, form: FormData): Promise<FormState> {
  return change(form, async (session) => {
    await setTotp(session, form.get("code"));
    return t("The app is set up. You were signed out everywhere else.");
  });
}

export async function removeTotpAction(_before: FormState, form: FormData): Promise<FormState> {
  return change(form, async (session) => {
    await removeTotp(session);
    return t("The app is removed. You were signed out everywhere else.");
  });
}

export async function changePasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  return change(form, async (session) => {
    await changePassword(session, Object.fromEntries(form));
    return t("Password changed. You were signed out everywhere else.");
  });
}

/** Leads to the sign-in service. What comes back from there is answered by `/api/auth`. */
export async function connectSsoAction(_before: FormState, form: FormData): Promise<FormState> {
  return change(form, async () => {
    await confirmPerson(form, "sso.link");
    redirect((await beginLink(await ownToken())) as Route);
  });
}

export async function disconnectSsoAction(_before: FormState, form: FormData): Promise<FormState> {
  return change(form, async () => {
    await confirmPerson(form, "sso.unlink");
    await unlinkSso(await ownToken());
    return t("Disconnected. You were signed out everywhere else.");
  });
}

export async function endSessionAction(_before: FormState, form: FormData): Promise<FormState> {
  return change(form, async (session) => {
    await endSession(session, form.get("sessionId"));
    return t("The session has ended.");
  });
}

export async function endOtherSessionsAction(_before: FormState, form: FormData): Promise<FormState> {
  return change(form, async (session) => {
    await endOtherSessions(session);
    return t("You are signed in here only.");
  });
}

export async function forgetDeviceAction(_before: FormState, form: FormData): Promise<FormState> {
  return change(form, async (session) => {
    await forgetDevice(session, form.get("deviceId"));
    return t("The device is forgotten.");
  });
}

/** The codes are in this one answer and nowhere else: only their hashes are kept. */
export async function makeCodesAction(_before: CodesState, form: FormData): Promise<CodesState> {
  const answer: Pick<CodesState, "codes"> = {};
  const state = await change(form, async (session) => {
    answer.codes = await makeRecoveryCodes(session);
    return undefined;
  });
  return { ...state, ...answer };
}
