// What a shell command is read as, and what becomes of it: as far as it can be told without running it.
import { win32 } from "node:path";
import fc from "fast-check";
import * as assert from "uvu/assert";
import { decide } from "../../src/agent/decide.ts";
import type { AgentEvent } from "../../src/agent/event.ts";
import { guardedBy } from "../../src/agent/guarded-paths.ts";
import { suite } from "../support/suite.ts";

const test = suite("a command of an agent");

const around = {
  cwd: "/home/songs/A",
  tops: ["/home/songs", "/home/link"],
  gitFolders: ["/home/songs/.git", "/home/link/.git"],
  settings: [".claude/settings.json"],
  aliasOf: (name: string) => ALIASES[name],
};

const ALIASES: Readonly<Record<string, string>> = {
  ci: "commit",
  quick: "commit -n",
  two: "quick -q",
  sh: '!sh -c "git commit --no-verify"',
  lg: "log -n 10",
  loop: "loop -n",
};

function outcome(command: string): string {
  const event: AgentEvent = {
    agent: "claude",
    name: "PreToolUse",
    cwd: undefined,
    about: { kind: "shell", command },
  };
  const decision = decide(event, around);
  if (decision.kind === "commit") return "pass";
  return decision.kind === "refuse" ? decision.what : decision.kind;
}

const SKIPS = [
  "git commit --no-verify -m x",
  "git commit -n",
  "git commit -anm 'x'",
  "git commit -m x -n",
  "git commit --no-veri -m x",
  "cd core && git commit -nam x",
  "GIT_EDITOR=true git commit -n",
  'bash -lc "git commit -n -m x"',
  "sh -c 'cd x; git commit -n'",
  "env FOO=1 git commit -n",
  "sudo -u me git commit -n",
  "timeout 5 git commit -n",
  "/usr/bin/git -C .. --no-pager commit -n",
  "x=$(git commit -n)",
  "echo `git commit -n`",
  'echo "$(git commit -n)"',
  "true || git commit \\\n  -n",
  "if true; then git commit -n; fi",
  "(git commit -n)",
  "git commit $'-n'",
  "git push --no-verify",
  "git am -n x.patch",
  "git merge --no-verify x",
  "ARKITEKT=0 git commit -m x",
  "export ARKITEKT=0; git push",
  "HUSKY=0 git commit -m x",
  "export ARKITEKT=0",
  "git commit --amend --no-edit -n",
  "git commit --fixup HEAD -n",
  "env -u HOME git commit -n",
  "env -i PATH=/bin git commit -n",
  "bash -o pipefail -c 'git commit -n'",
  "bash <<'EOF'\ncd x\ngit commit -n -m x\nEOF",
  'sh <<< "git commit -n"',
  "git rebase -x 'git commit --amend -n' main",
  'git rebase --exec="git commit --amend --no-verify" main',
  "git submodule foreach 'git commit -n -m x'",
  "git bisect run git commit -n",
  "git quick -m x",
  "git two",
  "git sh",
  "git ci -anm x",
  "git -c alias.q='commit -n' q -m x",
  "git add . ; git commit -m fix -n || true",
  "strace -f git commit -n",
  "unbuffer git commit -n",
  "watch -n 5 git commit -n",
  "flock /tmp/lock git commit -n",
  "parallel git commit -n ::: x",
  "find . -maxdepth 0 -exec git commit -n -m x \\;",
  "env -S 'git commit -n'",
  "fish -c 'git commit -n'",
  "pwsh -Command 'git commit -n'",
  "cmd.exe /c git commit -n",
  "git config alias.nv '!git commit --no-verify' && git nv",
  "git config --global alias.x 'commit -n'",
  "declare -x ARKITEKT=0; git commit -m x",
  "typeset -x HUSKY=0",
  "set -a; ARKITEKT=0; git commit -m x",
  "ARKITEKT=0; export ARKITEKT; git commit",
  "ARKITEKT=0 git pull",
];

const HOOKS_PATH = [
  "git config core.hooksPath /dev/null",
  "git config --local core.hookspath x",
  "git config --unset core.hooksPath",
  "git config unset core.hooksPath",
  "git config set core.hooksPath x",
  "git config --global core.hooksPath x",
  "git -c core.hooksPath=/dev/null commit -m x",
  "git -ccore.hooksPath= status",
  "git --config-env=core.hooksPath=X commit",
  "GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=core.hooksPath GIT_CONFIG_VALUE_0=x git commit",
  "export GIT_CONFIG_KEY_0=core.hooksPath",
  `GIT_CONFIG_PARAMETERS="'core.hooksPath=/x'" git commit`,
  "git config --remove-section hook.arkitekt-pre-commit",
  "git config --remove-section core",
  "git config -f ../.git/config unset core.hooksPath",
  "git config hook.arkitekt-pre-commit.enabled false",
  "export GIT_CONFIG_COUNT=1; export GIT_CONFIG_KEY_0=core.hooksPath; git commit",
  "git -c core.hooksPath=/dev/null ci",
  "git -c alias.q='!git config core.hooksPath x' q",
  "git config -e",
  "git config --local --edit",
  "git -c include.path=/tmp/x commit -m x",
  "git config alias.h 'config core.hooksPath x'",
];

const GUARDED = [
  "echo '{}' > ../.arkitektrc.json",
  "echo x >> /home/songs/.arkitektrc.json",
  "cd .. && sed -i s/error/off/ .arkitektrc.json",
  "tee ../.husky/pre-push < x",
  "cat x | tee -a ../.git/hooks/pre-commit",
  "cp /tmp/x ../.husky/",
  "cp /tmp/pre-commit /home/songs/.git/hooks",
  "mv ../.arkitektrc.json ../x",
  "rm -rf ../.git/hooks",
  "rm -rf ../.git",
  "cd .. && rm .arkitektrc*",
  "rm ../.{arkitektrc,x}.json",
  "chmod -x ../.git/arkitekt/_/pre-commit",
  "dd if=/dev/null of=../.git/config",
  "git rm ../.arkitektrc.json",
  "cat <<'EOF' > ../.git/hooks/pre-commit\nexit 0\nEOF",
  "apply_patch <<'EOF'\n*** Begin Patch\n*** Update File: /home/songs/.arkitektrc.json\n@@\n*** End Patch\nEOF",
  "echo {} > ../.claude/settings.json",
  "echo x > /home/link/.arkitektrc.json",
  "rm /home/link/.git/hooks/pre-commit",
  "npx arkitekt uninstall",
  "npm exec -- arkitekt uninstall",
  "node ../node_modules/arkitekt/dist/arkitekt.cjs uninstall",
  "cd .. && : > .git/hooks/pre-commit",
  "cd .. && chmod 644 .git/hooks/pre-commit",
  "cd .. && ln -sf /bin/true .git/hooks/pre-commit",
  "find ../.git/hooks -type f -delete",
  "find ../.git/hooks -type f -exec rm {} +",
  "git checkout HEAD~1 -- ../.arkitektrc.json",
  "git restore --source HEAD~1 ../.arkitektrc.json",
  "git restore -sHEAD~1 -- ../.arkitektrc.json",
  "pushd ..; rm .arkitektrc.json",
  "jq . x | sponge ../.arkitektrc.json",
  "curl -so x -o ../.arkitektrc.json http://x",
  "wget -O ../.husky/pre-commit http://x",
  "unzip x -d ../.husky",
  "git arkitekt uninstall",
  "npx arkitekt@latest uninstall",
  "git apply <<'E'\n--- a/.arkitektrc.json\n+++ b/.arkitektrc.json\n@@ -1 +1 @@\n-a\n+b\nE",
  "patch -p1 <<'E'\n--- a/.husky/pre-push\n+++ b/.husky/pre-push\n@@ -1 +1 @@\n-a\n+b\nE",
];

const PASSES = [
  "ls",
  "git status",
  'git commit -m "-n"',
  'git commit -m "never say --no-verify"',
  "git commit -F -n",
  "git commit -mn x",
  "git commit -C HEAD -m x",
  "git commit -Sn -m x",
  "git commit -uno -m x",
  "git commit -m x -- -n",
  "git commit --author n -m x",
  "git log -n 3",
  "git merge -n x",
  "git rebase -i HEAD~2",
  "echo git commit --no-verify",
  "echo 'git commit -n' # git commit -n",
  "grep -n x A > out.txt 2>&1",
  "git config core.hooksPath",
  "git config --get core.hooksPath",
  "git config get core.hooksPath",
  "git config user.name core",
  "cat ../.arkitektrc.json > /tmp/x",
  "cp ../.arkitektrc.json /tmp/",
  "rm -rf ../build",
  "chmod +x ../*",
  "git am -3 x.patch",
  "sed s/a/b/ ../.arkitektrc.json",
  "cat <<EOF\ngit commit -n\nEOF",
  "arkitekt check --working",
  "git commit -m \"$(cat <<'EOF'\nSay that git commit -n and core.hooksPath are refused\nEOF\n)\"",
  "git commit -F - <<'EOF'\ngit commit --no-verify\nEOF",
  "cat > notes.md <<'EOF'\ngit config core.hooksPath x\nEOF",
  "bash x.sh <<'EOF'\ngit commit -n\nEOF",
  "gh pr create --title no-verify --body 'git commit -n'",
  "git log -S'git commit -n' --grep=--no-verify",
  "git grep -n core.hooksPath",
  "git push -n origin main --delete x",
  "git rebase --exec 'npm test' main",
  "git submodule foreach 'git log -n 1'",
  "git ci -m x",
  "git lg",
  "git loop",
  "git -c alias.q='log -n 1' q",
  "git checkout -- ../.arkitektrc.json",
  "git checkout HEAD -- ../.arkitektrc.json",
  "git checkout main -- ../A/a.lua",
  "git restore ../.arkitektrc.json",
  "git restore --source=HEAD ../.arkitektrc.json",
  "git restore --source main ../A/a.lua",
  "find . -name '*.tmp' -delete",
  "find ../.git/hooks -type f -exec cat {} +",
  "grep -rn 'git commit -n' ..",
  "arkitekt explain uninstall",
  "echo arkitekt uninstall",
  "git config --get-urlmatch core.hooksPath x",
  "git push -n",
  "git push --dry-run origin HEAD",
  "git config --global -e",
  "git config alias.co checkout",
  "git config alias.ci 'commit -v'",
  "git config include.path ../.gitconfig",
  "ARKITEKT=1; export ARKITEKT; git commit -m x",
  "ARKITEKT=0; echo $ARKITEKT",
  "set -e; git commit -m x",
  "declare -a files; git commit -m x",
  "HUSKY=0 npm ci",
  "find . -name x.lua -exec git add {} +",
  "curl -o /tmp/x http://x/.arkitektrc.json",
  "unzip x -d ../lib",
  "watch -n 5 git status",
  "git apply <<'E'\n--- a/A/a.lua\n+++ b/A/a.lua\n@@ -1 +1 @@\n-a\n+b\nE",
  "git apply --check <<'E'\n--- a/.arkitektrc.json\n+++ b/.arkitektrc.json\nE",
  "git log arkitekt uninstall",
  "git diff arkitekt@1 -- uninstall",
];

test("that goes past the hooks, the setting of their folder or a file of the gate is refused, and no other", () => {
  const found = (commands: readonly string[]) => commands.map((command) => `${outcome(command)}: ${command}`);
  const expected = (commands: readonly string[], kind: string) =>
    commands.map((command) => `${kind}: ${command}`);
  assert.equal(found(SKIPS), expected(SKIPS, "skips-hooks"));
  assert.equal(found(HOOKS_PATH), expected(HOOKS_PATH, "hooks-path"));
  assert.equal(found(GUARDED), expected(GUARDED, "guarded"));
  assert.equal(found(PASSES), expected(PASSES, "pass"));
  assert.is(outcome("cd .. && git push -u origin HEAD"), "push");
  assert.is(outcome("git push --delete origin x"), "pass");
  assert.is(outcome("git push origin -d x"), "pass");
});

test("that is no shell text is read to its end", () => {
  for (const text of ["'", '"$(', "`git", "git commit -m $((1+2", "<<EOF\ngit", "((((", "git \\"])
    outcome(text);
});

test("that names a file of the gate as Windows does is refused, and its neighbours are not", () => {
  const tops = ["C:\\Users\\me\\songs", "\\\\server\\share\\songs"];
  const name = fc.stringMatching(/^[a-z][a-z0-9 _-]{0,7}[a-z0-9]$/);
  const spellings = [
    (path: string) => path,
    (path: string) => path.replaceAll("\\", "/"),
    (path: string) => path.toUpperCase(),
  ];
  const guarded = [
    ".arkitektrc.json",
    ".husky\\pre-commit",
    ".git\\hooks\\pre-push",
    ".git\\config",
    ".git\\arkitekt\\_\\x",
  ];
  const said = (path: string, cwd: string, top: string) =>
    guardedBy(path, { cwd, tops: [top], gitFolders: [`${top}\\.git`], settings: [] }, {}, win32);
  fc.assert(
    fc.property(
      fc.constantFrom(...tops),
      fc.array(name, { maxLength: 3 }),
      fc.constantFrom(...guarded),
      fc.constantFrom(...spellings),
      name,
      (top, folders, file, spelled, other) => {
        const cwd = win32.join(top, ...folders);
        for (const path of [win32.join(top, file), win32.relative(cwd, win32.join(top, file))]) {
          assert.ok(said(spelled(path), cwd, top), path);
          assert.is(
            said(spelled(`${path}-${other}`), cwd, top) === undefined,
            !file.includes("\\") || /config/.test(file),
            path,
          );
        }
        assert.is(said(win32.join(top, other, file), cwd, top), undefined);
        assert.is(said(`D:\\${file}`, cwd, top), undefined);
      },
    ),
  );
});
