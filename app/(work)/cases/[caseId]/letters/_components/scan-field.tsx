"use client";

import type { Route } from "next";
import { useEffect, useId, useState } from "react";
import { PageLink } from "@/app/_ui/page-link";
import { rich } from "@/app/_ui/rich";
import { PickOne } from "@/app/(work)/cases/_components/pick-one";
import type { PickList } from "@/lib/casework/incidents/types";
import { t } from "@/lib/platform/language/translate";
import { UploadStateLine } from "../../evidence/_components/upload-state";
import { useUploads } from "../../evidence/use-uploads";

type Props = {
  caseId: string;
  name: string;
  list: PickList;
  /** No file is taken on this case: it is closed, or a picture of a child may be among the files. */
  takesFiles: boolean;
};

/** What the evidence page would ask about the scan of a letter, answered. */
const asScan = { description: t("Scan of a letter"), method: "document", howObtained: "handed_over" };

/** The scan of a letter: an exhibit of the case, or a file that is uploaded here and becomes one. */
export function ScanField({ caseId, name, list, takesFiles }: Props) {
  const uploads = useUploads(caseId);
  const fileId = useId();
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const last = uploads.items.at(-1);
  const kept = last?.receipt ?? last?.known;
  const added = kept && !list.options.some(({ id }) => id === kept.exhibitId) ? [asOption(kept)] : [];

  function take(files: FileList | null) {
    if (!files?.length) return;
    uploads.add(files);
    void uploads.send(asScan);
  }

  return (
    <div className="stack stack--s">
      <PickOne
        name={name}
        label={t("Scan or photo")}
        hint={t("An exhibit of this case")}
        blank={t("None yet")}
        list={{ ...list, options: [...list.options, ...added] }}
        chosen={kept ? { id: kept.exhibitId, code: kept.label } : null}
        optional
      />
      {takesFiles ? (
        <div className="field">
          <label htmlFor={fileId}>{t("Or upload it here")}</label>
          <span className="fileinput">
            <input
              id={fileId}
              type="file"
              accept="image/*,application/pdf"
              disabled={!alive}
              onChange={(event) => {
                take(event.currentTarget.files);
                event.currentTarget.value = "";
              }}
            />
          </span>
          {last ? <UploadStateLine item={last} /> : null}
          {last?.state === "failed" ? (
            <p className="error" role="alert">
              {last.error}
            </p>
          ) : null}
          <noscript>
            <p className="small muted">
              {rich("Without script, <link>add it as an exhibit</link> first, then choose it above.", {
                link: (words) => <PageLink href={`/cases/${caseId}/evidence` as Route}>{words}</PageLink>,
              })}
            </p>
          </noscript>
        </div>
      ) : null}
    </div>
  );
}

const asOption = ({ exhibitId, label }: { exhibitId: string; label: string }) => ({
  id: exhibitId,
  code: label,
  label: t("{label}, just uploaded", { label }),
});
