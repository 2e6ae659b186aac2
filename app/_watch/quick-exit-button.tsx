"use client";

import { Button } from "@/app/_ui/button";
import { blankPage } from "@/app/_watch/blank-page";
import { dropAllDrafts } from "@/app/_watch/kept-draft";
import { dropKept } from "@/app/_watch/sealed-typing";
import { t } from "@/lib/platform/language/translate";

/** Blank at once, then signed out, then a page that says nothing. Going back asks to sign in. */
export function quickExit(): void {
  blankPage();
  document.title = t("Blank page");
  dropKept();
  dropAllDrafts();
  void fetch("/api/session", { method: "DELETE", keepalive: true }).catch(() => {});
  location.replace("/away");
}

/** The form does the same without script. */
export function QuickExitButton({ leave }: { leave: () => Promise<void> }) {
  return (
    <form
      action={leave}
      onSubmit={(event) => {
        event.preventDefault();
        quickExit();
      }}
    >
      <Button type="submit" variant="quiet" small icon="x" title={t("Quick exit (press Shift three times)")}>
        {t("Quick exit")}
      </Button>
    </form>
  );
}
