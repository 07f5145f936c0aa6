import type { Result } from "../../base/result.ts";
import { visible } from "../../base/visible.ts";
import { CannotLook, type Failure, failure } from "../../model/failure.ts";
import { type Instant, instantOfMilliseconds, parseInstant } from "../../protocol/instant.ts";

/** What a command may know of the outside, besides files. */
export interface SpecWorld {
  /** The folder the command runs in, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The projects that requests may name; from the policy. */
  readonly projects: readonly string[];
  /** Where the requests lie, from the top of the repository; from the policy too. */
  readonly folder: string;
  /** Why nothing may be written here; reading goes on all the same. */
  readonly refusal?: Failure | undefined;
  /** Who speaks where a message does not say so: from the policy or Git. */
  sender(): { readonly project: string; readonly agent: string };
  /** The paths below folders, all from the top of the repository, that Git tracks or ever tracked; an error where it can't say. */
  everTracked(folders: readonly string[]): Result<ReadonlySet<string>, string>;
  /** Milliseconds since 1970. */
  clock(): number;
  readInput(): Buffer;
  /** Results, for programs too. */
  write(text: string): void;
  /** Notes and errors. */
  complain(text: string): void;
}

/** What others wrote can be read on the terminal, but cannot move its cursor. */
export function guarded(world: SpecWorld): SpecWorld {
  return {
    ...world,
    write: (text) => world.write(visible(text)),
    complain: (text) => world.complain(visible(text)),
  };
}

/** The moment of the command: `--now`, else `SOURCE_DATE_EPOCH`, else the clock. */
export function momentOf(world: SpecWorld, asked: string | undefined): Instant {
  if (asked !== undefined) {
    const instant = parseInstant(asked);
    if (instant !== undefined) return instant;
    throw new CannotLook(
      failure("bad-time", `--now ${asked} is not a time`, "write it as 2025-08-31T15:50:00Z"),
    );
  }
  const epoch = world.env["SOURCE_DATE_EPOCH"];
  if (epoch === undefined || epoch === "") return instantOfMilliseconds(world.clock());
  if (/^\d{1,11}$/.test(epoch)) return { seconds: Number(epoch), fraction: "" };
  throw new CannotLook(
    failure("bad-time", `SOURCE_DATE_EPOCH is ${epoch}`, "set it to whole seconds since 1970, or unset it"),
  );
}
