#!/usr/bin/env bash
# A script of nothing but its gateway's program, kept in a variable.
INF=${INF:-/opt/tools/bin/infsh}
MODEL=${MODEL:-google/veo-3-1-fast}

shot() {
  "$INF" app run "$MODEL" --input "{\"prompt\": \"$1\", \"duration\": $2}" --save "$1.json"
}

shot kite 8
shot harbour 4
