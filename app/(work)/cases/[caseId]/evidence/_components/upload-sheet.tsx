"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { useEffect, useState } from "react";
import { Button, buttonClass } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
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
  useFilesAnywhere(open, (files) => {
    uploads.add(files);
    setOpen(true);
  });
  return (
    <span className="scripted">
      <Button variant="primary" icon="upload" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t("Add exhibits")}
      </Button>
      <Base.Root open={open} onOpenChange={setOpen} modal={false} disablePointerDismissal>
        <Base.Portal keepMounted>
          <Base.Popup className="dialog sheet">
            <div className="dialog__head">
              <Base.Title>{t("Add exhibits")}</Base.Title>
              <Base.Close className={buttonClass({ variant: "quiet", iconOnly: true })} aria-label={t("Close")}>
                <Icon name="x" />
              </Base.Close>
            </div>
            <div className="dialog__body">
              <ImageStop caseId={caseId} stopped={false} />
              <AddExhibits caseId={caseId} options={options} memberId={memberId} uploads={uploads} isOpen={open} />
            </div>
          </Base.Popup>
        </Base.Portal>
      </Base.Root>
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
