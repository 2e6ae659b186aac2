"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/app/_ui/form-state";
import { runForm } from "@/app/_ui/run-form";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import { importSigningKey } from "@/lib/packets/signatures/import-signing-key";
import { makeSigningKey } from "@/lib/packets/signatures/make-signing-key";
import { groupFingerprint, withoutPrivateKeys } from "@/lib/packets/signatures/rules";
import { t } from "@/lib/platform/language/translate";
import { requireTick } from "../require-tick";

function confirmation({ fingerprint }: { fingerprint: string }): string {
  const start = groupFingerprint(fingerprint).slice(0, 2).join(" ");
  return t(
    "The key whose fingerprint begins with {start} signs from now on. Read its fingerprint out to the officers who ask.",
    {
      start,
    },
  );
}

// Also refreshed after a rejection: if somebody else was faster, another key is in use.
export async function makeSigningKeyAction(_before: FormState, form: FormData): Promise<FormState> {
  revalidatePath("/admin/signature");
  return runForm(form, async () => {
    if (form.get("replaces")) requireTick(form, "sure", t("Tick this when you are sure."));
    return confirmation(await makeSigningKey(await confirmPerson(form, "signature.replace"), Object.fromEntries(form)));
  });
}

export async function importSigningKeyAction(_before: FormState, form: FormData): Promise<FormState> {
  revalidatePath("/admin/signature");
  const input = Object.fromEntries(form);
  // What was typed is shown again when something is wrong, and a private key never is: also not in the other field.
  const certificates = String(form.get("certificates") ?? "");
  form.set("certificates", withoutPrivateKeys(certificates));
  return runForm(form, async () => {
    return confirmation(await importSigningKey(await confirmPerson(form, "signature.replace"), input));
  });
}
