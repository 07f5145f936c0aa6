import { expression, type WorkflowStep } from "../yaml-lines.ts";

export const checkStep: WorkflowStep = {
  name: "Check the range",
  env: {
    BRANCH: expression("github.ref_type == 'branch' && github.ref_name || ''"),
    COMMITS: expression("steps.range.outputs.commits"),
    RANGE: expression("steps.range.outputs.range"),
  },
  run: `set -eu
if [ "$COMMITS" = 0 ]; then
  echo "This branch has no commit of its own."
  exit 0
fi
set -- --range "$RANGE" --format github
if [ -n "$BRANCH" ]; then set -- "$@" --branch "$BRANCH"; fi
sh "$RUNNER_TEMP/arkitekt" check "$@"
`,
};

/** `requests` is the folder of the hand-off. */
export const lintStep = (requests: string): WorkflowStep => ({
  name: "Check the hand-off",
  condition: expression("!cancelled() && steps.program.outcome == 'success'"),
  env: { REQUESTS: requests },
  run: `set -eu
if [ -d "./$REQUESTS" ]; then
  sh "$RUNNER_TEMP/arkitekt" spec lint --all
else
  echo "There is no hand-off here."
fi
`,
});
