// A grep that forbids the very namespace that is to be used. The playbook prints one: a renaming was applied to only half of its text,
// so it forbids the canonical name where it means the retired ones.
import { encodeText } from "../../base/byte-text.ts";
import { list } from "../../base/wording.ts";
import type { Project } from "../../model/project.ts";
import type { Grep } from "../../model/proof-grep.ts";
import { compilePattern } from "./compile.ts";
import type { GrepPatternFault } from "./dialect.ts";

interface Looked {
  readonly canonical: string;
  readonly fault: GrepPatternFault | undefined;
}

const known = new WeakMap<Grep, Looked>();

/**
 * What is contradictory in a grep, and what to write instead; undefined for any other. One that names files may rightly keep the
 * namespace out of those. Worked out once.
 */
export function contradiction(
  grep: Grep,
  { namespace }: Pick<Project, "namespace">,
): GrepPatternFault | undefined {
  const { canonical } = namespace;
  if (grep.should_match || grep.files !== undefined || canonical === "") return undefined;
  // A pattern that does not spell the name means something else, and a search may be expensive.
  if (!grep.pattern.includes(canonical)) return undefined;
  const before = known.get(grep);
  if (before?.canonical === canonical) return before.fault;
  const fault = look(grep, namespace);
  known.set(grep, { canonical, fault });
  return fault;
}

function look(grep: Grep, { canonical, retired }: Project["namespace"]): GrepPatternFault | undefined {
  if (!forbidsRequire(grep, canonical)) return undefined;
  // What forbids every require is not about a namespace.
  if (forbidsRequire(grep, "another_namespace")) return undefined;
  const names = list(retired, "and");
  return {
    message: `${grep.pattern} forbids ${canonical}, which is the canonical namespace`,
    next:
      retired.length === 0
        ? "take it out: the policy names no retired namespace"
        : `forbid what is retired, ${names}: ${grep.pattern.replaceAll(canonical, retired[0] ?? "")}`,
  };
}

function forbidsRequire(grep: Grep, namespace: string): boolean {
  const compiled = compilePattern(grep);
  if (!compiled.ok) return false;
  return WAYS.some((way) => {
    const found = compiled.value.search(encodeText(way.replaceAll("NAME", namespace)));
    return found !== "spent" && found.length > 0;
  });
}

/** How code requires a module of a namespace, whatever it is: forbidding a single module does not forbid a namespace. */
const WAYS = [
  'local m = require("NAME.any_folder.any_module")\n',
  "local m = require('NAME.any_folder.any_module')\n",
  'local m = require "NAME.any_folder.any_module"\n',
  "local m = require 'NAME.any_folder.any_module'\n",
  'local m = require( "NAME.any_folder.any_module" )\n',
  'local m = require("NAME/any_folder/any_module")\n',
];
