"use client";

import { Button } from "@/app/_ui/button";
import { t } from "@/lib/platform/language/translate";

/** Prints the ladder on one A4 page. The safe-contact banner stays off paper. */
export function PrintButton() {
  return (
    <Button icon="printer" onClick={() => window.print()}>
      {t("Print ladder")}
    </Button>
  );
}
