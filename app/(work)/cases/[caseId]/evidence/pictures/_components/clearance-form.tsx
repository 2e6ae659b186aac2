import type { Route } from "next";
import { Radios } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { HoldToReveal } from "@/app/(work)/cases/[caseId]/evidence/_components/hold-to-reveal";
import { clearPicturesAction } from "@/app/(work)/cases/[caseId]/evidence/pictures/actions";
import { findingLabels } from "@/lib/evidence/clearances/labels";
import { pictureKey, pictureWords } from "@/lib/evidence/clearances/rules";
import { findings, type PictureView } from "@/lib/evidence/clearances/types";

const answers = [
  { value: "", label: "Not looked at yet" },
  ...findings.map((value) => ({ value, ...findingLabels[value] })),
];

/** One picture after the other, blurred until the button is held, with what the person found on it. */
export function ClearanceForm({ caseId, pictures }: { caseId: string; pictures: readonly PictureView[] }) {
  return (
    <ActionForm action={clearPicturesAction} label="Say what you found">
      <input type="hidden" name="caseId" value={caseId} />
      <ul className="copies">
        {pictures.map((picture, i) => (
          <li className="copy" key={pictureKey(picture)}>
            <h3>{pictureWords(picture)}</h3>
            <p className="breakable">{picture.description}</p>
            <Shown caseId={caseId} picture={picture} />
            <input type="hidden" name={`pictures.${i}.exhibitId`} value={picture.exhibitId} />
            <input type="hidden" name={`pictures.${i}.page`} value={picture.page} />
            <input type="hidden" name={`pictures.${i}.sha256`} value={picture.sha256} />
            <Radios
              name={`pictures.${i}.found`}
              label={`What you found on ${pictureWords(picture)}`}
              options={answers}
              defaultValue=""
            />
            <TextField
              name={`pictures.${i}.reason`}
              label="Why it may leave"
              hint="Only for a picture that shows the client. It is sealed and is not printed."
              optional
            />
          </li>
        ))}
      </ul>
      <SubmitFoot icon="eye" pendingText="Keeping">
        I looked at these
      </SubmitFoot>
    </ActionForm>
  );
}

/** The very picture that leaves, or where a file that is not drawn here can be opened. */
function Shown({ caseId, picture }: { caseId: string; picture: PictureView }) {
  const { exhibitId, page, copyId } = picture;
  const own = `/cases/${caseId}/evidence/${exhibitId}`;
  if (page === 0) {
    return (
      <p>
        This file travels with the packet and is not drawn here.{" "}
        <PageLink href={own as Route}>Download it from its page</PageLink>, open it on a machine without a network, and
        look at all of it. Leave the exhibit out if you cannot.
      </p>
    );
  }
  return (
    <>
      <HoldToReveal
        exhibitId={exhibitId}
        label={`${pictureWords(picture)}${copyId ? ", masked copy" : ""}`}
        large
        page={page}
        {...(copyId ? { copyId } : {})}
      />
      <p>
        {copyId ? "A masked copy stands for this page. " : ""}
        Does it show the client and must not?{" "}
        <PageLink href={`${own}/mask?page=${page}` as Route}>
          Mask part of it<span className="vh"> of {pictureWords(picture)}</span>
        </PageLink>
      </p>
    </>
  );
}
