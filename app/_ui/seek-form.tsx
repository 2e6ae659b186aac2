"use client";

import { type ComponentProps, type FormEvent, startTransition, useState } from "react";
import { isAnswered } from "@/app/_ui/with-network-error";
import { t } from "@/lib/platform/language/translate";

type Props = Omit<ComponentProps<"form">, "action" | "onSubmit"> & { action: (form: FormData) => Promise<void> };

/** A search box that leads to another page. Without a response it says so, and keeps what was typed. */
export function SeekForm({ action, ...rest }: Props) {
  const [stands, setStands] = useState<"still" | "looking" | "unanswered">("still");

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (stands === "looking") return;
    const form = event.currentTarget;
    const sent = new FormData(form);
    setStands("looking");
    startTransition(async () => {
      const answered = await isAnswered(action(sent));
      if (answered) form.reset();
      setStands(answered ? "still" : "unanswered");
    });
  }

  return (
    <>
      <form
        action={action}
        onSubmit={submit}
        autoComplete="off"
        aria-busy={stands === "looking" || undefined}
        {...rest}
      />
      <p className={stands === "unanswered" ? "small" : "vh"} role="status">
        {stands === "unanswered" ? t("No response. What you typed is still here: send it again.") : ""}
      </p>
    </>
  );
}
