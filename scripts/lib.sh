# Shared by the scripts beside this file; sourced, never run.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
export CARGO_TARGET_DIR="$root/target"
cache="${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/fulexo"

say() { printf '%s\n' "$*" >&2; }
fail() { say "fulexo: $*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }
is_root() { [ "$(id -u)" -eq 0 ]; }

# Runs a noisy command; shows what it said only when it fails.
quietly() {
    quiet_log=$(mktemp)
    if "$@" >"$quiet_log" 2>&1; then rm -f "$quiet_log"; return 0; fi
    cat "$quiet_log" >&2
    rm -f "$quiet_log"
    return 1
}
