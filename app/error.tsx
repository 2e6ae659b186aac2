"use client";

import { t } from "@/lib/platform/language/translate";
import { LinkButton } from "./_ui/button";
import { ErrorMessage } from "./_ui/error-message";

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="page" id="main">
      <title>{t("This page could not be shown - Crossdocket")}</title>
      <ErrorMessage error={error} retry={retry} more={<LinkButton href="/">{t("Go to the start")}</LinkButton>} />
    </main>
  );
}
