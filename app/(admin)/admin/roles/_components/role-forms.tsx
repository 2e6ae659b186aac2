import { Checkbox } from "@/app/_ui/choice";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { limitWords, permissionGroups, permissionWords, roleWords } from "@/lib/organisation/roles/labels";
import { settableOf } from "@/lib/organisation/roles/rules";
import type { RoleView } from "@/lib/organisation/roles/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { askRoleChangeAction } from "../actions";

type RoleProps = { view: RoleView; writes: boolean; confirm: Confirmation };

/** One role as a list: what its members do not have, under which conditions, and the form that asks for a change. */
export function RolePanel({ view, writes, confirm }: RoleProps) {
  const { id, role, name, lacks, limits, members, isConfirmed, isWaiting } = view;
  return (
    <Panel id={`role-${id ?? role}`} title={id ? t("{name}, built on {role}", { name, role: roleWords(role) }) : name}>
      <p className="muted">
        {isConfirmed
          ? t("{people} with this role.", { people: plural(members, "person", "people") })
          : t("Nobody can have this role before a second person confirms it.")}
      </p>
      {lacks.length > 0 ? (
        <ul>
          {lacks.map((permission) => (
            <li key={permission}>{t("Not: {what}", { what: permissionWords[permission].label })}</li>
          ))}
        </ul>
      ) : (
        <p>{t("Everything that this role has by default.")}</p>
      )}
      {limitWords(limits).map((words) => (
        <p key={words}>{words}</p>
      ))}
      {isWaiting ? <p className="muted">{t("A change of this role waits for a second person.")}</p> : null}
      {writes && !isWaiting ? (
        <Disclosure label={t("Change what {name} may", { name })}>
          <ActionForm action={askRoleChangeAction} label={t("Change what {name} may", { name })} prefix={id ?? role}>
            <input type="hidden" name="role" value={role} />
            {id ? <input type="hidden" name="customRoleId" value={id} /> : null}
            <Rules view={view} prefix={id ?? role} />
            <p className="muted">
              {t("It concerns {people}, from their next click after it is confirmed.", {
                people: plural(members, "person", "people"),
              })}
            </p>
            <ConfirmField asks={confirm} />
            <SubmitFoot pendingText={t("Asking")}>{t("Ask for this change")}</SubmitFoot>
          </ActionForm>
        </Disclosure>
      ) : null}
    </Panel>
  );
}

/** What is ticked stays; what is not is taken away. */
function Rules({ view: { id, role, lacks, rules }, prefix }: { view: RoleView; prefix: string }) {
  const sets = settableOf(role);
  return (
    <>
      {permissionGroups.map(({ title, of }) => {
        const shown = of.filter((permission) => sets.includes(permission));
        return shown.length === 0 ? null : (
          <fieldset className="field" key={title}>
            <legend>{title}</legend>
            {shown.map((permission) => (
              <Checkbox
                key={permission}
                id={`${prefix}-${permission}`}
                name="keeps"
                value={permission}
                label={permissionWords[permission].label}
                hint={permissionWords[permission].hint}
                defaultChecked={id ? !lacks.includes(permission) : !rules.taken.includes(permission)}
              />
            ))}
          </fieldset>
        );
      })}
      {role === "caseworker" ? (
        <fieldset className="field">
          <legend>{t("Conditions for changing a case")}</legend>
          <Checkbox
            id={`${prefix}-own`}
            name="ownOnly"
            label={t("Own cases only")}
            hint={t("Cases on which the person only works, they read.")}
            defaultChecked={rules.ownOnly}
          />
          <Checkbox
            id={`${prefix}-open`}
            name="openOnly"
            label={t("Open cases only")}
            hint={t("A closed case is opened again by a supervisor.")}
            defaultChecked={rules.openOnly}
          />
          <TextField
            id={`${prefix}-days`}
            name="maxDays"
            label={t("Records up to this many days old")}
            hint={t("After that a supervisor corrects them. Empty: without limit")}
            inputMode="numeric"
            short
            optional
            defaultValue={rules.maxDays ?? ""}
          />
        </fieldset>
      ) : null}
    </>
  );
}

/** A name and the role that it is built on; it begins with all that this role has, less what is unticked. */
export function NewRoleForm({ roles, confirm }: { roles: readonly RoleView[]; confirm: Confirmation }) {
  return (
    <div className="stack">
      <p>{t("One of our roles, less what you take away. It can never have more than the role it is built on.")}</p>
      {roles.map((view) => (
        <Disclosure key={view.role} label={t("Built on {role}", { role: view.name })}>
          <ActionForm
            action={askRoleChangeAction}
            label={t("A role built on {role}", { role: view.name })}
            prefix={`new-${view.role}`}
          >
            <input type="hidden" name="role" value={view.role} />
            <TextField
              id={`new-${view.role}-name`}
              name="name"
              label={t("Name of the role")}
              hint={t("For example Volunteer")}
              required
            />
            <Rules view={{ ...view, id: "new" }} prefix={`new-${view.role}`} />
            <ConfirmField asks={confirm} />
            <SubmitFoot pendingText={t("Asking")}>{t("Ask for this role")}</SubmitFoot>
          </ActionForm>
        </Disclosure>
      ))}
    </div>
  );
}
