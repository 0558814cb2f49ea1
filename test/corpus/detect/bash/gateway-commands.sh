#!/usr/bin/env bash
# The command line of a gateway names its models as words.
higgsfield generate create veo3_1_lite --prompt "a harbour" --wait
check 'higgsfield generate create veo3_1 --quality high'
check 'higgsfield generate cost veo3_1 --resolution 1080p'
for model in seedance_2_0 veo3_1 kling3_0; do
  check "higgsfield generate create ${model} --resolution 4k"
done
# Folders, branches and other programs' words are none.
for folder in veo3_1/ stills; do ls "$folder"; done
cp -r veo3_1_lite backup
git checkout veo3_1
higgsfield workspace create veo3_1
