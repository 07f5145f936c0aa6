import { expression, type WorkflowStep } from "../yaml-lines.ts";

/**
 * What is judged: all that the branch has and its base lacks, however much of it this push brought, so a new branch, a forced push and a
 * push in pieces come to the same. The base is the phase before: the nearest agents' branch that this one grew from; else the default branch.
 */
export const rangeStep = (branches: readonly string[]): WorkflowStep => ({
  name: "Work out the range",
  id: "range",
  env: {
    AGENT_BRANCHES: branches.join(" "),
    BRANCH: expression("github.ref_type == 'branch' && github.ref_name || ''"),
    DEFAULT_BRANCH: expression("github.event.repository.default_branch"),
    SERVER: expression("github.server_url"),
    TIP: expression("github.sha"),
    TOKEN: expression("github.token"),
  },
  run: `set -euf
remote=refs/remotes/origin
default="$remote/$DEFAULT_BRANCH"
if [ "$(git rev-parse --is-shallow-repository)" = true ] || ! git rev-parse --quiet --verify "$default" >/dev/null; then
  # The checkout keeps no credentials; these are for this one call, and no argument that others could see.
  if [ -n "$TOKEN" ]; then
    export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="http.$SERVER/.extraheader"
    export GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $(printf 'x-access-token:%s' "$TOKEN" | base64 | tr -d '\\n')"
  fi
  unshallow=
  if [ "$(git rev-parse --is-shallow-repository)" = true ]; then unshallow=--unshallow; fi
  git fetch --quiet $unshallow --no-tags origin '+refs/heads/*:refs/remotes/origin/*'
fi
if ! git rev-parse --quiet --verify "$default" >/dev/null; then
  echo "::error::The default branch is not on the remote, so there is nothing to count from: push it first."
  exit 1
fi
tip=$(git rev-parse --verify "$TIP^{commit}")
parted=$(git merge-base "$default" "$tip" || true)
base=$DEFAULT_BRANCH
from=$parted
least=
set --
for pattern in $AGENT_BRANCHES; do set -- "$@" "$remote/$pattern"; done
refs=$(git for-each-ref --merged="$tip" --no-merged="$default" --format='%(objectname) %(refname)' "$@")
while read -r id ref; do
  if [ -z "$id" ] || [ "$id" = "$tip" ] || [ "$ref" = "$remote/$BRANCH" ]; then continue; fi
  count=$(git rev-list --count "$id..$tip")
  if [ -n "$least" ] && [ "$count" -ge "$least" ]; then continue; fi
  least=$count
  base=\${ref#"$remote/"}
  # Where this branch took up more of the default branch than the phase before, that is not its own doing.
  if [ -z "$parted" ] || git merge-base --is-ancestor "$parted" "$id"; then from=$id; else from=$parted; fi
done <<END
$refs
END
# Without a common history the range grows from nothing.
if [ -n "$from" ]; then range="$from..$tip"; else range="$default...$tip"; fi
commits=$(git rev-list --count "$tip" "^\${from:-$default}")
title=$(git log -1 --format=%s "$tip" | tr -d '\\000-\\037\\177' | sed 's/^\\(.\\{200\\}\\).*$/\\1/')
printf '%s\\n' "range=$range" "base=$base" "commits=$commits" "title=$title" >>"$GITHUB_OUTPUT"
printf 'Commits: %s, counted from the branch %s.\\n' "$commits" "$base"
`,
});
