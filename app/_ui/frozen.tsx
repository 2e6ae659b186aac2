"use client";

import { createContext, type ReactNode, useContext } from "react";

const FrozenContext = createContext(false);

/** Everything inside belongs to a restricted case: forms are not rendered, but for those that a restriction lets through. */
export function Frozen({ children }: { children: ReactNode }) {
  return <FrozenContext value={true}>{children}</FrozenContext>;
}

export const useFrozen = (): boolean => useContext(FrozenContext);
