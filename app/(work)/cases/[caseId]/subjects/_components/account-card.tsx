import type { Route } from "next";
import { Chip, type ChipKind } from "@/app/_ui/chip";
import type { Choice } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { DateField } from "@/app/_ui/field";
import { ActionForm, type FormAction, FormFoot } from "@/app/_ui/form";
import { RefNumber, RefNumberWithCopy } from "@/app/_ui/number";
import { PageLink } from "@/app/_ui/page-link";
import { Facts } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { confidenceLabels } from "@/lib/cases/labels";
import type { AccountForecast } from "@/lib/deadlines/types";
import { formatDate } from "@/lib/platform/format";
import type { AccountView } from "@/lib/subjects/types";
import { AccountFields } from "../../../_components/account-fields";

type Props = {
  caseId: string;
  account: AccountView;
  /** What is kept of it, in one sentence, and whether a renewal is worth drafting now. */
  kept: Pick<AccountForecast, "forecast" | "draftRenewal"> | null;
  confidences: readonly Choice[];
  action: FormAction;
};

const kinds: Record<AccountView["confidence"], ChipKind> = { confirmed: "done", probable: "info", possible: "plain" };

/** The id first, because it stays; handles under it as a history. */
export function AccountCard({ caseId, account, kept, confidences, action }: Props) {
  return (
    <section className="panel__body stack" aria-label={`Account ${account.code}`}>
      <div className="row row--between">
        <h3>
          {account.code} {account.platformName}
        </h3>
        <div className="row">
          {account.needsId ? (
            <Chip kind="warning" icon="triangle-alert">
              Needs its id
            </Chip>
          ) : null}
          <Chip kind={kinds[account.confidence]} icon={account.confidence === "confirmed" ? "check" : "circle-help"}>
            {confidenceLabels[account.confidence]}
          </Chip>
        </div>
      </div>
      <Facts items={factsOf(account)} />
      <p>
        <span className="strong">What is kept: </span>
        {kept?.forecast.sentence ?? "Nothing is kept for this account."}{" "}
        {kept?.draftRenewal ? (
          <PageLink
            href={`/cases/${caseId}/documents/new?template=preservation-renewal&account=${account.id}` as Route}
          >
            Draft the renewal for the officer
          </PageLink>
        ) : (
          <PageLink href={`/cases/${caseId}/deadlines#kept`}>Record what an officer asked</PageLink>
        )}
      </p>
      <Disclosure icon="pencil" label={account.needsId ? "Set the id, or change" : "Change this account"}>
        <ActionForm action={action} label={`Change account ${account.code}`}>
          <input type="hidden" name="caseId" value={caseId} />
          <input type="hidden" name="accountId" value={account.id} />
          <AccountFields confidences={confidences} known={account} />
          <DateField
            name="handleSeenOn"
            label="Day the new handle was seen"
            hint="Only when the handle changed. Today when left empty"
            optional
          />
          <FormFoot>
            <SubmitButton look="secondary" pendingText="Saving the account">
              Save account {account.code}
            </SubmitButton>
          </FormFoot>
        </ActionForm>
      </Disclosure>
      <hr className="rule" />
    </section>
  );
}

function factsOf(account: AccountView) {
  const earlier = account.handles.filter((one) => one.handle !== account.handle);
  const seen = (on: string | null) => (on ? formatDate(on) : "not noted");
  return [
    {
      name: "Unchanging id",
      value: account.platformId ? (
        <RefNumberWithCopy value={account.platformId} what="id" />
      ) : (
        <RefNumber value={null} none="Not known yet" />
      ),
    },
    { name: "Handle now", value: <RefNumber value={account.handle} /> },
    {
      name: "Handles before",
      value:
        earlier.length > 0
          ? earlier.map((one) => `${one.handle}, seen ${formatDate(one.seenOn)}`).join("; ")
          : "None known",
    },
    { name: "Name shown", value: account.displayName ?? "Not noted" },
    { name: "Profile", value: account.url ? <span className="hash">{account.url}</span> : "Not noted" },
    { name: "What points to the subject", value: account.linkReason ?? "Not noted" },
    { name: "Seen", value: `First ${seen(account.firstSeenOn)}, last ${seen(account.lastSeenOn)}` },
    {
      name: "Shown by",
      value: [...account.incidents, ...account.exhibits].join(", ") || "No incident or exhibit yet",
    },
  ];
}
