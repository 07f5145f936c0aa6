// One Lua text and everything that is known about it. It is parsed once, walked once, and each fact is worked out when it is
// first asked for. Every range counts bytes of the text. A text that does not parse has no facts but its shims.
import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";
import type { Result } from "../base/result.ts";
import type { Anchor } from "../model/finding.ts";
import type { Chunk } from "./ast.ts";
import type { LuaCall } from "./calls.ts";
import { commentRanges } from "./comments.ts";
import type { Effect } from "./effects.ts";
import type { ModuleTable } from "./exports.ts";
import type { GlobalUse } from "./globals.ts";
import type { HostUse } from "./host.ts";
import type { ModuleString } from "./module-strings.ts";
import { parseLua, type SyntaxFault } from "./parse.ts";
import type { Require } from "./requires.ts";
import type { Shim } from "./shims.ts";
import type { ModuleUse } from "./uses.ts";

export class LuaSource {
  readonly text: ByteText;
  #syntax: Result<Chunk, SyntaxFault> | undefined;
  #comments: readonly ByteRange[] | undefined;

  constructor(text: ByteText) {
    this.text = text;
  }

  get syntax(): Result<Chunk, SyntaxFault> {
    this.#syntax ??= parseLua(this.text);
    return this.#syntax;
  }

  /** Also of a text that does not parse. In source order, as all lists here. */
  get comments(): readonly ByteRange[] {
    this.#comments ??= commentRanges(this.text);
    return this.#comments;
  }

  get requires(): readonly Require[] {
    return [];
  }

  get moduleStrings(): readonly ModuleString[] {
    return [];
  }

  get module(): ModuleTable {
    return { ending: { kind: "none" }, exports: [], openings: [], isOpen: false, earlyReturns: [] };
  }

  /** One for each static require. */
  get uses(): readonly ModuleUse[] {
    return [];
  }

  get globals(): readonly GlobalUse[] {
    return [];
  }

  get calls(): readonly LuaCall[] {
    return [];
  }

  get effects(): readonly Effect[] {
    return [];
  }

  /**
   * Uses of the APIs called `names`: globals so named, modules whose name ends so (`arkitekt.core.imgui` is `ImGui`), fields
   * so named of a global or a required module (`Ark.ImGui`); all also through locals that hold them.
   */
  hostUses(_names: readonly string[]): readonly HostUse[] {
    return [];
  }

  get shims(): readonly Shim[] {
    return [];
  }

  /** The function around a byte: "" at top level, else `M.f`, `M:f`, `local f`, `f.<anonymous>`. */
  scopeAt(_offset: number): string {
    return "";
  }

  /** What identifies the code in `range` when lines move. */
  anchor({ start, end }: ByteRange): Anchor {
    return { scope: this.scopeAt(start), code: this.text.slice(start, end) };
  }
}
