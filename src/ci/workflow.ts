// The GitHub workflow that judges what agents push. Names of branches and titles are hostile: they reach a shell only as variables, so
// no line that is run holds an expression.
import { checkStep, lintStep } from "./steps/judge.ts";
import { notifyStep } from "./steps/notify.ts";
import { programStep } from "./steps/program.ts";
import { pullRequestStep } from "./steps/pull-request.ts";
import { rangeStep } from "./steps/range.ts";
import { isCommitId, type WorkflowOptions } from "./workflow-options.ts";
import { indented, list, runStep } from "./yaml-lines.ts";

/** The same text for the same options. */
export function workflow(options: WorkflowOptions): string {
  const jobs = [checkJob(options), PULL_REQUEST_JOB, ...(options.isDiscord ? [NOTIFY_JOB] : [])];
  return `${headOf(options)}jobs:\n${jobs.map((job) => indented(job, 2)).join("\n")}`;
}

const headOf = ({ branches }: WorkflowOptions) => `name: arkitekt
on:
  push:
    branches: ${list(branches)}
permissions: {}
concurrency:
  group: arkitekt-\${{ github.ref }}
  cancel-in-progress: true
defaults:
  run:
    shell: bash
`;

const checkJob = ({ branches, requests, program, checkout, setupNode }: WorkflowOptions) => `check:
  if: github.event.deleted == false
  runs-on: ubuntu-latest
  timeout-minutes: 15
  permissions:
    contents: read
  outputs:
    base: \${{ steps.range.outputs.base }}
    commits: \${{ steps.range.outputs.commits }}
    title: \${{ steps.range.outputs.title }}
  steps:
${[checkout, setupNode].every(isCommitId) ? "" : indented(HOW_TO_PIN, 4)}    - uses: actions/checkout@${checkout}
      with:
        fetch-depth: 0
        persist-credentials: false
    - uses: actions/setup-node@${setupNode}
      with:
        node-version: 22
${[rangeStep(branches), programStep(program), checkStep, lintStep(requests)].map((step) => indented(runStep(step), 4)).join("")}`;

const HOW_TO_PIN = `# A tag can be moved. To pin an action to a commit: git ls-remote https://github.com/actions/checkout v4
# (the line that ends in ^{}, where there is one), then arkitekt ci github --checkout <that id>; --setup-node for the other.
`;

const PULL_REQUEST_JOB = `pull-request:
  needs: check
  # Also where the check found something: the pull request shows it. A branch without commits of its own has none.
  if: \${{ !cancelled() && github.event.deleted == false && github.ref_type == 'branch' && needs.check.outputs.commits > 0 }}
  runs-on: ubuntu-latest
  timeout-minutes: 5
  permissions:
    contents: read
    pull-requests: write
  outputs:
    url: \${{ steps.pull-request.outputs.url }}
  steps:
${indented(runStep(pullRequestStep), 4)}`;

const NOTIFY_JOB = `notify:
  needs: [check, pull-request]
  if: \${{ !cancelled() && github.event.deleted == false }}
  runs-on: ubuntu-latest
  timeout-minutes: 5
  permissions: {}
  steps:
${indented(runStep(notifyStep), 4)}`;
