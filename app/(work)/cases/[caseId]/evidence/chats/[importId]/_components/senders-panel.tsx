import { Chip } from "@/app/_ui/chip";
import { type Choice, Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { SenderView } from "@/lib/evidence/chats/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { linkSenderAction } from "../../actions";

type Props = {
  caseId: string;
  senders: readonly SenderView[];
  accounts: readonly Choice[];
  canLink: boolean;
};

/** The senders, and who they are. A name in an export is what a phone called somebody. */
export function SendersPanel({ caseId, senders, accounts, canLink }: Props) {
  return (
    <Panel title={t("Who wrote")} id="senders">
      <ul className="stack">
        {senders.map((sender) => (
          <li className="stack stack--s" key={sender.id}>
            <div className="row">
              <strong dir="auto" className="breakable">
                {sender.name}
              </strong>
              <LinkedTo sender={sender} />
            </div>
            <span className="small muted">{plural(sender.messages, "message")}</span>
            {canLink ? (
              <Disclosure label={sender.isClient || sender.accountId ? t("Change who this is") : t("Say who this is")}>
                <ActionForm action={linkSenderAction} label={t("Say who {name} is", { name: sender.name })}>
                  <input type="hidden" name="senderId" value={sender.id} />
                  <Select
                    name="to"
                    id={`to-${sender.id}`}
                    label={t("This is")}
                    options={[
                      { value: "client", label: t("The client") },
                      ...accounts,
                      { value: "nobody", label: t("Not known yet") },
                    ]}
                    defaultValue={sender.isClient ? "client" : (sender.accountId ?? accounts[0]?.value ?? "nobody")}
                  />
                  <SubmitFoot variant="secondary" small pendingText={t("Noting it")}>
                    {t("Save")}
                  </SubmitFoot>
                </ActionForm>
              </Disclosure>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="small muted">
        {rich(
          "A name in an export is what the phone called somebody. It proves nothing by itself. <link>Identity board</link>",
          { link: (words) => <PageLink href={`/cases/${caseId}/subjects`}>{words}</PageLink> },
        )}
      </p>
    </Panel>
  );
}

function LinkedTo({ sender }: { sender: SenderView }) {
  if (sender.isClient) return <Chip kind="info">{t("The client")}</Chip>;
  if (sender.account) return <Chip kind="accent">{sender.account}</Chip>;
  return <Chip kind="line">{t("Not known yet")}</Chip>;
}
