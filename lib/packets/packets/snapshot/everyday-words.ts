/** Small words inside family names, and titles before them. */
export const particles = new Set(
  "van von der den ter ten del las los dos das san saint bin ibn abd abu ben the and mrs miss dr mr ms adv prof".split(
    " ",
  ),
);

/** Names that are also everyday English or Afrikaans words: alone they identify nobody. */
export const everyday = new Set(
  "may will grace hope joy mark bill rose faith mercy love april june august summer dawn precious gift happy blessing patience prudence beauty innocent justice given trust young king prince white black brown green long short day lane street cape north south east west church house wood woods stone rock field fields hill hills bank banks page case sun star rich art jack bob pat sue rob don ray max kind bright little small good best major major goed klein groot wit swart lang jong berg bos veld steyn".split(
    " ",
  ),
);
