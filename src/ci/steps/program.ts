import { VENDORED_PROGRAM } from "../../model/ci-places.ts";
import type { CiProgram } from "../workflow-options.ts";
import { expression, type WorkflowStep } from "../yaml-lines.ts";

/** Puts a small script into the runner's own folder, with which the later steps call the program. Nothing of the judged branch is run. */
export function programStep(program: CiProgram): WorkflowStep {
  const step = { name: "Bring the program", id: "program" };
  switch (program.kind) {
    case "npm":
      return { ...step, env: { VERSION: program.version }, run: NPM };
    case "vendored":
      return {
        ...step,
        env: { DEFAULT_BRANCH: expression("github.event.repository.default_branch") },
        run: VENDORED,
      };
    case "url":
      return { ...step, env: { ADDRESS: program.url, SHA256: program.sha256 ?? "" }, run: ADDRESS };
  }
}

const CALL = `cat >"$RUNNER_TEMP/arkitekt" <<'END'
exec node "$RUNNER_TEMP/arkitekt.cjs" "$@"
END
node "$RUNNER_TEMP/arkitekt.cjs" --version
`;

const NPM = `set -eu
case "$VERSION" in ""|*[!0-9A-Za-z.+-]*) echo "::error::This is not a version."; exit 1 ;; esac
printf 'version=%s\\n' "$VERSION" >"$RUNNER_TEMP/arkitekt"
# npx starts outside the branch, which could bring settings and packages of its own.
cat >>"$RUNNER_TEMP/arkitekt" <<'END'
here=$PWD
cd "$RUNNER_TEMP"
exec npx --yes --package "arkitekt@$version" -- sh -c 'cd "$1" && shift && exec arkitekt "$@"' sh "$here" "$@"
END
sh "$RUNNER_TEMP/arkitekt" --version
`;

const VENDORED = `set -eu
# The program of the default branch: a branch does not bring its own judge.
if ! git cat-file blob "refs/remotes/origin/$DEFAULT_BRANCH:${VENDORED_PROGRAM}" >"$RUNNER_TEMP/arkitekt.cjs"; then
  echo "::error::The default branch has no ${VENDORED_PROGRAM}: arkitekt ci github --write, and bring it there."
  exit 1
fi
${CALL}`;

const ADDRESS = `set -eu
curl -q --fail --silent --show-error --location --proto '=https' --retry 3 --max-time 120 --output "$RUNNER_TEMP/arkitekt.cjs" --url "$ADDRESS"
if [ -n "$SHA256" ]; then
  printf '%s  %s\\n' "$SHA256" "$RUNNER_TEMP/arkitekt.cjs" | sha256sum --check --status || {
    echo "::error::The program is not the one that the workflow names by its sha256."
    exit 1
  }
fi
${CALL}`;
