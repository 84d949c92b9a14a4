#!/usr/bin/env bash
# The whole check: white space, build, every test. Ends with one line, "N passed, N failed".
# Tests that need PostgreSQL, Chromium or Node are skipped where those are missing; .ci/run brings them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# The counts below are read from the runner's English words.
export DOTNET_CLI_UI_LANGUAGE=en MSBUILDTERMINALLOGGER=off DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

dotnet format whitespace . --folder --verify-no-changes
dotnet build PeerBot.sln -nologo -v minimal

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
dotnet test PeerBot.sln --no-build -nologo 2>&1 | tee "$log" || status=$?

# Each test project closes with "Passed!  - Failed: 0, Passed: 4, Skipped: 0, Total: 4, …".
read -r passed failed skipped < <(awk '
  / - Failed: *[0-9]+, Passed: *[0-9]+, Skipped: *[0-9]+,/ {
    gsub(/[^0-9,]+/, " "); split($0, n, ","); failed += n[1]; passed += n[2]; skipped += n[3]
  }
  END { print passed + 0, failed + 0, skipped + 0 }' "$log")

# A project that died, or a run without a test, has failed whatever it counted.
if [ "$passed" -eq 0 ] || [ "$failed" -gt 0 ]; then status=1; fi
if [ "$skipped" -gt 0 ]; then
  echo "$passed passed, $failed failed, $skipped skipped"
else
  echo "$passed passed, $failed failed"
fi
exit "$status"
