"use client";

import type { ReactNode } from "react";
import { sayPlain as t } from "@/lib/platform/language/say-plain";
import { Button } from "./button";
import { MessagePage } from "./message-page";

/** The number that links this page to the line in the server's log. The log has no personal data either. */
function digestOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}

/** Why it failed is not known here, and is not guessed. */
export function ErrorMessage({ error, retry, more }: { error: unknown; retry: () => void; more?: ReactNode }) {
  const digest = digestOf(error);
  return (
    <MessagePage
      icon="triangle-alert"
      title={t("This page could not be shown")}
      actions={
        <>
          <Button variant="primary" icon="rotate-ccw" onClick={retry}>
            {t("Try again")}
          </Button>
          {more}
        </>
      }
    >
      <p className="read">
        {t("Something went wrong on our side, or the database did not answer. Nothing you saved is lost.")}
      </p>
      <p className="read">
        {t(
          "Wait a moment, then try again. If you had typed something that was not saved yet, go back first and copy it.",
        )}
      </p>
      {digest ? (
        <p className="muted">
          {t("If it happens again, quote this number to the person who runs the system:")}{" "}
          <span className="ref">{digest}</span>
        </p>
      ) : null}
    </MessagePage>
  );
}
