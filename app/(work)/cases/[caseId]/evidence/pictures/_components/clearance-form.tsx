import type { Route } from "next";
import { Radios } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { HoldToReveal } from "@/app/(work)/cases/[caseId]/evidence/_components/hold-to-reveal";
import { clearPicturesAction } from "@/app/(work)/cases/[caseId]/evidence/pictures/actions";
import { findingLabels } from "@/lib/evidence/clearances/labels";
import { pictureKey, pictureWords } from "@/lib/evidence/clearances/rules";
import { findings, type PictureView } from "@/lib/evidence/clearances/types";
import { t } from "@/lib/platform/language/translate";

const answers = [
  { value: "", label: t("Not looked at yet") },
  ...findings.map((value) => ({ value, ...findingLabels[value] })),
];

/** One picture after the other, blurred until the button is held, with what the person found on it. */
export function ClearanceForm({ caseId, pictures }: { caseId: string; pictures: readonly PictureView[] }) {
  return (
    <ActionForm action={clearPicturesAction} label={t("Say what you found")}>
      <input type="hidden" name="caseId" value={caseId} />
      <ul className="copies">
        {pictures.map((picture, i) => (
          <li className="copy copy--look" key={pictureKey(picture)}>
            <div className="stack stack--s">
              <h3>{pictureWords(picture)}</h3>
              <p className="breakable">{picture.description}</p>
              <Shown caseId={caseId} picture={picture} />
            </div>
            <div className="stack">
              <input type="hidden" name={`pictures.${i}.exhibitId`} value={picture.exhibitId} />
              <input type="hidden" name={`pictures.${i}.page`} value={picture.page} />
              <input type="hidden" name={`pictures.${i}.sha256`} value={picture.sha256} />
              <Radios
                name={`pictures.${i}.found`}
                label={t("What you found on {picture}", { picture: pictureWords(picture) })}
                options={answers}
                defaultValue=""
              />
              <TextField
                name={`pictures.${i}.reason`}
                label={t("Why it may leave")}
                hint={t("Only for a picture that shows the client. It is sealed and is not printed.")}
                optional
              />
            </div>
          </li>
        ))}
      </ul>
      <SubmitFoot icon="eye" pendingText={t("Keeping")}>
        {t("I looked at these")}
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
        {rich(
          "This file is sent with the packet and is not shown here. <link>Download it from its page</link>, open it on a computer with no network connection, and check all of it. Leave the exhibit out if you cannot.",
          { link: (words) => <PageLink href={own as Route}>{words}</PageLink> },
        )}
      </p>
    );
  }
  return (
    <>
      <HoldToReveal
        exhibitId={exhibitId}
        label={`${pictureWords(picture)}${copyId ? t(", masked copy") : ""}`}
        large
        page={page}
        {...(copyId ? { copyId } : {})}
      />
      <p>
        {t("{value}Does it show the client and must not?", {
          value: copyId ? t("A masked copy replaces this page. ") : "",
        })}{" "}
        <PageLink href={`${own}/mask?page=${page}` as Route}>
          {rich("Mask part of it<span> of {picture}</span>", {
            picture: pictureWords(picture),
            span: (words) => <span className="vh">{words}</span>,
          })}
        </PageLink>
      </p>
    </>
  );
}
