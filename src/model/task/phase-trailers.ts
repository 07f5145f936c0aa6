// A commit of a pipeline says which phase it is, what that phase asked for, and what it stands on: so what is done is found again in
// Git alone, and a push and CI judge the commit by that phase's task, whatever its title names.
import type { CommitMessage } from "../change.ts";

export const PHASE_TRAILERS = {
  phase: "Arkitekt-Phase",
  digest: "Arkitekt-Payload-Digest",
  base: "Arkitekt-Base",
  /** Only if what the commit stands on does not hold the phase as it was carried out. */
  payload: "Arkitekt-Payload",
} as const;

export interface CommittedPhase {
  readonly name: string;
  /** The digest of the payload, as 64 hex digits. */
  readonly digest: string | undefined;
  /** The commit that the phase began at. */
  readonly base: string | undefined;
  /** Canonical JSON. */
  readonly payload: string | undefined;
}

/** Undefined for a commit that belongs to no phase, and for one that names several, as a squashed one does. */
export function committedPhase({ trailers }: CommitMessage): CommittedPhase | undefined {
  const valuesOf = (key: string) => {
    const lowered = key.toLowerCase();
    return trailers.filter((trailer) => trailer.key.toLowerCase() === lowered).map(({ value }) => value);
  };
  const [name, ...others] = new Set(valuesOf(PHASE_TRAILERS.phase));
  if (name === undefined || name === "" || others.length > 0) return undefined;
  return {
    name,
    digest: valuesOf(PHASE_TRAILERS.digest)
      .at(-1)
      ?.replace(/^sha256:/, ""),
    base: valuesOf(PHASE_TRAILERS.base).at(-1),
    payload: valuesOf(PHASE_TRAILERS.payload).at(-1),
  };
}

/** The trailer lines for a phase that is being committed. */
export function phaseTrailers({ name, digest, base, payload }: CommittedPhase): readonly string[] {
  const lines = [
    [PHASE_TRAILERS.phase, name],
    [PHASE_TRAILERS.digest, digest === undefined ? undefined : `sha256:${digest}`],
    [PHASE_TRAILERS.base, base],
    [PHASE_TRAILERS.payload, payload],
  ] as const;
  return lines.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]));
}
