// What Git sees of the outside world. The hook's own view (index file, Git folder, quarantine) is kept; what could bend an
// answer (other languages, the user's diff options, replaced objects, grafts, lazy fetches, prompts) is pinned or taken out.

export const PINNED: Readonly<Record<string, string>> = {
  LC_ALL: "C",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_GRAFT_FILE: "/dev/null",
  GIT_ATTR_NOSYSTEM: "1",
  GIT_TERMINAL_PROMPT: "0",
  // Offline, whatever a partial clone would like to fetch: the second is for a Git that does not know the first.
  GIT_NO_LAZY_FETCH: "1",
  GIT_ALLOW_PROTOCOL: "",
  GIT_ADVICE: "0",
};

export const TAKEN_OUT: readonly string[] = [
  "GIT_EXTERNAL_DIFF",
  "GIT_DIFF_OPTS",
  "GIT_ATTR_SOURCE",
  "GIT_LITERAL_PATHSPECS",
  "GIT_GLOB_PATHSPECS",
  "GIT_NOGLOB_PATHSPECS",
  "GIT_ICASE_PATHSPECS",
  "GIT_REDIRECT_STDIN",
  "GIT_REDIRECT_STDOUT",
  "GIT_REDIRECT_STDERR",
  "GIT_TRACE",
  "GIT_TRACE_SETUP",
  "GIT_FLUSH",
  "LANGUAGE",
];

/** Settings that win over every configuration file. */
export const PINNED_CONFIGURATION: readonly string[] = [
  "core.fsmonitor=false",
  "core.bigFileThreshold=512m",
  "core.attributesFile=/dev/null",
  "core.quotePath=true",
  "core.warnAmbiguousRefs=false",
  "submodule.recurse=false",
];

export function pinnedEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = { ...env, ...PINNED };
  for (const name of TAKEN_OUT) delete kept[name];
  return kept;
}
