// What was found out about Lua files before, by their contents. Nothing is judged by it that was not judged: what a memory hands back is
// what reading the same file on the same terms would give.
import type { KnownFacts } from "../lua/known-facts.ts";
import type { ObjectId } from "../model/change.ts";
import type { LuaVersion } from "../model/lua-version.ts";

/** Only of files that parse and hold no suppression. */
export interface Memory {
  recall(id: ObjectId, version: LuaVersion): Remembered | undefined;
  keep(id: ObjectId, version: LuaVersion, remembered: Remembered): void;
}

export interface Remembered {
  readonly facts: KnownFacts;
  /** The last judgement by the rules about files, when it found nothing. */
  readonly clean?: Clean | undefined;
}

/** A judgement that found nothing: all that it went by. */
export interface Clean {
  /** The file, what was changed in it, the rules with their options, the project. */
  readonly judged: string;
  /** What the rules looked at besides. */
  readonly seen: Readonly<Record<string, string>>;
}
