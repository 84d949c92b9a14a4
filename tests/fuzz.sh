#!/usr/bin/env bash
# The long run of what is tried by chance: more than 200,000 cases, repeatable by their seed. CI runs the same tests with a small part of it.
# tests/fuzz.sh [SEED [OPTION…]]   a seed of its own tries other cases; options such as --no-build go to dotnet test. A failure says how to try its case again.
# PART=100 tests/fuzz.sh           tries a hundredth of it, to see that it works.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seed=${1:-20261128}
options=("${@:2}")
part=${PART:-1}
failed=()
run() { # PROJECT CASES
  local cases=$(($2 / part > 0 ? $2 / part : 1))
  echo "$1: $cases from seed $seed"
  PEERBOT_FUZZ_SEED=$seed PEERBOT_FUZZ_CASES=$cases dotnet test "tests/$1" --nologo --logger "console;verbosity=normal" --filter Category=Fuzz "${options[@]}" || failed+=("$1")
}

run Bot.Tests 300000           # a tenth as many activities at the door of the product: 30,000
run Dialogs.Tests 30000        # presses, words and time in whole programmes: 30,000
run Infrastructure.Tests 50000 # as many registers, as many calendar feeds, and 2,500 answers of Graph: 102,500
run Domain.Tests 50000         # as many typed words, and 500 each of calendar and programme files: 51,000

echo "213,500 cases divided by $part, from seed $seed: ${failed[*]:-none} failed"
[ ${#failed[@]} -eq 0 ]
