// The options of every diff. Each pins what a configuration file, `.gitmodules` or an attribute could change.

const COMMON = [
  "-r",
  "-z",
  "--raw",
  "--no-abbrev",
  "--ignore-submodules=none",
  "--submodule=short",
  "--no-relative",
  "--no-ext-diff",
  "--no-textconv",
  "--no-color",
];

/** Only the list of changed files, each path by itself: what two parents of a merge have to agree on. */
export const RAW: readonly string[] = [...COMMON, "--no-renames"];

const PATCH: readonly string[] = [
  "-p",
  "-U0",
  "--inter-hunk-context=0",
  "--full-index",
  "--diff-algorithm=myers",
  "--indent-heuristic",
];

/**
 * The list and the patch. Copies are not looked for: a copied text is new text, and so is the second of two places that a
 * file moved to. Empty files are never paired as a rename: two markers that hold nothing are two files.
 */
export const RAW_AND_PATCH: readonly string[] = [...COMMON, ...PATCH, "-M", "-l1000", "--no-rename-empty"];

export const RAW_AND_PATCH_BY_PATH: readonly string[] = [...RAW, ...PATCH];
