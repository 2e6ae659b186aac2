import type { ReactNode } from "react";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm } from "@/app/_ui/form";
import { Progress } from "@/app/_ui/progress";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { stateLabels, warnings } from "@/lib/operations/exports/labels";
import type { ExportView } from "@/lib/operations/exports/types";
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
      {decidedBy ? <span className="muted">Decided by {decidedBy}</span> : null}
      {state === "building" ? (
        <Progress title="Making the folder" count={{ done, of: Math.max(cases, 1), unit: "cases" }} stages={[]} />
      ) : null}
      {state === "ready" && size !== null && expiresAt ? (
        <span className="muted">
          {plural(files, "file")}, {formatBytes(size)}. Here until {formatInstant(expiresAt, zone)}. SHA-256{" "}
          <code>{sha256}</code>
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
          Download the folder
        </button>
      </form>
    );
  }
  return (
    <ActionForm action={proveAction} label="Confirm that it is you" guard={false} prefix={`take-${id}`}>
      <ConfirmField asks={asks} />
      <SubmitFoot variant="secondary" pendingText="Checking">
        Confirm to download
      </SubmitFoot>
    </ActionForm>
  );
}
