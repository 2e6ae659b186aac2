import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { DownloadButton } from "@/app/_ui/button";
import { ActionForm } from "@/app/_ui/form";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { Hash } from "@/app/_ui/number";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Kept } from "@/app/(work)/_components/kept";
import { requireCtx } from "@/lib/auth/sessions/session";
import { readFilled } from "@/lib/documents/forms/queries";
import type { FilledView } from "@/lib/documents/forms/types";
import { may } from "@/lib/kernel/access/roles";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { makeFileAction, withdrawFilledFormAction } from "../actions";

/** Somebody looking over a shoulder can read a tab title: it names no person and no kind of form. */
export const metadata: Metadata = { title: t("Form") };

export default async function FilledFormPage({ params }: PageProps<"/cases/[caseId]/documents/forms/[filledId]">) {
  const ctx = await requireCtx("case.read");
  const { caseId, filledId } = await params;
  if (!may(ctx.actor, "paper.read")) return <Kept what={t("Official form")} />;
  const filled = await orNotFound(readFilled(ctx, caseId, filledId));
  const mayWrite = may(ctx.actor, "document.write");
  const again = `/cases/${caseId}/documents/forms/new?form=${filled.formId}` as Route;
  return (
    <>
      <Breadcrumb items={[{ label: t("Documents"), href: `/cases/${caseId}/documents` as Route }]} />
      <PageHead
        title={`${filled.code} ${filled.name}`}
        level={2}
        actions={
          <>
            {mayWrite && !filled.formRetired ? (
              <LinkButton icon="rotate-ccw" href={again}>
                {t("Fill it again")}
              </LinkButton>
            ) : null}
            {filled.made ? (
              <DownloadButton variant="primary" href={`/api/forms/filled/${filled.id}`}>
                {t("Download the PDF")}
              </DownloadButton>
            ) : null}
          </>
        }
      >
        {[filled.body, filled.edition, t("version {version}", { version: filled.version })].filter(Boolean).join(" · ")}
      </PageHead>
      {filled.withdrawnAt ? (
        <Notice icon="ban" title={t("Withdrawn {day}", { day: formatInstant(filled.withdrawnAt, filled.zone) })}>
          {t("It no longer counts, and stays readable.")}
        </Notice>
      ) : null}
      <div className="cols cols--wide">
        <Pages filled={filled} mayWrite={mayWrite} />
        <div className="stack stack--l">
          <NotFilled filled={filled} />
          <Panel title={t("What was written")} id="written">
            <ul className="stack stack--s">
              {filled.written.map(({ label, page, text }, at) => (
                // Two boxes may have the same words.
                <li key={`${at}-${label}`}>
                  <span className="strong">{label}</span>{" "}
                  <span className="small muted">{t("page {page}", { page })}</span>
                  <br />
                  <span className="prewrap">{text || t("ticked")}</span>
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title={t("About this form")} id="about">
            <Facts
              items={[
                { name: t("Filled by"), value: filled.filledBy },
                { name: t("Filled"), value: formatInstant(filled.filledAt, filled.zone) },
                { name: t("SHA-256"), value: filled.sha256 ? <Hash value={filled.sha256} /> : t("No file yet") },
              ]}
            />
            {mayWrite && !filled.withdrawnAt ? (
              <ActionForm action={withdrawFilledFormAction} label={t("Withdraw this form")} guard={false}>
                <input type="hidden" name="filledId" value={filled.id} />
                <SubmitButton pendingText={t("Withdrawing")} variant="danger" icon="ban">
                  {t("Withdraw this form")}
                </SubmitButton>
              </ActionForm>
            ) : null}
          </Panel>
        </div>
      </div>
    </>
  );
}

function Pages({ filled, mayWrite }: { filled: FilledView; mayWrite: boolean }) {
  if (!filled.made) {
    return (
      <Panel title={t("The file is not made yet")} id="pages">
        <p>{t("What goes on the form is kept. The file could not be made when it was filled.")}</p>
        {mayWrite ? (
          <ActionForm action={makeFileAction} label={t("Make the file")} guard={false}>
            <input type="hidden" name="filledId" value={filled.id} />
            <SubmitButton pendingText={t("Making the file")} icon="file-text">
              {t("Make the file")}
            </SubmitButton>
          </ActionForm>
        ) : null}
      </Panel>
    );
  }
  return (
    <Panel title={t("The form")} id="pages">
      {Array.from({ length: filled.pages }, (_, at) => (
        <img
          key={`${filled.id}-${at + 1}`}
          className="formpage"
          loading="lazy"
          src={`/api/forms/filled/${filled.id}/pages/${at + 1}`}
          alt={t("Page {page} of the filled form. Its words are listed under “What was written”.", { page: at + 1 })}
        />
      ))}
    </Panel>
  );
}

function NotFilled({ filled: { missing, byHand } }: { filled: FilledView }) {
  if (missing.length === 0 && byHand.length === 0) return null;
  return (
    <Panel title={t("Not filled")} id="missing">
      {missing.length > 0 ? (
        <>
          <p>{t("Not recorded on this case, or not answered. These places are empty:")}</p>
          <ul>
            {missing.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </>
      ) : null}
      {byHand.length > 0 ? (
        <>
          <p>{t("To complete by hand:")}</p>
          <ul>
            {byHand.map((label, at) => (
              <li key={`${at}-${label}`}>{label}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Panel>
  );
}
