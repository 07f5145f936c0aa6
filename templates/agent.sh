#!/bin/sh
{ trap 'echo "arkitekt: agent hook: cut short; mend it: npx arkitekt install">&2;exit 0' 0;}
# What the hook systems of coding agents call (`.claude/settings.json` and the like): hook [--agent NAME], with what the agent is about to do
# on standard input.
# Laid by `arkitekt install`, taken out by `arkitekt uninstall`; what is changed here is lost.
# The first command is for a file that is cut: it comes to its end and has asked nobody.
# Most of what agents do has to do neither with Git nor with the gate: then nothing is started. Whatever goes wrong, the agent goes on.
arkitekt_home=${0%/*}
arkitekt_program=$arkitekt_home/program/@PROGRAM@
arkitekt_input=$(cat)

leave() {
  trap - 0
  exit 0
}

# The end of a turn, or a tool whose input names Git or a file of the gate.
matters() {
  case $arkitekt_input in
    *'"Stop"'* | *'"SubagentStop"'* | *'"stop"'*) return 0 ;;
  esac
  arkitekt_said=$arkitekt_input
  case $arkitekt_said in
    *'"tool_input"'*) arkitekt_said=${arkitekt_said#*'"tool_input"'} ;;
    *'"command"'*) arkitekt_said=${arkitekt_said#*'"command"'} ;;
  esac
  case $arkitekt_said in
    *[gG][iI][tT]* | *arkitekt* | *husky* | *hooks* | *.claude* | *.codex* | *.cursor*) return 0 ;;
    *rm*[*?]* | *mv*[*?]*) return 0 ;;
  esac
  return 1
}

# The Node that installed the gate comes first. What is meant for other programs of Node stays out.
start() {
  for arkitekt_variable in @VARIABLES@; do unset "$arkitekt_variable"; done
  for arkitekt_node in @NODES@ node; do
    command -v "$arkitekt_node" >/dev/null 2>&1 || continue
    printf '%s' "$arkitekt_input" | "$arkitekt_node" "$arkitekt_main" agent "$@"
    return 0
  done
  echo "arkitekt: agent hook: there is no Node to judge with; put it on PATH, then: npx arkitekt install" >&2
}

case $arkitekt_input in
  *'"hook_event_name"'*) matters || leave ;;
esac
arkitekt_main=$arkitekt_program/dist/arkitekt.cjs
if [ -s "$arkitekt_main" ] && [ "$(cksum <"$arkitekt_main")" = "@CHECKSUM@" ]; then
  start "$@"
else
  echo "arkitekt: agent hook: the gate's program is damaged or gone; put it back: npx arkitekt install" >&2
fi
leave
