import "server-only";
import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FormAction } from "@/app/_ui/form";
import { runForm } from "@/app/_ui/run-form";
import { actingCtx } from "@/lib/auth/sessions/session";
import { confirmPerson } from "@/lib/auth/step-up/confirm-person";
import type { Ctx } from "@/lib/kernel/access/ctx";
import type { GuardedAct } from "@/lib/kernel/access/step-ups";

type Way<Given, T> = {
  /** What the form says when it is saved. */
  saved?: string | ((made: T, form: FormData) => string | undefined);
  /** The path to revalidate, by its folder name, with everything below it. */
  refresh?: string;
  /** Also revalidated after a rejection, so that somebody else's changes appear next to what was typed. */
  evenRefused?: true;
  /** Where to redirect instead of showing a message. */
  goTo?: (made: T, form: FormData) => string;
  /** The fresh proof that it asks; from a function, null where this form asks none. */
  confirm?: GuardedAct | ((form: FormData) => GuardedAct | null);
  /** What the command is given, where that is not the fields by their names. */
  input?: (form: FormData) => Given;
  /** Puts what is meant in the place of what was typed, before two wordings are compared. */
  fillIn?: (form: FormData) => Promise<void>;
};

/**
 * The Server Action of a form that runs one command. It rejects other origins, requests the proof, and answers as
 * `runForm` does. A form that needs more has its own function.
 */
export function formAction<Given, T>(command: (ctx: Ctx, given: Given) => Promise<T>, way: Way<Given, T>): FormAction {
  const { saved, refresh, evenRefused, goTo, confirm, input = Object.fromEntries, fillIn } = way;
  const refreshPage = () => (refresh ? revalidatePath(refresh, "layout") : undefined);
  return async (_before, form) => {
    if (evenRefused) refreshPage();
    const act = async () => {
      const proof = typeof confirm === "function" ? confirm(form) : confirm;
      const made = await command(proof ? await confirmPerson(form, proof) : await actingCtx(), input(form));
      refreshPage();
      if (goTo) redirect(goTo(made, form) as Route);
      return typeof saved === "function" ? saved(made, form) : saved;
    };
    return runForm(form, act, fillIn);
  };
}

/** For an act that approves or rejects a request: only an approval requires fresh proof. */
export function decided(proof: GuardedAct, released: string, refused: string) {
  const releases = (form: FormData) => form.get("decision") === "release";
  return {
    confirm: (form: FormData) => (releases(form) ? proof : null),
    saved: (_made: unknown, form: FormData) => (releases(form) ? released : refused),
  };
}
