"use client";

import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { announceAfter, clearAnnouncement } from "@/app/_ui/announcements";
import { isSent, useUnsavedGuard } from "@/app/_ui/use-unsaved-guard";
import { withNetworkError } from "@/app/_ui/with-network-error";
import { t } from "@/lib/platform/language/translate";
import { classes } from "./classes";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";
import { type FormState, idle } from "./form-state";
import { useFrozen } from "./frozen";
import { Notice } from "./notice";

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

type ActionFormProps = {
  action: FormAction;
  children: ReactNode;
  /** Names the form to a screen reader when no heading does: "Record a number". */
  label?: string;
  className?: string;
  /** Where a browser without script lands after sending; the page of the form when left out. */
  permalink?: string;
  /** The beginning of each field's id, when links from elsewhere lead to a field: `draft` for `#draft-stage`. */
  prefix?: string;
  /** Initial values from an earlier page. */
  initial?: FormState;
  /** Heads the errors of a form that saves nothing: "Not opened yet". */
  failed?: string;
  /** Off for a form with nothing to lose, such as a search. */
  guard?: boolean;
  /** Off when the page itself shows what was saved. */
  announceSaved?: boolean;
  onSaved?: (state: FormState) => void;
  /** Stays where a case is restricted: it reads, protects somebody or only takes back. Decision 0015 names them. */
  whileRestricted?: boolean;
};

/**
 * A form handled by a server action. With JavaScript it keeps every field as typed (files too) and moves focus to the
 * error summary; without, the browser submits it and the server renders the same result. Browsers do not remember its
 * fields (autocomplete), except those that say otherwise.
 */
export function ActionForm(props: ActionFormProps) {
  const frozen = useFrozen();
  if (frozen && !props.whileRestricted) {
    return (
      <p className="muted frozenform">
        {props.label
          ? t("{label}: not while the case is restricted.", { label: props.label })
          : t("Not while the case is restricted.")}
      </p>
    );
  }
  return <LiveForm {...props} />;
}

function LiveForm(props: ActionFormProps) {
  const {
    action,
    children,
    label,
    className,
    permalink,
    prefix: ownPrefix,
    initial = idle,
    failed,
    guard = true,
    announceSaved = true,
    onSaved,
  } = props;
  // The server keeps the action itself, so that a browser without script has where to send the form.
  const answered = useRef<string | null>(null);
  const asked = useMemo(
    () => (typeof window === "undefined" ? action : noting(withNetworkError(action), answered)),
    [action],
  );
  const [state, send, pending] = useActionState(asked, initial, permalink);
  const [sent, setSent] = useState<FormData | null>(null);
  const isOnServer = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  // A form that came with the page can be sent without script. One that the script made needs no address to go to.
  const [isServed] = useState(isOnServer);
  const form = useRef<HTMLFormElement>(null);
  const touch = useUnsavedGuard(guard, form);
  const madePrefix = useId();
  const prefix = ownPrefix ?? madePrefix;

  useEffect(() => {
    if (state.status === "failed" || state.unsaved) touch.mark();
    if (state.status !== "saved") return;
    answered.current = null;
    form.current?.reset();
    onSaved?.(state);
    // One answer is handled once: a new onSaved function alone must not run it again.
  }, [state]);

  // An act may remove its own form from the page: then its result is shown elsewhere on the page.
  useEffect(
    () => () => {
      if (answered.current && announceSaved) announceAfter(answered.current);
    },
    [announceSaved],
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const data = new FormData(event.currentTarget, submitter);
    setSent(data);
    touch.clear();
    clearAnnouncement();
    startTransition(() => send(data));
  }

  return (
    <FormContext value={{ state, pending, sent, prefix }}>
      <form
        ref={form}
        action={isServed ? send : undefined}
        onSubmit={submit}
        onChange={(event) => (isSent(event.target) ? touch.type() : undefined)}
        className={classes("form", className)}
        aria-label={label}
        aria-busy={pending || undefined}
        noValidate
        autoComplete="off"
      >
        <ErrorSummary state={state} prefix={prefix} title={failed} />
        {state.status === "saved" && state.message && announceSaved ? (
          <Notice kind="done" icon="check" title={state.message} live />
        ) : null}
        {children}
      </form>
    </FormContext>
  );
}

const never = () => () => undefined;

/** Keeps the result of an act until its form has shown it. */
function noting(action: FormAction, answered: { current: string | null }): FormAction {
  return async (before, form) => {
    const answer = await action(before, form);
    answered.current = answer.status === "saved" ? (answer.message ?? null) : null;
    return answer;
  };
}

/** The buttons at the end of a form. */
export function FormFoot({ children }: { children: ReactNode }) {
  return <div className="form__foot">{children}</div>;
}
