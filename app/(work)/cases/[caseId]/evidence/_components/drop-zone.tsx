"use client";

import { type DragEvent, useEffect, useState } from "react";
import { Button } from "@/app/_ui/button";
import { classes } from "@/app/_ui/classes";
import { Icon } from "@/app/_ui/icon";
import { t } from "@/lib/platform/language/translate";
import { filesOfClipboard, filesOfDrop, filesOfPaste } from "../collect-files";

type Props = { onFiles: (files: File[]) => void; disabled: boolean };
type ZoneProps = Props & { pastes: boolean };

/** Takes files by dropping (folders too), pasting, the picker, or the camera roll and camera of a phone. Any kind. */
export function DropZone({ onFiles, disabled, pastes }: ZoneProps) {
  const [over, setOver] = useState(false);
  usePaste(onFiles, disabled || !pastes);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!disabled) void filesOfDrop(event.dataTransfer).then(onFiles);
  }

  return (
    <fieldset
      aria-label={t("Files to add")}
      className={classes("dropzone", over && "is-over")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" />
      <label htmlFor="evidence-files">{t("Choose files, drop them here, or paste")}</label>
      <p className="small muted" id="evidence-files-hint">
        {t("Any kind of file, each up to 512 MB. Original e-mails (.eml) and exports are stronger than screenshots.")}
      </p>
      <FileInput id="evidence-files" onFiles={onFiles} disabled={disabled} describedBy="evidence-files-hint" multiple />
      <div className="row dropzone__more">
        <PasteButton onFiles={onFiles} disabled={disabled} />
        <span className="btn btn--secondary btn--small dropzone__pick only-touch">
          <label htmlFor="evidence-roll">{t("Pictures of this phone")}</label>
          <FileInput id="evidence-roll" onFiles={onFiles} disabled={disabled} accept="image/*,video/*" multiple />
        </span>
        <span className="btn btn--secondary btn--small dropzone__pick only-touch">
          <label htmlFor="evidence-camera">{t("Take a photo")}</label>
          <FileInput id="evidence-camera" onFiles={onFiles} disabled={disabled} accept="image/*" capture />
        </span>
      </div>
    </fieldset>
  );
}

type InputProps = Props & { id: string; describedBy?: string; accept?: string; multiple?: boolean; capture?: boolean };

function FileInput({ id, onFiles, disabled, describedBy, accept, multiple, capture }: InputProps) {
  return (
    <span className="fileinput">
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        capture={capture ? "environment" : undefined}
        disabled={disabled}
        aria-describedby={describedBy}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </span>
  );
}

/** For those without a keyboard; the browser asks for leave. */
function PasteButton({ onFiles, disabled }: Props) {
  const [can, setCan] = useState(false);
  const [message, setSaid] = useState("");
  useEffect(() => setCan(typeof navigator.clipboard?.read === "function"), []);
  if (!can) return null;

  async function paste() {
    const files = await filesOfClipboard(new Date()).catch(() => null);
    if (files && files.length > 0) onFiles(files);
    setSaid(files === null ? t("The browser did not allow it.") : files.length === 0 ? t("Nothing to paste.") : "");
  }

  return (
    <>
      <Button small icon="clipboard-paste" onClick={() => void paste()} disabled={disabled}>
        {t("Paste")}
      </Button>
      <span className="small muted" role="status">
        {message}
      </span>
    </>
  );
}

/** Pasting anywhere on the page adds a file, except while typing in a field. */
function usePaste(onFiles: Props["onFiles"], disabled: boolean) {
  useEffect(() => {
    if (disabled) return;
    function paste(event: ClipboardEvent) {
      const typing = event.target instanceof Element && event.target.closest("input, textarea, [contenteditable]");
      if (!event.clipboardData || (typing && event.clipboardData.files.length === 0)) return;
      const files = filesOfPaste(event.clipboardData, new Date());
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    }
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, [onFiles, disabled]);
}
