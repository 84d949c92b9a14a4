#!/usr/bin/env bash
# The long run of what is tried by chance: more than 200,000 cases, repeatable by their seed. CI runs the same tests with a small part of it.
# tests/fuzz.sh [SEED [OPTION…]]   a seed of its own tries other cases; options such as --no-build go to dotnet test. A failure says how to try its case again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seed=${1:-20261128}
options=("${@:2}")
run() { # PROJECT CASES
  echo "$1: $2 from seed $seed"
  PEERBOT_FUZZ_SEED=$seed PEERBOT_FUZZ_CASES=$2 dotnet test "tests/$1" --nologo --logger "console;verbosity=normal" --filter Category=Fuzz "${options[@]}"
}

run Bot.Tests 60000            # a tenth as many activities at the door: 6,000
run Dialogs.Tests 20000        # presses, words and time in whole programmes: 20,000
run Infrastructure.Tests 50000 # as many registers, as many calendar feeds, and 2,500 answers of Graph: 102,500
run Domain.Tests 100000        # as many typed words, and 1,000 each of calendar and programme files: 102,000
