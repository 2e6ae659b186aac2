"use client";

import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { useContext } from "react";

/** The router; null where a piece of a page is drawn without one, so that its links and forms stay plain. */
export const usePageRouter = () => useContext(AppRouterContext);
