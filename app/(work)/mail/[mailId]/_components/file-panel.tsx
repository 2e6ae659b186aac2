import type { Route } from "next";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitButton, SubmitFoot } from "@/app/_ui/submit-button";
import { UnlessFrozen } from "@/app/_ui/unless-frozen";
import type { MailView } from "@/lib/escalation/incoming-mail/types";
import { t } from "@/lib/platform/language/translate";
import {
  fileAsExhibitAction,
  fileMailAction,
  linkMailAction,
  setMailAsideAction,
  takeUpMailAction,
  unfileMailAction,
} from "../../actions";

type Props = { mail: MailView; mayLink: boolean };

/** What becomes of it: a letter on the register, evidence, or nothing. */
export function FilePanel({ mail, mayLink }: Props) {
  return (
    <Panel id="file" title={t("What becomes of it")}>
      <Became mail={mail} />
      {mail.case ? (
        <UnlessFrozen what={t("Mail")}>
          <Acts mail={mail} />
        </UnlessFrozen>
      ) : (
        <Loose mail={mail} mayLink={mayLink} />
      )}
    </Panel>
  );
}

function Became({ mail }: { mail: MailView }) {
  const { letter, exhibit, case: of } = mail;
  return (
    <>
      {letter && of ? (
        <p>
          {rich("On the register of letters as {letter}.", {
            letter: <PageLink href={`/cases/${of.id}/letters#${letter.code}` as Route}>{letter.code}</PageLink>,
          })}
        </p>
      ) : null}
      {exhibit && of ? (
        <p>
          {rich("The message itself is evidence, as {exhibit}.", {
            exhibit: <PageLink href={`/cases/${of.id}/evidence/${exhibit.id}` as Route}>{exhibit.label}</PageLink>,
          })}
        </p>
      ) : null}
    </>
  );
}

function Acts({ mail }: { mail: MailView }) {
  const { id, state, letter, exhibit, kept } = mail;
  return (
    <div className="row">
      {state !== "set_aside" && !letter ? (
        <Act mailId={id} action={fileMailAction} label={t("File as a letter")} icon="mail" primary />
      ) : null}
      {letter ? <Act mailId={id} action={unfileMailAction} label={t("Undo the filing")} icon="undo-2" /> : null}
      {state !== "set_aside" && kept && !exhibit ? (
        <Act
          mailId={id}
          action={fileAsExhibitAction}
          label={t("File the message as evidence")}
          icon="package"
          part="message"
        />
      ) : null}
      <Aside mail={mail} />
    </div>
  );
}

function Aside({ mail: { id, state } }: { mail: MailView }) {
  if (state === "held") return <Act mailId={id} action={setMailAsideAction} label={t("Set aside")} icon="ban" />;
  if (state === "set_aside")
    return <Act mailId={id} action={takeUpMailAction} label={t("Take it up again")} icon="undo-2" />;
  return null;
}

/** A mail that names no case: first somebody says to which it belongs. */
function Loose({ mail, mayLink }: Props) {
  return (
    <>
      <p className="read">
        {t("It belongs to no case yet. Say to which it belongs, then it can be filed; or set it aside.")}
      </p>
      {mayLink && mail.state === "held" ? (
        <Disclosure icon="link" label={t("Link it to a case")} open>
          <ActionForm action={linkMailAction} label={t("Link it to a case")} prefix="link">
            <input type="hidden" name="mailId" value={mail.id} />
            <TextField name="caseCode" label={t("Code of the case")} hint={t("For example CD-2026-0001")} short />
            <SubmitFoot variant="secondary" icon="link" pendingText={t("Linking")}>
              {t("Link it")}
            </SubmitFoot>
          </ActionForm>
        </Disclosure>
      ) : null}
      <div className="row">
        <Aside mail={mail} />
      </div>
    </>
  );
}

type ActProps = {
  mailId: string;
  action: Parameters<typeof ActionForm>[0]["action"];
  label: string;
  icon: Parameters<typeof SubmitButton>[0]["icon"];
  part?: string;
  primary?: boolean;
};

/** One click, with what it says when it is done. */
export function Act({ mailId, action, label, icon, part, primary }: ActProps) {
  return (
    <ActionForm action={action} label={label} prefix={part ?? label}>
      <input type="hidden" name="mailId" value={mailId} />
      {part === undefined ? null : <input type="hidden" name="part" value={part} />}
      <SubmitButton variant={primary ? "primary" : "secondary"} icon={icon} pendingText={t("Working")}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
