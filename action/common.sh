# What the steps of the action share: the command line, and the commit that a pull request starts from.
set -euo pipefail

root=${GITHUB_ACTION_PATH:?}
work=${RUNNER_TEMP:?}/veo-route-audit
mkdir -p "$work"

# A release carries the bundle; a checkout of the sources is built first.
if [ ! -f "$root/dist/cli.js" ]; then
  (cd "$root" && npm ci --silent && npm run --silent build >&2)
fi

veo_audit() {
  node "$root/dist/cli.js" "$@"
}

# The base of the pull request, fetched where a shallow checkout lacks it; nothing for other events.
base_commit() {
  local base
  base=$(node -p 'require(process.env.GITHUB_EVENT_PATH).pull_request?.base?.sha ?? ""')
  [ -n "$base" ] || return 0
  git cat-file -e "$base^{commit}" 2>/dev/null || git fetch --quiet --depth=1 origin "$base"
  echo "$base"
}
