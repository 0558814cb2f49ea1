# Comments on the pull request what it changes about Veo routes. One comment is kept up to date by its hidden marker;
# a pull request that changes nothing gets none.
source "$GITHUB_ACTION_PATH/action/common.sh"

base=$(base_commit)
number=$(node -p 'require(process.env.GITHUB_EVENT_PATH).pull_request?.number ?? ""')
[ -n "$base" ] && [ -n "$number" ] || exit 0

veo_audit diff "$base" --fail-on never --format json --output "$work/diff.json"
changes=$(node -p '
  const { routes, findings, contracts, fallbacks, evidence } = require(process.argv[1]);
  [routes, findings, contracts, fallbacks, evidence].flatMap(Object.values).reduce((sum, list) => sum + list.length, 0)
' "$work/diff.json")
veo_audit diff "$base" --fail-on never --format markdown --output "$work/comment.md"

comments=repos/$GITHUB_REPOSITORY/issues/$number/comments
known=$(gh api --paginate "$comments" --jq '.[] | select(.body | startswith("<!-- veo-route-audit -->")) | .id' | sed -n 1p)
if [ -n "$known" ]; then
  gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$known" -F "body=@$work/comment.md" >/dev/null
elif [ "$changes" -gt 0 ]; then
  gh api --method POST "$comments" -F "body=@$work/comment.md" >/dev/null
fi
