"use client";

import type { ReactNode } from "react";
import { t } from "@/lib/platform/language/translate";
import { lockPage } from "./cover-page";
import { dropAllDrafts } from "./kept-draft";
import { dropKept } from "./sealed-typing";
import { countWaiting, emptyDevice } from "./waiting-items";

/** Signs out by leaving the document, so that nothing of it stays in memory. The form does the same without script. */
export function SignOutForm({ signOut, children }: { signOut: () => Promise<void>; children: ReactNode }) {
  return (
    <form
      action={signOut}
      onSubmit={(event) => {
        event.preventDefault();
        void signOutHere();
      }}
    >
      {children}
    </form>
  );
}

/** Nothing stays on the device: whoever has something there that was not sent is asked first. */
async function signOutHere(): Promise<void> {
  const waiting = await countWaiting();
  if (waiting && !confirm(t("Not sent yet from this device: {n}. Signing out deletes it.", { n: waiting }))) return;
  dropKept();
  dropAllDrafts();
  await emptyDevice();
  await lockPage("for good");
}
