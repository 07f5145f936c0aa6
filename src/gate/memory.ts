// What was found out before about Lua files and the links to them, by their contents. It changes no verdict: what a
// memory hands back is what reading the same file on the same terms would give.
import type { KnownFacts } from "../lua/known-facts.ts";
import type { ObjectId } from "../model/change.ts";
import type { LuaVersion } from "../model/lua-version.ts";

/** What can be remembered of a blob, by its kind: of a Lua file of one version what was found out, of links what they say. */
export interface Memories extends Readonly<Record<LuaVersion, Remembered>> {
  readonly links: LinkTexts;
}

export interface Memory {
  recall<Kind extends keyof Memories>(id: ObjectId, kind: Kind): Memories[Kind] | undefined;
  keep<Kind extends keyof Memories>(id: ObjectId, kind: Kind, value: Memories[Kind]): void;
}

/** The texts of some links, kept under the first of their ids. */
export interface LinkTexts {
  readonly ids: readonly ObjectId[];
  readonly texts: readonly string[];
}

/** Only of files that parse and hold no suppression. */
export interface Remembered {
  readonly facts: KnownFacts;
  /** The last judgement by the rules about files, when it found nothing. */
  readonly clean?: Clean | undefined;
}

/** A judgement that found nothing: all that it went by. */
export interface Clean {
  /** The file, what was changed in it, the project. */
  readonly judged: string;
  /** Each with its options. */
  readonly rules: readonly string[];
  /** What else the rules looked at. */
  readonly seen: Readonly<Record<string, string>>;
}
