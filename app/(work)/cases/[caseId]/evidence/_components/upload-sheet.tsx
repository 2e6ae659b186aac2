"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { t } from "@/lib/platform/language/translate";
import { filesOfDrop, filesOfPaste } from "../collect-files";
import { useUploads } from "../use-uploads";
import { AddExhibits } from "./add-exhibits";
import type { CaptureOptions } from "./capture-fields";
import { ImageStop } from "./image-stop";

type Props = {
  caseId: string;
  options: CaptureOptions;
  memberId: string;
  /** Open from the first, for a link that leads here to add files. */
  starts: boolean;
};

/**
 * Adds files in a sheet over the page. It opens from its button, and by dropping or pasting files anywhere on the page;
 * it stays filled in, and goes on sending, while it is closed.
 */
export function UploadSheet({ caseId, options, memberId, starts }: Props) {
  const [open, setOpen] = useState(starts);
  const uploads = useUploads(caseId);
  const sheet = useRef<HTMLDialogElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useFilesAnywhere(open, (files) => {
    uploads.add(files);
    setOpen(true);
  });
  // The page beside it stays in use, so that files can be taken from it and what is there can be looked at.
  useEffect(() => {
    if (open) sheet.current?.querySelector<HTMLElement>("button, input, a")?.focus();
  }, [open]);

  function close() {
    setOpen(false);
    opener.current?.focus();
  }

  function press(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    close();
  }

  return (
    <span className="scripted">
      <Button variant="primary" icon="upload" aria-haspopup="dialog" ref={opener} onClick={() => setOpen(true)}>
        {t("Add exhibits")}
      </Button>
      <dialog className="dialog sheet" open={open} ref={sheet} aria-labelledby="upload-title" onKeyDown={press}>
        <div className="dialog__head">
          <h2 id="upload-title">{t("Add exhibits")}</h2>
          <Button variant="quiet" icon="x" iconOnly aria-label={t("Close")} onClick={close} />
        </div>
        <div className="dialog__body">
          <ImageStop caseId={caseId} stopped={false} />
          <AddExhibits caseId={caseId} options={options} memberId={memberId} uploads={uploads} isOpen={open} />
        </div>
      </dialog>
    </span>
  );
}

/** Files that are dropped or pasted outside the sheet. What the sheet took itself is not taken twice. */
function useFilesAnywhere(open: boolean, take: (files: File[]) => void): void {
  useEffect(() => {
    const drop = (event: DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      void filesOfDrop(event.dataTransfer).then(take);
    };
    const paste = (event: ClipboardEvent) => {
      if (open || event.defaultPrevented || !event.clipboardData || event.clipboardData.files.length === 0) return;
      event.preventDefault();
      take(filesOfPaste(event.clipboardData, new Date()));
    };
    document.addEventListener("drop", drop);
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("drop", drop);
      document.removeEventListener("paste", paste);
    };
  });
}
