import type { ByteText } from "../../base/byte-text.ts";
import { dotted } from "../../base/dotted.ts";
import { nameMatcher } from "../../base/name-pattern.ts";
import type { ByteRange } from "../../base/position.ts";
import { isCall } from "../scopes/chains.ts";
import type { Chain, Role } from "../scopes/scopes.ts";
import { byteRange } from "../syntax/ranges.ts";
import type { Origin, RequireCall } from "../values/origin.ts";
import type { Reading } from "../values/reading.ts";
import type { Trace } from "../values/tracer.ts";
import type { ValueTracing } from "../values/value-tracing.ts";
import { accessKind, isPlainTarget } from "./uses.ts";

/** What a policy calls the host. */
export interface HostNames {
  /** Names of the host's globals: `reaper`, `ImGui`, or all with one beginning: `FCVAR_*`. */
  readonly globals: readonly string[];
  /** Modules that give its API, by name or as `socket.*` for all below. */
  readonly modules: readonly string[];
}

/** A use of the host program's API. */
export interface HostUse {
  /** One of the globals that were asked for, or the name of the module. */
  readonly host: string;
  /** Its name here: `imgui` if that is required, whatever the name of the host's global. */
  readonly name: string;
  /** `GetX` of `reaper.GetX`; undefined if the host is used as a value or the field is computed. */
  readonly member: ByteText | undefined;
  readonly kind: "call" | "read" | "write" | "require";
  /** To the end of the member: `reaper.GetX`. */
  readonly range: ByteRange;
  readonly scope: string;
}

/**
 * Uses of the host's globals, of modules that give its API (one without a dot also as the last part of a longer name,
 * whatever the case: `arkitekt.core.imgui`), and of fields so named of a global, a module or the result of a call
 * (`Ark.ImGui`), through all aliases.
 */
export function hostUsesOf({ scopes, tracing }: Reading, names: HostNames): readonly HostUse[] {
  const hosts = new Hosts(names, tracing);
  const found: HostUse[] = [];
  const told = new Set<RequireCall>();
  for (let index = 0; index < scopes.chains.length; index++) {
    const chain = scopes.chains[index] as Chain;
    if (isPlainTarget(chain)) continue;
    for (const trace of tracing.trace(chain)) {
      const match = hosts.match(trace.origin);
      if (match === undefined || isOperand(chain, trace)) continue;
      if (!isRequireAlone(chain, trace) && !isResult(chain, trace, match)) {
        found.push(hostUse(chain, trace, match));
        if (trace.origin.kind === "module" && trace.origin.call.chain === chain) told.add(trace.origin.call);
      }
      break;
    }
  }
  for (const each of requiresOfHost(tracing, hosts, told)) found.push(each);
  return found.sort((a, b) => a.range.start - b.range.start);
}

/** Those whose result is not used where they stand: `require("imgui").f()` is one use, not two. */
function requiresOfHost(tracing: ValueTracing, hosts: Hosts, told: ReadonlySet<RequireCall>): HostUse[] {
  return tracing.requireCalls().flatMap((call) => {
    const match = hosts.match({ kind: "module", call, path: [] });
    if (match === undefined || told.has(call)) return [];
    const { body } = call.chain;
    const range = byteRange(call.call.range);
    const { host, name } = match;
    return [{ host, name, member: undefined, kind: "require", range, scope: body.name }];
  });
}

/** The module itself and nothing in it, where it is required, gets another name or is tested for being there. */
function isRequireAlone(chain: Chain, { origin, first, rest }: Trace): boolean {
  if (origin.kind !== "module" || origin.path.length > 0 || first !== -1 || rest < chain.steps.length)
    return false;
  return origin.call.chain === chain || KEPT.has(chain.role.kind);
}

const KEPT: ReadonlySet<Role["kind"]> = new Set(["operand", "init", "assigned", "statement"]);

/** After `local x = host.x`, what is done with `x` is not a use of the host, unless it is called. */
function isResult({ steps }: Chain, { inherited }: Trace, { member, index }: Match): boolean {
  return member !== undefined && index < inherited && !isCall(steps[0]);
}

/** The operands of `(x or reaper).f` are reported by themselves. */
function isOperand({ root }: Chain, { origin, inherited }: Trace): boolean {
  return root.type === "LogicalExpression" && (inherited > 0 || origin.kind === "module");
}

interface Match {
  readonly host: string;
  readonly name: string;
  readonly member: ByteText | undefined;
  /** Where in the path the member is. */
  readonly index: number;
}

class Hosts {
  readonly #tracing: ValueTracing;
  readonly #isGlobal: (name: string) => boolean;
  readonly #modules: readonly string[];
  /** Modules whose bare name also stands for the last part of a longer one, by that name in lower case: what the host calls itself. */
  readonly #anywhere: ReadonlyMap<string, string>;

  constructor({ globals, modules }: HostNames, tracing: ValueTracing) {
    this.#tracing = tracing;
    this.#isGlobal = nameMatcher(globals);
    this.#modules = modules.map(dotted);
    const spelt = new Map(globals.map((name) => [name.toLowerCase(), name]));
    const plain = this.#modules.filter((name) => !name.includes(".")).map((name) => name.toLowerCase());
    this.#anywhere = new Map(plain.map((name) => [name, spelt.get(name) ?? name]));
  }

  match(origin: Origin): Match | undefined {
    if (!mayHoldHost(origin)) return undefined;
    const module = origin.kind === "module" ? this.#module(origin) : undefined;
    if (module !== undefined) return { ...module, member: origin.path[0], index: 0 };
    const nearest = origin.path.slice(0, origin.kind === "global" ? 2 : 1);
    const at = nearest.findIndex((name, index) =>
      origin.kind === "global" && index === 0 ? this.#isGlobal(name) : this.#isPassedOn(name),
    );
    const host = origin.path[at];
    return host === undefined ? undefined : { host, name: host, member: origin.path[at + 1], index: at + 1 };
  }

  /**
   * A module may pass on, as a field, what is itself a module (`Ark.ImGui`). A field that has the name of a mere
   * global (`client`, `timer`) is something else.
   */
  #isPassedOn(name: string): boolean {
    return this.#anywhere.get(name.toLowerCase()) === name;
  }

  #module({ call }: Origin & { kind: "module" }): Pick<Match, "host" | "name"> | undefined {
    for (const { text: name, isWhole } of this.#tracing.moduleNames(call)) {
      if (!isWhole) continue;
      const dots = dotted(name);
      const last = dots.slice(dots.lastIndexOf(".") + 1).toLowerCase();
      const host = this.#anywhere.get(last) ?? this.#modules.find((pattern) => isModule(dots, pattern));
      if (host !== undefined) return { host, name };
    }
    return undefined;
  }
}

/** A table that the file makes, and a function's parameters, hold what they were given: the host was already met there. */
function mayHoldHost(origin: Origin): origin is Origin & { kind: "global" | "module" | "local" } {
  if (origin.kind !== "local") return origin.kind === "global" || origin.kind === "module";
  return origin.binding.kind === "local" && origin.binding.sources.length > 0 && !origin.isOnSelf;
}

function isModule(name: string, pattern: string): boolean {
  return pattern.endsWith(".*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

function hostUse(chain: Chain, trace: Trace, { host, name, member, index }: Match): HostUse {
  const fact = { host, name, member, scope: chain.body.name };
  const { steps, root } = chain;
  const { inherited, first, rest } = trace;
  /** The step that selects the member, or else the host: -1 if the root does. */
  const wanted = member === undefined ? index - 1 : index;
  const at = first === -1 || wanted < inherited ? -1 : first + wanted - inherited;
  const dynamic = member === undefined && rest < steps.length ? steps[rest] : undefined;
  if (dynamic !== undefined && !isCall(dynamic)) {
    return { ...fact, kind: kindOf(chain, rest), range: byteRange(dynamic.range) };
  }
  const range = byteRange(
    steps[at]?.range ?? (at === -1 && first === -1 && rest > 0 ? chain.range : root.range),
  );
  return { ...fact, kind: kindOf(chain, at), range };
}

/** What is done with what step `at` selects. */
function kindOf(chain: Chain, at: number): HostUse["kind"] {
  const kind = accessKind(chain, at);
  return kind === "method" ? "call" : kind;
}
