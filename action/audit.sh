# Audits the checkout: annotations in the log, a summary of the step, SARIF for code scanning.
source "$GITHUB_ACTION_PATH/action/common.sh"

# Paths are words on purpose: the input separates them by blanks.
read -r -a paths <<<"${INPUT_PATHS:-}"
options=(--fail-on "${INPUT_FAIL_ON:-error}")
base=$(base_commit)
if [ "${INPUT_CHANGED_ONLY:-true}" = true ] && [ -n "$base" ]; then
  options+=(--changed-since "$base")
fi

sarif=$work/veo-audit.sarif
veo_audit audit ${paths[@]+"${paths[@]}"} --fail-on never --format sarif --output "$sarif"
veo_audit audit ${paths[@]+"${paths[@]}"} --fail-on never --format markdown >>"$GITHUB_STEP_SUMMARY"

status=0
veo_audit audit ${paths[@]+"${paths[@]}"} "${options[@]}" --format github || status=$?
echo "sarif=$sarif" >>"$GITHUB_OUTPUT"
echo "status=$status" >>"$GITHUB_OUTPUT"
