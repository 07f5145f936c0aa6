/** Git configuration of a user whose every setting would bend what Git prints. */
export function hostileSettings(attributesFile: string): string {
  return `
[core]
  quotePath = false
  bigFileThreshold = 1
  fsmonitor = /bin/false
  abbrev = 4
  whitespace = cr-at-eol
  commentChar = a
  attributesFile = ${attributesFile}
  pager = false
  ignoreCase = true
  untrackedCache = true
[color]
  ui = always
  diff = always
[diff]
  external = /bin/false
  noprefix = true
  mnemonicPrefix = true
  renames = copies
  renameLimit = 1
  algorithm = patience
  context = 9
  interHunkContext = 9
  ignoreSubmodules = all
  submodule = log
  suppressBlankEmpty = true
  relative = true
  orderFile = /nonexistent
  wsErrorHighlight = all
  colorMoved = zebra
  indentHeuristic = false
  wordRegex = .
  statGraphWidth = 1
[diff "lua"]
  textconv = /bin/false
  command = /bin/false
  binary = true
  algorithm = histogram
[grep]
  lineNumber = true
  column = true
  patternType = perl
  fullName = true
  fallbackToNoIndex = true
[status]
  relativePaths = true
[submodule]
  recurse = true
[log]
  showSignature = true
[i18n]
  logOutputEncoding = UTF-16
`;
}
