"use client";

import { useEffect, useState } from "react";
import { Button } from "@/app/_ui/button";

const themes = { system: "As the system", light: "Light", dark: "Dark" } as const;
type Theme = keyof typeof themes;

/** The same pieces in the light and in the dark, whatever the system wishes. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === "system") delete dataset.theme;
    else dataset.theme = theme;
    return () => {
      delete dataset.theme;
    };
  }, [theme]);
  return (Object.keys(themes) as Theme[]).map((key) => (
    <Button key={key} small aria-pressed={key === theme} onClick={() => setTheme(key)}>
      {themes[key]}
    </Button>
  ));
}
