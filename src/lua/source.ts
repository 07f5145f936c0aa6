// One Lua text and everything that is known about it. It is parsed once, walked once, and each fact is worked out when it is
// first asked for. Every range counts bytes of the text. A text that does not parse has no facts except its comments and shims.
import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";
import type { Result } from "../base/result.ts";
import type { Anchor } from "../model/finding.ts";
import type { LuaVersion } from "../model/lua-version.ts";
import { callsOf, type LuaCall } from "./facts/calls.ts";
import { type Effect, effectsOf } from "./facts/effects.ts";
import { type ModuleTable, moduleTableOf } from "./facts/exports.ts";
import { type FieldRead, type FieldSet, fieldReadsOf, fieldSetsOf } from "./facts/field-sets.ts";
import { functionsOf, type LuaFunction } from "./facts/functions.ts";
import { type GlobalUse, globalsOf } from "./facts/globals.ts";
import { type HostNames, type HostUse, hostUsesOf } from "./facts/host.ts";
import { requiresOfTexts, writesOfTexts } from "./facts/loaded-texts.ts";
import { type LookedUpName, lookedUpNames } from "./facts/looked-up-names.ts";
import { type Mentions, mentionsOf } from "./facts/module-mentions.ts";
import { type ModuleString, moduleStringsOf } from "./facts/module-strings.ts";
import { type ChangedPart, changedPart } from "./facts/older/changed-part.ts";
import { requiresUnderOldNames } from "./facts/older/other-names.ts";
import { otherUses } from "./facts/other-uses.ts";
import { type Require, requiresOf } from "./facts/requires.ts";
import { type ModuleUse, usesOf } from "./facts/uses.ts";
import { readsAsGlua } from "./glua.ts";
import type { KnownFacts } from "./known-facts.ts";
import { normalise, tokens } from "./lexer/tokens.ts";
import { NO_OTHER_VERSION, type OtherVersions, versionsThatRead } from "./other-versions.ts";
import { bodyAt } from "./scopes/function-scopes.ts";
import { plainNumber } from "./scopes/plain-number.ts";
import { walk } from "./scopes/walk.ts";
import { type Shim, shimsOf } from "./shims/shims.ts";
import type { Chunk, Expression } from "./syntax/ast.ts";
import { parseLua, type SyntaxFault } from "./syntax/parse.ts";
import { byteRange } from "./syntax/ranges.ts";
import type { LoadedAs } from "./values/loaded-as.ts";
import { type Reading, readingOf } from "./values/reading.ts";
import type { Kinds } from "./values/value-kinds.ts";

const KEPT: readonly (keyof KnownFacts)[] = ["requires", "module", "shims"];

export class LuaSource {
  readonly text: ByteText;
  readonly version: LuaVersion;
  readonly #facts = new Map<string, unknown>();
  #loaded: LoadedAs | undefined;
  #renamed: { readonly old: LuaSource; readonly is: boolean } | undefined;
  /** Where it differs from older texts, as `partUnlike` found. */
  readonly partsUnlike = new Map<ByteText, ChangedPart | undefined>();

  /** Faults of lines that were left out of `text`, so that the rest of it can be read. */
  readonly forgiven: readonly SyntaxFault[];

  /** `known` is what was worked out from the same text before, in the same version; only for one that parses. */
  constructor(
    text: ByteText,
    version: LuaVersion = "5.3",
    forgiven: readonly SyntaxFault[] = [],
    known?: KnownFacts,
  ) {
    this.text = text;
    this.version = version;
    this.forgiven = forgiven;
    if (known === undefined) return;
    this.#facts.set("isSound", true);
    for (const [fact, value] of Object.entries(known)) this.#facts.set(fact, value);
  }

  /** Whether it parses. */
  get isSound(): boolean {
    return this.#once("isSound", () => this.syntax.ok);
  }

  /** What has been worked out so far and can be kept. */
  get known(): KnownFacts {
    const kept = KEPT.map((fact) => [fact, this.#facts.get(fact)] as const);
    return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
  }

  get syntax(): Result<Chunk, SyntaxFault> {
    return this.#once("syntax", () => parseLua(this.text, this.version));
  }

  /** Whether it is the Lua of Garry's Mod. */
  get isGlua(): boolean {
    return this.#once("isGlua", () => readsAsGlua(this.text));
  }

  /** The versions of Lua that would read what this one refuses. */
  get otherVersions(): OtherVersions {
    return this.#once("otherVersions", () =>
      this.syntax.ok ? NO_OTHER_VERSION : versionsThatRead(this.text, this.version, this.syntax.error),
    );
  }

  /** From `--` to the end, in source order, like all lists here. */
  get comments(): readonly ByteRange[] {
    return this.#once("comments", () => this.#findComments());
  }

  get shims(): readonly Shim[] {
    return this.#once("shims", () => shimsOf(this.text, this.comments));
  }

  get requires(): readonly Require[] {
    return this.#once("requires", () => this.#findRequires());
  }

  get moduleStrings(): readonly ModuleString[] {
    return this.#once("moduleStrings", () => moduleStringsOf(this.#reading));
  }

  /** Every place that names a module or a file by a literal, or might do so by a computed name. */
  get mentions(): Mentions {
    return this.#once("mentions", () => mentionsOf(this.#reading, this.comments));
  }

  /** The same text, as that of a file that is required by a name. */
  as(loaded: LoadedAs): LuaSource {
    return this.#once(`as ${loaded.name}`, () => {
      const source = new LuaSource(this.text, this.version, this.forgiven);
      source.#facts.set("syntax", this.syntax);
      source.#loaded = loaded;
      return source;
    });
  }

  /** Where the text of a literal goes besides the expressions that give names. */
  otherUses(string: ByteRange, names: readonly ByteRange[]): readonly ByteRange[] {
    return otherUses(this.#reading, string, names);
  }

  /** What requiring this file gives. */
  get module(): ModuleTable {
    return this.#once("module", () => moduleTableOf(this.#chunk, this.#reading));
  }

  /** One for each static require. */
  get uses(): readonly ModuleUse[] {
    return this.#once("uses", () => usesOf(this.#reading, this.#requires));
  }

  get functions(): readonly LuaFunction[] {
    return this.#once("functions", () => functionsOf(this.#reading));
  }

  get globals(): readonly GlobalUse[] {
    return this.#once("globals", () => this.#findGlobals());
  }

  /** The locals and parameters, each once. */
  get localNames(): ReadonlySet<string> {
    return this.#once("localNames", () => new Set(this.#reading.scopes.bindings.map(({ name }) => name)));
  }

  get lookedUpNames(): readonly LookedUpName[] {
    return this.#once("lookedUpNames", () => lookedUpNames(this.#reading));
  }

  get calls(): readonly LuaCall[] {
    return this.#once("calls", () => callsOf(this.#reading));
  }

  /** Where fields of these names get a value, in variables and in table constructors. */
  fieldSets(names: ReadonlySet<string>): readonly FieldSet[] {
    return fieldSetsOf(this.#reading, names);
  }

  /** Where fields of these names are read, by what has them. */
  fieldReads(names: ReadonlySet<string>): readonly FieldRead[] {
    return fieldReadsOf(this.#reading, names);
  }

  /** Every kind that an assigned value may be of. */
  kindsOf(value: Expression): Kinds {
    return this.#reading.kinds.of(value);
  }

  /** The number that a value certainly is; undefined for any other. */
  numberOf(value: Expression): number | undefined {
    return plainNumber(value, this.#reading.scopes);
  }

  /** What loading the file does besides defining. */
  get effects(): readonly Effect[] {
    return this.#once("effects", () => effectsOf(this.#reading));
  }

  /**
   * Uses of the host's API: its globals, the modules that give it (also those whose name ends in that of a global, whatever
   * the case: `arkitekt.core.imgui`), fields with those names of a global, a module or the result of a call (`Ark.ImGui`), through all aliases.
   */
  hostUses(names: HostNames): readonly HostUse[] {
    return hostUsesOf(this.#reading, names);
  }

  /**
   * The one place where this text differs from an older one, if what differs is functions that leave everything else alone: nearly every change
   * is like that, and then the older text need not be read. Undefined if it must be.
   */
  partUnlike(old: LuaSource): ChangedPart | undefined {
    const isKnown = KEPT.every((fact) => old.#facts.has(fact)) || old.#facts.has("syntax");
    if (isKnown || !this.#readsAs(old)) return undefined;
    const known = this.partsUnlike.get(old.text);
    if (known !== undefined || this.partsUnlike.has(old.text)) return known;
    if (!this.#facts.has("syntax") || !this.syntax.ok) return undefined;
    const part = changedPart(this.#chunk, this.#reading, old.text);
    this.partsUnlike.set(old.text, part);
    return part;
  }

  /**
   * Whether an older text is the same but for the names of what it requires. Then it gives the same, too, as far as that is its own; and what it
   * requires is known without reading it.
   */
  isUnderOtherNames(old: LuaSource): boolean {
    if (this.#renamed?.old !== old) this.#renamed = { old, is: this.#tellRequires(old) };
    return this.#renamed.is;
  }

  #tellRequires(old: LuaSource): boolean {
    if (!this.isSound || !this.#readsAs(old)) return false;
    const requires = requiresUnderOldNames(this.requires, this.text, this.version, old.text);
    if (requires === undefined) return false;
    old.#once("isSound", () => true);
    old.#once("requires", () => requires);
    return true;
  }

  /** Both in one way, and neither with lines left out. */
  #readsAs(old: LuaSource): boolean {
    return this.version === old.version && this.forgiven.length === 0 && !/lua-parse/i.test(old.text);
  }

  /** The function around a byte: "" at top level, else `M.f`, `M:f`, `local f`, `f.<anonymous>`. */
  scopeAt(offset: number): string {
    return bodyAt(this.#reading.scopes.bodies, offset)?.name ?? "";
  }

  /** What identifies the code in `range` when lines move. */
  anchor({ start, end }: ByteRange): Anchor {
    return { scope: this.scopeAt(start), code: normalise(this.text, { start, end }) };
  }

  #findRequires(): readonly Require[] {
    const own = [...this.#requires.values()].flat();
    const inTexts = requiresOfTexts(this.#reading, (text) => new LuaSource(text, this.version).requires);
    return inTexts.length === 0
      ? own
      : [...own, ...inTexts].sort((one, other) => one.range.start - other.range.start);
  }

  #findGlobals(): readonly GlobalUse[] {
    const own = globalsOf(this.#reading);
    const inTexts = writesOfTexts(this.#reading, (text) => new LuaSource(text, this.version).globals);
    return inTexts.length === 0
      ? own
      : [...own, ...inTexts].sort((one, other) => one.range.start - other.range.start);
  }

  #findComments(): readonly ByteRange[] {
    const { syntax } = this;
    if (syntax.ok) return syntax.value.comments.map(({ range }) => byteRange(range));
    return tokens(this.text).flatMap(({ kind, range }) => (kind === "comment" ? [range] : []));
  }

  get #chunk(): Chunk {
    return this.syntax.ok ? this.syntax.value : { type: "Chunk", range: [0, 0], body: [], comments: [] };
  }

  get #reading(): Reading {
    return this.#once("reading", () =>
      readingOf(this.text, this.version, walk(this.#chunk, this.version), this.#loaded),
    );
  }

  get #requires(): ReturnType<typeof requiresOf> {
    return this.#once("requireCalls", () => requiresOf(this.#reading));
  }

  #once<T>(fact: string, work: () => T): T {
    const known = this.#facts.get(fact);
    // Each key belongs to one getter only, so what is kept under it has that getter's type.
    if (known !== undefined) return known as T;
    const made = work();
    this.#facts.set(fact, made);
    return made;
  }
}
