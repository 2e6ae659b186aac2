"use client";

import { sayPlain as t } from "@/lib/platform/language/say-plain";
import { buttonClass } from "./_ui/button";
import { ErrorMessage } from "./_ui/error-message";

/** Asked for whole: what failed may be what this page has loaded. */
const start = (
  <a href="/" className={buttonClass({ variant: "secondary" })}>
    {t("Go to the start")}
  </a>
);

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="page" id="main">
      <title>{t("This page could not be shown - Crossdocket")}</title>
      <ErrorMessage error={error} retry={retry} more={start} />
    </main>
  );
}
