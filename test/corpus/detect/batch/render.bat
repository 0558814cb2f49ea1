@echo off
REM veo-2.0-generate-001 is the old one
set VEO_MODEL=veo-3.0-generate-001
if "%1"=="fast" set VEO_MODEL=veo-3.0-fast-generate-001
node render.mjs --model %VEO_MODEL% --out C:\clips\veo3.mp4
