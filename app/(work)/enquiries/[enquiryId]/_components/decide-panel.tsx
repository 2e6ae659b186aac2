import type { Route } from "next";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { LinkButton } from "@/app/_ui/link-button";
import { Facts, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { EnquiryView } from "@/lib/client/enquiries/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant } from "@/lib/platform/text/format";
import { linkEnquiryAction, referEnquiryAction, setEnquiryAsideAction, takeUpEnquiryAction } from "../../actions";

/** What becomes of it: a case, help elsewhere, or nothing. */
export function DecidePanel({ enquiry, zone }: { enquiry: EnquiryView; zone: string }) {
  const { id, state } = enquiry;
  return (
    <Panel id="decide" title={t("What becomes of it")}>
      <Decided enquiry={enquiry} zone={zone} />
      {state === "open" ? (
        <>
          <p className="read">
            {t("Search first whether she is known. What she wrote goes on to the case, marked as hers.")}
          </p>
          <div className="row">
            <LinkButton icon="search" href={`/cases/new?enquiry=${id}` as Route}>
              {t("Search, then open a case")}
            </LinkButton>
          </div>
          <Disclosure icon="folder" label={t("Link to a case that there is")}>
            <ActionForm action={linkEnquiryAction} label={t("Link to a case that there is")} prefix="link">
              <input type="hidden" name="enquiryId" value={id} />
              <TextField name="caseCode" label={t("Code of the case")} hint={t("For example CD-2026-0001")} short />
              <SubmitFoot variant="secondary" icon="link" pendingText={t("Linking")}>
                {t("Link it")}
              </SubmitFoot>
            </ActionForm>
          </Disclosure>
          <Disclosure icon="users" label={t("Refer her elsewhere")}>
            <ActionForm action={referEnquiryAction} label={t("Refer her elsewhere")} prefix="refer">
              <input type="hidden" name="enquiryId" value={id} />
              <TextArea
                name="words"
                label={t("What she reads")}
                hint={t("Who helps her, with the number and the hours. Nothing is told to them.")}
                rows={4}
              />
              <SubmitFoot variant="secondary" icon="send" pendingText={t("Saving")}>
                {t("Answer and close")}
              </SubmitFoot>
            </ActionForm>
          </Disclosure>
          <Disclosure icon="ban" label={t("Set it aside")}>
            <ActionForm action={setEnquiryAsideAction} label={t("Set it aside")} prefix="aside">
              <input type="hidden" name="enquiryId" value={id} />
              <TextField
                name="reason"
                label={t("Why it is set aside")}
                hint={t("She does not read it. For example: advertising, or written by somebody else in her name")}
              />
              <SubmitFoot variant="secondary" icon="ban" pendingText={t("Setting it aside")}>
                {t("Set aside")}
              </SubmitFoot>
            </ActionForm>
          </Disclosure>
        </>
      ) : null}
      {state === "referred" || state === "set_aside" ? (
        <ActionForm action={takeUpEnquiryAction} label={t("Take it up again")} prefix="again">
          <input type="hidden" name="enquiryId" value={id} />
          <SubmitFoot variant="secondary" icon="undo-2" pendingText={t("Opening it again")}>
            {t("Take it up again")}
          </SubmitFoot>
        </ActionForm>
      ) : null}
      {enquiry.case ? (
        <div className="row">
          <LinkButton icon="folder" href={`/cases/${enquiry.case.id}` as Route}>
            {t("Go to the case")}
          </LinkButton>
          <LinkButton icon="link" href={`/cases/${enquiry.case.id}/client-page` as Route}>
            {t("Give her a page of her own")}
          </LinkButton>
        </div>
      ) : null}
    </Panel>
  );
}

function Decided({ enquiry, zone }: { enquiry: EnquiryView; zone: string }) {
  const { readAt, readBy, decidedAt, decidedBy, reason, erasedOn, state } = enquiry;
  const known = [
    {
      name: t("First read"),
      value: readAt && t("{at}, by {by}", { at: formatInstant(readAt, zone), by: readBy ?? "" }),
    },
    {
      name: t("Decided"),
      value:
        decidedAt &&
        state !== "open" &&
        t("{at}, by {by}", { at: formatInstant(decidedAt, zone), by: decidedBy ?? "" }),
    },
    { name: t("Reason"), value: reason },
    { name: t("Erased on"), value: erasedOn && formatDate(erasedOn) },
  ].flatMap(({ name, value }) => (value ? [{ name, value }] : []));
  return known.length > 0 ? <Facts items={known} /> : null;
}
