// What was found out before about Lua files and the links to them, by their contents. It changes no verdict: what a
// memory hands back is what reading the same file on the same terms would give.
import type { KnownFacts } from "../../lua/known-facts.ts";
import type { ObjectId, Side } from "../../model/change.ts";
import type { Finding } from "../../model/finding.ts";
import type { LuaVersion } from "../../model/lua-version.ts";

/** What can be remembered of a blob, by its kind: of a Lua file of one version what was found out, of links what is named in them, of a policy what it comes to. */
export interface Memories extends Readonly<Record<LuaVersion, Remembered>> {
  readonly links: LinkNames;
  readonly policy: KnownPolicy;
}

export interface Memory {
  recall<Kind extends keyof Memories>(id: ObjectId, kind: Kind): Memories[Kind] | undefined;
  keep<Kind extends keyof Memories>(id: ObjectId, kind: Kind, value: Memories[Kind]): boolean;
}

/** The names in the paths of some links and in what they say, kept under the first of their ids. */
export interface LinkNames {
  /** Which links they are. */
  readonly mark: string;
  /** Between slashes, like `ends`. */
  readonly all: string;
  /** The last name of each text. */
  readonly ends: string;
  /** The last name of a text, and that of the link which says so, where they differ. */
  readonly steps: readonly (readonly [said: string, link: string])[];
}

/** A policy that was in order, kept under the first of the files among which it was found. */
export interface KnownPolicy {
  /** All of them with their entries: only the same ones come to the same policy. */
  readonly candidates: string;
  /** As whoever reads policies has it: plain data. */
  readonly found: object;
}

/** Only of files that parse and hold no suppression. */
export interface Remembered {
  readonly facts: KnownFacts;
  /** The last judgement of it by the rules about files, on each side of a change. */
  readonly judgements?: Judgements;
}

export type Judgements = Readonly<Partial<Record<Side, Judgement>>>;

/** All that a judgement went by, and what it found. */
export interface Judgement {
  /** The file, what was changed in it, the project. */
  readonly judged: string;
  /** By each rule with its options. */
  readonly found: Readonly<Record<string, readonly Finding[]>>;
  /** What else the rules looked at. */
  readonly seen: Readonly<Record<string, string>>;
}
