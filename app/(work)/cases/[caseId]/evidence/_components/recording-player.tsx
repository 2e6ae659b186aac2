"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { timeCode } from "@/lib/evidence/recordings/rules";
import type { Recording } from "@/lib/evidence/recordings/types";
import { t } from "@/lib/platform/language/translate";
import { playAgain, sendStill } from "../send-still";

type Props = { exhibitId: string; label: string; as: Recording["as"] };

const speeds = [0.75, 1, 1.25, 1.5, 2];

/** The id of the player on a page: a form beside it asks where it is. */
export const playerId = "recording";

/** The browser's own player, without sound until it is turned on. Works without JavaScript, but for speed and stills. */
export function RecordingPlayer({ exhibitId, label, as }: Props) {
  const player = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  const [works, setWorks] = useState(false);
  const [muted, setMuted] = useState(true);
  const [speed, setSpeed] = useState(1);
  const [trouble, setTrouble] = useState<string | null>(null);
  // The play that opened this player is in the ledger already.
  const isNoted = useRef(true);

  useEffect(() => setWorks(true), []);

  async function noteAgain() {
    if (isNoted.current) return;
    isNoted.current = true;
    const refused = await playAgain(exhibitId);
    if (!refused) return;
    player.current?.pause();
    isNoted.current = false;
    setTrouble(refused);
  }

  const source = `/api/evidence/${exhibitId}/play`;
  const onPlay = () => void noteAgain();
  const onEnded = () => {
    isNoted.current = false;
  };
  const onVolumeChange = () => setMuted(player.current?.muted ?? true);
  const onError = () =>
    setTrouble(t("This browser cannot play it. Try another browser, or download it and listen to it elsewhere."));

  return (
    <div className="player">
      {as === "film" ? (
        <video
          ref={player}
          id={playerId}
          src={source}
          aria-label={t("Film {label}", { label })}
          controls
          muted
          preload="none"
          controlsList="nodownload noremoteplayback"
          disableRemotePlayback
          disablePictureInPicture
          playsInline
          onPlay={onPlay}
          onEnded={onEnded}
          onVolumeChange={onVolumeChange}
          onError={onError}
        />
      ) : (
        <audio
          ref={player}
          id={playerId}
          src={source}
          aria-label={t("Sound {label}", { label })}
          controls
          muted
          preload="none"
          controlsList="nodownload noremoteplayback"
          onPlay={onPlay}
          onEnded={onEnded}
          onVolumeChange={onVolumeChange}
          onError={onError}
        />
      )}
      {trouble ? <p role="alert">{trouble}</p> : null}
      {works ? (
        <div className="row noprint">
          <Button
            small
            icon="volume-x"
            aria-pressed={!muted}
            onClick={() => {
              if (player.current) player.current.muted = !muted;
            }}
          >
            {muted ? t("Turn the sound on") : t("Turn the sound off")}
          </Button>
          <label className="row player__speed">
            <span>{t("Speed")}</span>
            <select
              className="input input--short"
              value={speed}
              onChange={(event) => {
                const chosen = Number(event.target.value);
                setSpeed(chosen);
                if (player.current) player.current.playbackRate = chosen;
              }}
            >
              {speeds.map((value) => (
                <option key={value} value={value}>
                  {value}×
                </option>
              ))}
            </select>
          </label>
          {as === "film" ? <StillButton exhibitId={exhibitId} player={player} onTrouble={setTrouble} /> : null}
        </div>
      ) : null}
      <noscript>
        <p className="small muted">
          {t("Without JavaScript the sound and the speed are in the player’s own controls, and no still can be taken.")}
        </p>
      </noscript>
    </div>
  );
}

type Still = {
  exhibitId: string;
  player: { current: HTMLVideoElement | null };
  onTrouble: (text: string | null) => void;
};

function StillButton({ exhibitId, player, onTrouble }: Still) {
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function take() {
    const film = player.current;
    if (!film || busy) return;
    setSaid(null);
    if (film.videoWidth === 0) return onTrouble(t("Play the film first, then stop it where you want the still."));
    film.pause();
    setBusy(true);
    const at = Math.round(film.currentTime * 1000);
    const refused = await sendStill(exhibitId, film, at);
    setBusy(false);
    onTrouble(refused);
    if (!refused) setSaid(t("Still at {at} kept. Reload the page to see it among the stills.", { at: timeCode(at) }));
  }

  return (
    <>
      <Button small icon="image" aria-disabled={busy} onClick={() => void take()}>
        {busy ? t("Keeping the still") : t("Take a still here")}
      </Button>
      <span role="status" className="small">
        {said}
      </span>
    </>
  );
}
