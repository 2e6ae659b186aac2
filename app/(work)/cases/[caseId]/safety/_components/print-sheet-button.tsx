"use client";

import { Button } from "@/app/_ui/button";
import { t } from "@/lib/platform/language/translate";

/** Opens the print window of the browser, which can also save the page as a file. */
export function PrintSheetButton() {
  return (
    <Button icon="printer" variant="primary" onClick={() => window.print()}>
      {t("Print the page")}
    </Button>
  );
}
