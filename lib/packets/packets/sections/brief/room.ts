/** How many of each the brief has room for, and how many characters of a text. */
export type Room = Record<"quotes" | "known" | "offences" | "points" | "characters", number>;

const rooms: readonly Room[] = [
  { quotes: 5, known: 4, offences: 6, points: 9, characters: 2000 },
  { quotes: 5, known: 3, offences: 6, points: 6, characters: 400 },
  { quotes: 4, known: 3, offences: 5, points: 5, characters: 240 },
  { quotes: 3, known: 2, offences: 4, points: 4, characters: 200 },
  { quotes: 3, known: 2, offences: 3, points: 3, characters: 140 },
  { quotes: 2, known: 1, offences: 2, points: 2, characters: 100 },
];

const least: Room = { quotes: 2, known: 1, offences: 2, points: 2, characters: 100 };

export const mostBrief = rooms.length - 1;

export const roomOf = (brevity: number): Room => rooms[Math.min(brevity, mostBrief)] ?? least;
