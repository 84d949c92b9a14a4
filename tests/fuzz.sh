#!/usr/bin/env bash
# The long run of what is tried by chance: at least 200,000 cases, repeatable by their seed. CI runs the same tests with a hundredth of it.
# tests/fuzz.sh [SEED]        a seed of its own tries other cases; a failure says how to try its case again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seed=${1:-20261128}
run() { # PROJECT CASES
  echo "$1: $2 cases from seed $seed"
  PEERBOT_FUZZ_SEED=$seed PEERBOT_FUZZ_CASES=$2 dotnet test "tests/$1" --nologo -v q --filter Category=Fuzz
}

run Domain.Tests 150000  # as many typed words, and 1,500 each of calendar and programme files
run Dialogs.Tests 60000  # presses, words and time in whole programmes
