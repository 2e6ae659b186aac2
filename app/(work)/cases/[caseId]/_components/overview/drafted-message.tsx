import { CopyButton } from "@/app/_ui/copy-button";
import type { NextStep } from "@/lib/escalation/steps/next-step/types";
import { t } from "@/lib/platform/language/translate";

/** The message of an act, opened in place: read it, copy it, send it in the usual way, then log it. */
export function DraftedMessage({ act }: { act: Pick<NextStep, "message"> }) {
  if (!act.message) return null;
  return (
    <section className="stack stack--s" aria-label={t("Drafted message")}>
      <p className="strong">{t("Drafted message")}</p>
      <blockquote className="measure">{act.message}</blockquote>
      <div className="row noprint">
        <CopyButton text={act.message} what={t("the message")} />
        <span className="small muted">{t("Nothing is sent from here. Send it in the usual way, then log it.")}</span>
      </div>
    </section>
  );
}
