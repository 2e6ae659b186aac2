import { Chip } from "@/app/_ui/chip";
import { DataTable } from "@/app/_ui/table/data-table";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { ManagePerson } from "./manage-person";

type Role = "caseworker" | "supervisor" | "admin" | "liaison";
type Person = { id: string; name: string; email: string; role: Role; code: string; joinedAt: Date };

type TableProps = {
  people: readonly Person[];
  me: string;
  zone: string;
  roleWords: Record<Role, string>;
  confirm: Confirmation;
  confirmEnd: Confirmation;
  /** The note on a new sign-in link that a supervisor must approve first. */
  waits: string | null;
};

export function MembersTable({ people, me, zone, roleWords, confirm, confirmEnd, waits }: TableProps) {
  return (
    <DataTable
      caption={t("People of the organisation")}
      rows={people}
      keyOf={(person) => person.id}
      columns={[
        {
          head: t("Name"),
          cell: (person) => (
            <>
              <span className="strong">{person.name}</span>
              <span className="small faint">{person.code}</span>
            </>
          ),
        },
        {
          head: t("Role"),
          cell: (person) => (
            <Chip icon={person.role === "liaison" ? "badge-check" : "user"}>{roleWords[person.role]}</Chip>
          ),
        },
        { head: t("Work e-mail"), cell: (person) => person.email },
        { head: t("Joined"), className: "nowrap", cell: (person) => formatDate(civilDate(person.joinedAt, zone)) },
        {
          head: <span className="vh">{t("Change")}</span>,
          cell: (person) =>
            person.id === me ? (
              <span className="muted">{t("You")}</span>
            ) : (
              <ManagePerson
                person={person}
                roleWords={roleWords}
                confirm={confirm}
                confirmEnd={confirmEnd}
                waits={person.role === "admin" ? null : waits}
              />
            ),
        },
      ]}
    />
  );
}
