"use client";

import type { Route } from "next";
import type { ComponentProps, FormEvent } from "react";
import { usePageRouter } from "./use-page-router";

type QueryFormProps<T extends string> = Omit<ComponentProps<"form">, "action" | "onSubmit"> & {
  action: Route<T>;
  /** Off where the page stays as it is scrolled. */
  scroll?: boolean;
};

/**
 * A plain form whose answers stand in the address. With script the page is not loaded as a whole; nothing is fetched
 * ahead.
 */
export function QueryForm<T extends string>({ action, scroll, ...rest }: QueryFormProps<T>) {
  const router = usePageRouter();

  function submit(event: FormEvent<HTMLFormElement>) {
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    // A button that leads elsewhere, such as to a file, is the browser's.
    if (!router || submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget, submitter)) asked.append(name, String(value));
    router.push(`${action}?${asked}` as Route, { scroll });
  }

  return <form action={action} onSubmit={submit} {...rest} />;
}
