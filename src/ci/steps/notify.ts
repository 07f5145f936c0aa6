import { expression, type WorkflowStep } from "../yaml-lines.ts";

/** The secret that holds the address; the playbook gives it this name. */
export const DISCORD_SECRET = "DISCORD_WEBHOOK";

/**
 * The address reaches curl by its standard input, so that neither an argument nor a message shows it. The text is data: nobody is
 * mentioned, whatever the branch is called.
 */
export const notifyStep: WorkflowStep = {
  name: "Tell Discord",
  env: {
    BRANCH: expression("github.ref_name"),
    CHECK: expression("needs.check.result"),
    PULL_REQUEST: expression("needs.pull-request.result"),
    PULL_REQUEST_URL: expression("needs.pull-request.outputs.url"),
    RUN: `${expression("github.server_url")}/${expression("github.repository")}/actions/runs/${expression("github.run_id")}`,
    TITLE: expression("needs.check.outputs.title"),
    WEBHOOK: expression(`secrets.${DISCORD_SECRET}`),
  },
  run: `set -eu
WEBHOOK=$(printf '%s' "$WEBHOOK" | tr -d ' \\r\\n')
if [ -z "$WEBHOOK" ]; then
  echo "The secret ${DISCORD_SECRET} is empty: no message is sent."
  exit 0
fi
case "$WEBHOOK" in
  *[!A-Za-z0-9:/._?=\\&%~+-]*) WEBHOOK= ;;
  https://*) ;;
  *) WEBHOOK= ;;
esac
if [ -z "$WEBHOOK" ]; then
  echo "::error::The secret ${DISCORD_SECRET} is not an https address."
  exit 1
fi
node -e '
  const { BRANCH, CHECK, PULL_REQUEST, PULL_REQUEST_URL, RUN, TITLE } = process.env;
  const word = (text) => "\`" + text.replaceAll("\`", "\\u0027") + "\`";
  const passed = CHECK === "success" && ["success", "skipped"].includes(PULL_REQUEST);
  const what = CHECK !== "success" ? "the check: " + CHECK : "the pull request: " + PULL_REQUEST;
  const lines = [(passed ? "\\u2705 passed: " : "\\u274c " + what + ": ") + word(BRANCH), RUN, PULL_REQUEST_URL, TITLE];
  let content = "";
  for (const sign of lines.filter((line) => line).join("\\n")) if (content.length + sign.length <= 2000) content += sign; else break;
  process.stdout.write(JSON.stringify({ content, allowed_mentions: { parse: [] } }));
' >"$RUNNER_TEMP/message.json"
printf 'url = "%s"\\n' "$WEBHOOK" |
  curl -q --config - --fail --silent --output /dev/null --proto '=https' --retry 3 --max-time 60 --header 'Content-Type: application/json' --data-binary "@$RUNNER_TEMP/message.json" || {
    echo "::error::Discord did not take the message (curl: $?)."
    exit 1
  }
`,
};
