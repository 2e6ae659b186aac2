import { Chip } from "@/app/_ui/chip";
import type { FormAction } from "@/app/_ui/form";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import type { EndTheirs } from "./end-theirs";
import { ManagePerson } from "./manage-person";

type Role = "caseworker" | "supervisor" | "admin" | "liaison";
type Person = { id: string; name: string; email: string; role: Role; code: string; joinedAt: Date };

type TableProps = {
  people: readonly Person[];
  me: string;
  zone: string;
  roleWords: Record<Role, string>;
  confirm: Confirmation;
  changeRole: FormAction;
  renew: FormAction;
  remove: FormAction;
  end: EndTheirs;
  /** What is said of a new sign-in link that a supervisor releases first. */
  waits: string | null;
};

export function MembersTable({
  people,
  me,
  zone,
  roleWords,
  confirm,
  changeRole,
  renew,
  remove,
  end,
  waits,
}: TableProps) {
  return (
    <table className="table table--cards">
      <caption className="vh">People of the organisation</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Role</th>
          <th scope="col">Work e-mail</th>
          <th scope="col">Joined</th>
          <th scope="col">
            <span className="vh">Change</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <td>
              <span className="strong">{person.name}</span>
              <span className="small faint">{person.code}</span>
            </td>
            <td data-label="Role">
              <Chip icon={person.role === "liaison" ? "badge-check" : "user"}>{roleWords[person.role]}</Chip>
            </td>
            <td data-label="Work e-mail">{person.email}</td>
            <td data-label="Joined" className="nowrap">
              {formatDate(civilDate(person.joinedAt, zone))}
            </td>
            <td>
              {person.id === me ? (
                <span className="muted">You</span>
              ) : (
                <ManagePerson
                  person={person}
                  roleWords={roleWords}
                  confirm={confirm}
                  changeRole={changeRole}
                  renew={renew}
                  remove={remove}
                  end={end}
                  waits={person.role === "admin" ? null : waits}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
