import { expression, type WorkflowStep } from "../yaml-lines.ts";

/** What people wrote into a pull request stays; only what it is made against follows the branch. */
export const pullRequestStep: WorkflowStep = {
  name: "Open or update the pull request",
  id: "pull-request",
  env: {
    BASE: expression("needs.check.outputs.base"),
    BRANCH: expression("github.ref_name"),
    GH_TOKEN: expression("github.token"),
    REPOSITORY: expression("github.repository"),
    RUN: `${expression("github.server_url")}/${expression("github.repository")}/actions/runs/${expression("github.run_id")}`,
    TITLE: expression("needs.check.outputs.title"),
  },
  run: `set -eu
number=$(gh pr list --repo="$REPOSITORY" --head="$BRANCH" --state=open --json=number,isCrossRepository --jq='[.[] | select(.isCrossRepository | not) | .number] | first // empty')
if [ -n "$number" ]; then
  said=$(gh pr edit "$number" --repo="$REPOSITORY" --base="$BASE")
else
  said=$(printf 'Opened by the workflow that checks this branch: %s\\n' "$RUN" |
    gh pr create --repo="$REPOSITORY" --head="$BRANCH" --base="$BASE" --title="\${TITLE:-$BRANCH}" --body-file=-)
fi
printf 'url=%s\\n' "$(printf '%s\\n' "$said" | tail -n 1)" >>"$GITHUB_OUTPUT"
`,
};
