import type { ReactNode } from "react";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm } from "@/app/_ui/form";
import { Progress } from "@/app/_ui/progress";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { stateLabels, warnings } from "@/lib/operations/exports/labels";
import type { ExportView } from "@/lib/operations/exports/types";
import { t } from "@/lib/platform/language/translate";
import { formatBytes, formatInstant, plural } from "@/lib/platform/text/format";
import { proveAction } from "../exports/actions";

type Props = {
  view: ExportView;
  /** IANA zone of the displayed times. */
  zone: string;
  mine: boolean;
  asks: Confirmation;
  children?: ReactNode;
};

/** What an export contains, shown before anybody requests one. */
export function FolderWarnings() {
  return (
    <ul>
      {warnings.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** One export: who requested it and why, its progress, and the download. */
export function FolderLine({ view, zone, mine, asks, children }: Props) {
  const { state, askedBy, askedAt, reason, decidedBy, size, sha256, expiresAt, files, done, cases } = view;
  return (
    <li className="stack stack--s">
      <strong>
        {stateLabels[state]}. {askedBy}, {formatInstant(askedAt, zone)}
      </strong>
      <span>{reason}</span>
      {decidedBy ? <span className="muted">{t("Decided by {decidedBy}", { decidedBy })}</span> : null}
      {state === "building" ? (
        <Progress title={t("Making the folder")} count={{ done, of: Math.max(cases, 1), unit: "cases" }} stages={[]} />
      ) : null}
      {state === "ready" && size !== null && expiresAt ? (
        <span className="muted">
          {rich("{files}, {size}. Here until {expiresAt}. SHA-256 {sha256}", {
            files: plural(files, "file"),
            size: formatBytes(size),
            expiresAt: formatInstant(expiresAt, zone),
            sha256: <code>{sha256}</code>,
          })}
        </span>
      ) : null}
      {state === "ready" && mine ? <Take id={view.id} asks={asks} /> : null}
      {children}
    </li>
  );
}

function Take({ id, asks }: { id: string; asks: Props["asks"] }) {
  if (asks === "none") {
    return (
      <form method="post" action={`/api/exports/${id}`}>
        <button className="btn btn--primary" type="submit">
          {t("Download the folder")}
        </button>
      </form>
    );
  }
  return (
    <ActionForm action={proveAction} label={t("Confirm that it is you")} guard={false} prefix={`take-${id}`}>
      <ConfirmField asks={asks} />
      <SubmitFoot variant="secondary" pendingText={t("Checking")}>
        {t("Confirm to download")}
      </SubmitFoot>
    </ActionForm>
  );
}
