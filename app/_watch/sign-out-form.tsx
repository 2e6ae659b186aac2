"use client";

import type { ReactNode } from "react";
import { lockPage } from "./cover-page";
import { dropAllDrafts } from "./kept-draft";
import { dropKept } from "./sealed-typing";

/** Signs out by leaving the document, so that nothing of it stays in memory. The form does the same without script. */
export function SignOutForm({ signOut, children }: { signOut: () => Promise<void>; children: ReactNode }) {
  return (
    <form
      action={signOut}
      onSubmit={(event) => {
        event.preventDefault();
        dropKept();
        dropAllDrafts();
        void lockPage();
      }}
    >
      {children}
    </form>
  );
}
