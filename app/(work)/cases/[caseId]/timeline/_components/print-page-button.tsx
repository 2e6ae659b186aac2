"use client";

import { Button } from "@/app/_ui/button";
import { t } from "@/lib/platform/language/translate";

/** Prints what is on the page, under its filter. */
export function PrintPageButton() {
  return (
    <span className="scripted">
      <Button icon="printer" onClick={() => window.print()}>
        {t("Print")}
      </Button>
    </span>
  );
}
