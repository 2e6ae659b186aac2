"use client";

import { pageLanguage } from "@/lib/platform/language/messages";
import { sayPlain as t } from "@/lib/platform/language/say-plain";
import { ErrorMessage } from "./_ui/error-message";
import "./globals.css";

/** Replaces the whole document if even the layout failed. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang={pageLanguage()}>
      <body>
        <title>{t("This page could not be shown - Crossdocket")}</title>
        <main className="page" id="main">
          <ErrorMessage error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
