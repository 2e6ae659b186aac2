import { Panel } from "@/app/_ui/panel";
import { t } from "@/lib/platform/language/translate";

const doThis = [
  t("Stop looking. Write down the address of the page, the account and the time."),
  t("Record them here, then report by one of the routes below and record the number that comes back."),
  t("Ask the client not to send, show or delete anything, and keep to what is agreed for safe contact."),
  t("Tell your supervisor today."),
];

const notThis = [
  t("Do not open, copy, save, print, photograph or send it, not even as proof."),
  t("Do not ask anybody for a copy, and do not keep a hash of it."),
  t("Do not describe the image in a note. Say only where it was."),
  t("Do not delete a file that is here already: it is locked, and a supervisor decides with the police."),
];

export function WhatToDo() {
  return (
    <Panel title={t("What to do now")} id="do">
      <div className="cols cols--2">
        <section aria-label={t("Do")} className="stack stack--s">
          <h3>{t("Do")}</h3>
          <Lines lines={doThis} ordered />
        </section>
        <section aria-label={t("Do not")} className="stack stack--s">
          <h3>{t("Do not")}</h3>
          <Lines lines={notThis} />
        </section>
      </div>
    </Panel>
  );
}

function Lines({ lines, ordered = false }: { lines: readonly string[]; ordered?: boolean }) {
  const List = ordered ? "ol" : "ul";
  return (
    <List>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </List>
  );
}
