import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import type { Item } from "@/app/_ui/items";
import { heldReasonLabels, mailStates } from "@/lib/escalation/incoming-mail/labels";
import type { MailLine } from "@/lib/escalation/incoming-mail/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";

/** A mail in a list: who says to have written it, about what, and why it waits. All of it is text. */
export function mailItem(line: MailLine, zone: string): Item {
  const [reason] = line.reasons;
  return {
    key: line.id,
    href: `/mail/${line.id}` as Route,
    title: <span dir="auto">{line.subject || t("No subject")}</span>,
    why: (
      <>
        <span dir="auto">{line.from}</span>
        {`. ${formatInstant(line.receivedAt, zone)}. `}
        {line.case
          ? `${t("{pseudonym}, {code}", { pseudonym: line.case.pseudonym, code: line.case.code })}. `
          : `${t("No case")}. `}
        {line.state === "held" && reason ? heldReasonLabels[reason] : null}
      </>
    ),
    side: <MailChip line={line} />,
  };
}

export function MailChip({ line }: { line: Pick<MailLine, "state" | "byItself"> }) {
  if (line.byItself) return <Chip kind="done">{t("Filed by itself")}</Chip>;
  if (line.state === "held") return <Chip kind="warning">{mailStates.held}</Chip>;
  return <Chip kind={line.state === "filed" ? "done" : "plain"}>{mailStates[line.state]}</Chip>;
}
