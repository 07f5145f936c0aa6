// Made by tools/generate.ts from src/policy/schema/schema-keys.ts and the rules' options. Do not edit.
import type { OptionValues } from "../policy.ts";

export const RULE_DEFAULTS: Readonly<Record<string, OptionValues>> = {
  "lua-parse": {"otherVersions":false,"glua":false},
  "path-fence": {"roots":[],"within":[]},
  "require-fence": {},
  "purity-fence": {},
  "no-globals": {"allow":[],"scriptsDeclare":false,"explicit":false,"shared":false,"writes":true,"reads":false,"elsewhere":false},
  "no-require-effects": {"constructors":["*.new","*.create","*.extend","*.class","class"],"callbacks":[],"results":false,"moduleFields":false,"oneMore":false},
  "module-shape": {"constructors":true,"functions":false,"computed":false},
  "docs-fence": {"files":["**/*.md","**/*.txt","**/*.xml"],"data":["**/CMakeLists.txt","**/{requirements,constraints}*.txt","**/robots.txt","**/index.xml","**/{pom,build,manifest,AndroidManifest}.xml","**/{data,fixtures,testdata}/**/*.{txt,xml}","**/{assets,resources,res}/**/*.{txt,xml}","**/{snapshots,__snapshots__}/**/*.{txt,xml}"],"allow":[],"when":"always"},
  "todo-fence": {"allow":["**/app/**"]},
  "diff-budget": {"files":12,"addedLoc":700,"strict":{"globs":["**/core/**","**/storage/**"],"files":6,"addedLoc":300},"mechanical":{"files":30,"addedLoc":50},"exclude":["**/*.generated.*","**/*.snap","**/__snapshots__/**","**/snapshots/**"]},
  "retired-namespace": {},
  "require-separators": {},
  "require-graph": {},
  "unmet-exports": {},
  "proof-grep": {"greps":[]},
  "canonical-shape": {"boundaries":[],"canonicalizers":["canonicalize_sequence","*.canonicalize_*"]},
  "numeric-fields": {"shape":{},"fields":[]},
  "shim-header": {},
  "shim-expiry": {},
  "shim-surface": {},
  "task-code": {},
  "task-branch": {},
  "task-notes": {},
  "policy-change": {"files":[".arkitektrc",".arkitektrc.json",".arkitektrc.yaml",".arkitektrc.yml",".config/arkitektrc",".config/arkitektrc.json",".config/arkitektrc.yaml",".config/arkitektrc.yml",".husky/**",".codex/tasks/**",".codex/pipeline*.json"]},
  "idempotence": {},
  "status-trail": {"folder":"work/spec_requests"},
  "suppression": {},
};

/** How what a task says of an option is joined to what the policy says; what is not named is replaced. */
export const RULE_JOINS: Readonly<Record<string, Readonly<Record<string, "add" | "least">>>> = {
  "docs-fence": {"allow":"add"},
  "todo-fence": {"allow":"add"},
  "diff-budget": {"files":"least","addedLoc":"least","exclude":"add"},
  "proof-grep": {"greps":"add"},
};
