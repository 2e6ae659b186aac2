"use client";

import { useEffect, useRef, useState } from "react";
import { Cover } from "./cover";
import { startWatching, type WatchLoop } from "./watch-loop";
import type { Watched } from "./watch-rules";

/** Hides what is on the screen of somebody who went away. `who` is the member whose page this is. */
export function Watch({ who }: { who: string }) {
  const [now, setNow] = useState<{ shown: Watched; idle: number }>({ shown: "open", idle: 0 });
  const loop = useRef<WatchLoop>(null);
  useEffect(() => {
    loop.current = startWatching({ who, show: (shown, idle) => setNow({ shown, idle }) });
    return () => loop.current?.stop();
  }, [who]);
  if (now.shown === "open") return null;
  return <Cover shown={now.shown} idle={now.idle} goOn={async () => loop.current?.goOn() ?? "away"} />;
}
