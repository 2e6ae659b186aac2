"use client";

import { useSyncExternalStore } from "react";
import { formatBothZones } from "@/lib/platform/text/format";

const neverChanges = () => () => {};
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
const onServer = () => "UTC";

/** An instant for somebody whose zone the server does not know: in their device's zone, with UTC. */
export function OwnTime({ at }: { at: Date }) {
  const zone = useSyncExternalStore(neverChanges, ownZone, onServer);
  return <>{formatBothZones(at, zone, "UTC")}</>;
}
