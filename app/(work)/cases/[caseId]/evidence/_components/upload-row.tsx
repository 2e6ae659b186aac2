"use client";

import { Button } from "@/app/_ui/button";
import { Chip } from "@/app/_ui/chip";
import { Hash } from "@/app/_ui/number";
import { PageLink } from "@/app/_ui/page-link";
import { formatBytes } from "@/lib/platform/format";
import type { UploadItem } from "../use-uploads";

type Props = {
  item: UploadItem;
  caseId: string;
  busy: boolean;
  /** Several files: each may say what it shows. */
  several: boolean;
  onRemove: () => void;
  onRetry: () => void;
  onDescribe: (text: string) => void;
};

/** One file of the batch: what it is, how far it is, and its receipt or its trouble. */
export function UploadRow({ item, caseId, busy, several, onRemove, onRetry, onDescribe }: Props) {
  const { file, state, receipt, error } = item;
  return (
    <li className="upload">
      <div className="row row--between">
        <span className="upload__name">{file.name}</span>
        <span className="small muted nowrap">{formatBytes(file.size)}</span>
      </div>
      {state === "chosen" && several ? (
        <label className="field">
          <span className="small muted">What this one shows, when it differs</span>
          <input
            className="input"
            maxLength={300}
            defaultValue={item.description}
            onChange={(event) => onDescribe(event.currentTarget.value)}
            autoComplete="off"
          />
        </label>
      ) : null}
      <State item={item} />
      {receipt ? (
        <PageLink href={`/cases/${caseId}/evidence/${receipt.exhibitId}`}>
          {receipt.label}
          <span className="vh"> made of {file.name}</span>
        </PageLink>
      ) : null}
      {error && state === "failed" ? (
        <p className="error" role="alert">
          {error}
        </p>
      ) : null}
      <div className="row">
        {state === "failed" ? (
          <Button small icon="rotate-ccw" onClick={onRetry} disabled={busy}>
            Send again<span className="vh"> {file.name}</span>
          </Button>
        ) : null}
        {!busy && (state === "chosen" || state === "failed") ? (
          <Button look="quiet" small icon="x" onClick={onRemove}>
            Leave out<span className="vh"> {file.name}</span>
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function State({ item: { state, sent, file, receipt, hash } }: { item: UploadItem }) {
  if (state === "hashing") return <p className="small muted">Computing its hash</p>;
  if (state === "sending") return <Sent sent={sent} of={file.size} />;
  if (state !== "kept" || !receipt) return null;
  return (
    <>
      <div className="row">
        <Chip kind="done">Kept</Chip>
        <span className="small muted">
          {hash === undefined
            ? "Hashed by the server; too large to hash in this browser"
            : "Same hash here and on the server"}
        </span>
      </div>
      <Hash value={receipt.sha256} />
    </>
  );
}

function Sent({ sent, of }: { sent: number; of: number }) {
  const words = `${formatBytes(Math.min(sent, of))} of ${formatBytes(of)} sent`;
  return (
    <div className="progress">
      <span className="small muted">{words}</span>
      <div
        className="progress__bar"
        role="progressbar"
        aria-label="Sent"
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={Math.min(sent, of)}
        aria-valuetext={words}
      >
        <svg viewBox={`0 0 ${Math.max(of, 1)} 1`} preserveAspectRatio="none" aria-hidden="true">
          <rect width={Math.min(sent, of)} height="1" />
        </svg>
      </div>
    </div>
  );
}
