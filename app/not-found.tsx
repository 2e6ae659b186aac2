import type { Metadata } from "next";
import { t } from "@/lib/platform/language/translate";
import { LinkButton } from "./_ui/link-button";
import { MessagePage } from "./_ui/message-page";

export const metadata: Metadata = { title: t("Page not found") };

/** One answer for what does not exist and for what you may not see: it must not distinguish them. */
export default function NotFound() {
  return (
    <main className="page" id="main">
      <MessagePage
        icon="search"
        title={t("Page not found")}
        actions={
          <LinkButton variant="primary" href="/">
            {t("Go to the start")}
          </LinkButton>
        }
      >
        <p className="read">
          {t(
            "The address may be mistyped or out of date, or the page may not be open to you. If a colleague sent you the link, ask for the case code instead.",
          )}
        </p>
      </MessagePage>
    </main>
  );
}
