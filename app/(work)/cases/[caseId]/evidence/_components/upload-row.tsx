"use client";

import { memo } from "react";
import { Button } from "@/app/_ui/button";
import { PageLink } from "@/app/_ui/page-link";
import { t } from "@/lib/platform/language/translate";
import { formatBytes } from "@/lib/platform/text/amounts";
import { canSend, isMoving, type UploadItem } from "../upload-item";
import { UploadStateLine } from "./upload-state";

export type UploadActs = {
  pause: (key: string) => void;
  remove: (key: string) => void;
  send: (key: string) => void;
  keepOnceMore: (key: string) => void;
  describe: (key: string, text: string) => void;
};

type Props = {
  item: UploadItem;
  caseId: string;
  /** Several files: each may say what it shows. */
  several: boolean;
  acts: UploadActs;
};

/** One file of the batch: what it is, how far it is, and its receipt or its trouble. Rendered again only when it moves. */
export const UploadRow = memo(Row, (before, after) => before.item === after.item && before.several === after.several);

function Row({ item, caseId, several, acts }: Props) {
  const { file, state, receipt, known, error } = item;
  const exhibit = receipt ?? known;
  return (
    <li className="upload">
      <div className="row row--between">
        <bdi className="upload__name">{file.name}</bdi>
        <span className="small muted nowrap">{formatBytes(file.size)}</span>
      </div>
      {state === "chosen" && several ? <Differs item={item} acts={acts} /> : null}
      <UploadStateLine item={item} />
      {exhibit ? (
        <PageLink href={`/cases/${caseId}/evidence/${exhibit.exhibitId}`}>
          {exhibit.label}
          <span className="vh">
            {" "}
            {receipt ? t("made of") : t("holds the bytes of")} {file.name}
          </span>
        </PageLink>
      ) : null}
      {error && state === "failed" ? (
        <p className="error" role="alert">
          {error}
        </p>
      ) : null}
      <Buttons item={item} acts={acts} />
    </li>
  );
}

function Differs({ item, acts }: Pick<Props, "item" | "acts">) {
  return (
    <label className="field">
      <span className="small muted">{t("What this one shows, when it differs")}</span>
      <input
        className="input"
        maxLength={300}
        defaultValue={item.description}
        onChange={(event) => acts.describe(item.key, event.currentTarget.value)}
        autoComplete="off"
      />
    </label>
  );
}

function Buttons({ item, acts }: Pick<Props, "item" | "acts">) {
  const { key, state, file } = item;
  const named = <span className="vh"> {file.name}</span>;
  if (state === "kept") return null;
  return (
    <div className="row">
      {isMoving(item) ? (
        <Button small onClick={() => acts.pause(key)}>
          {t("Pause")}
          {named}
        </Button>
      ) : null}
      {canSend(item) && state !== "chosen" ? (
        <Button small icon="rotate-ccw" onClick={() => acts.send(key)}>
          {state === "paused" ? t("Go on") : t("Send again")}
          {named}
        </Button>
      ) : null}
      {state === "known" ? (
        <Button small onClick={() => acts.keepOnceMore(key)}>
          {t("Keep it as one more exhibit")}
          {named}
        </Button>
      ) : null}
      <Button variant="quiet" small icon="x" onClick={() => acts.remove(key)}>
        {isMoving(item) ? t("Cancel") : t("Leave out")}
        {named}
      </Button>
    </div>
  );
}
