import type { Route } from "next";
import { AskedCheckbox } from "@/app/_ui/asked-checkbox";
import { Chip } from "@/app/_ui/chip";
import { Clash } from "@/app/_ui/clash";
import { DateField } from "@/app/_ui/field";
import { ForeignAddress } from "@/app/_ui/foreign-address";
import { ActionForm } from "@/app/_ui/form";
import { RefNumber, RefNumberWithCopy } from "@/app/_ui/number";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, RecordPanel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { writeNumbers } from "@/lib/casework/incidents/rules";
import type { AccountView } from "@/lib/casework/subjects/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { AccountFields, accountFields } from "../../../_components/account-fields";
import { amendAccountAction } from "../actions";
import type { Board } from "./board";
import { ConfidenceChip } from "./confidence-chip";
import { HandleHistory } from "./handle-history";
import { MatchNotes } from "./match-notes";
import { OnDemand } from "./on-demand";
import { ShownBy } from "./shown-by";

/** The ID first, because it does not change; handles next to it as a history. */
export function AccountCard({ board, account }: { board: Board; account: AccountView }) {
  const matches = board.matches.filter((match) => match.ownerKind === "account" && match.ownerId === account.id);
  return (
    <RecordPanel
      id={`account-${account.number}`}
      label={t("Account {code}", { code: account.code })}
      title={`${account.code} ${account.platformName}`}
      end={
        <div className="row">
          {account.needsId ? (
            <Chip kind="warning" icon="triangle-alert">
              {t("Handle without its id")}
            </Chip>
          ) : null}
          <ConfidenceChip confidence={account.confidence} needsProof={account.needsProof} />
        </div>
      }
    >
      <MatchNotes matches={matches} />
      <div className="cols cols--main">
        <Facts items={factsOf(account)} />
        <HandleHistory account={account} />
      </div>
      <ShownBy board={board} account={account} />
      <Kept board={board} account={account} />
      <ChangeAccount board={board} account={account} />
    </RecordPanel>
  );
}

/** What is kept of it, in one sentence, and whether a renewal is worth drafting now. */
function Kept({ board, account }: { board: Board; account: AccountView }) {
  const kept = board.forecasts.find((forecast) => forecast.accountId === account.id);
  const renewal = `/cases/${board.caseId}/documents/new?template=preservation-renewal&account=${account.id}` as Route;
  return (
    <p>
      <span className="strong">{t("What is kept:")} </span>
      {kept?.forecast.sentence ?? t("Nothing is kept for this account.")}{" "}
      {kept?.draftRenewal ? (
        <PageLink href={renewal}>{t("Draft the renewal for the officer")}</PageLink>
      ) : (
        <PageLink href={`/cases/${board.caseId}/deadlines#kept`}>{t("Record what an officer asked")}</PageLink>
      )}
    </p>
  );
}

function ChangeAccount({ board, account }: { board: Board; account: AccountView }) {
  return (
    <OnDemand
      board={board}
      form="account"
      of={account.id}
      place={`#account-${account.number}`}
      name={account.code}
      icon="pencil"
      label={account.needsId ? t("Add the permanent ID or make changes") : t("Change this account")}
    >
      {() => (
        <ActionForm action={amendAccountAction} label={t("Change account {code}", { code: account.code })}>
          <input type="hidden" name="caseId" value={board.caseId} />
          <input type="hidden" name="accountId" value={account.id} />
          <Clash record={account.id} fields={accountFields(board.choices)} />
          <AccountFields confidences={board.choices.confidences} known={account} />
          <DateField
            name="handleSeenOn"
            label={t("Day the new handle was seen")}
            hint={t("Only when the handle changed. Today when left empty")}
            optional
          />
          <KeepConfirmed />
          <SubmitFoot variant="secondary" pendingText={t("Saving the account")}>
            {t("Save account {code}", { code: account.code })}
          </SubmitFoot>
        </ActionForm>
      )}
    </OnDemand>
  );
}

/** Asked once, if a link is marked confirmed and no exhibit shows it. */
export function KeepConfirmed() {
  return (
    <AskedCheckbox
      name="keepConfirmed"
      label={t("It is confirmed although no exhibit shows it")}
      hint={t("The board goes on asking for one.")}
    />
  );
}

function factsOf(account: AccountView) {
  const seen = (on: string | null) => (on ? formatDate(on) : "not noted");
  return [
    {
      name: t("Permanent ID"),
      value: account.platformId ? (
        <RefNumberWithCopy value={account.platformId} what="id" />
      ) : (
        <RefNumber value={null} none={t("Not known yet")} />
      ),
    },
    { name: t("Handle now"), value: <RefNumber value={account.handle} /> },
    { name: t("Name shown"), value: account.displayName ?? "Not noted" },
    {
      name: t("Profile"),
      value: account.url ? <ForeignAddress address={account.url} what={t("address")} /> : "Not noted",
    },
    { name: t("What points to the subject"), value: account.linkReason ?? "Not noted" },
    { name: t("Seen"), value: `First ${seen(account.firstSeenOn)}, last ${seen(account.lastSeenOn)}` },
    { name: t("Incidents"), value: writeNumbers(account.incidents) || "None yet" },
    { name: t("Captured from it"), value: writeNumbers(account.exhibits) || "No exhibit yet" },
  ];
}
