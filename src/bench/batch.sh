#!/bin/sh
# Throughput and memory of a batch.
#   src/bench/batch.sh PHOTOS [COUNT [FEW MANY]]
# PHOTOS: a folder of photos, which are given as many names as are needed. Prints, for COUNT names (200), wall and processor seconds
# with one job on one core and two jobs on two, twice each in turn, and the ratio; then the largest resident memory with two jobs for FEW and for MANY
# names, if they are given. The machine has to be quiet for the walls to mean anything; the load is printed.
set -eu
photos=$(cd "$1" && pwd)
count=${2:-200}
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# So many names in a folder, by links.
names() { # how many, folder
    mkdir -p "$2"
    i=0
    while [ "$i" -lt "$1" ]; do
        for photo in "$photos"/*.jpg; do
            [ "$i" -lt "$1" ] || break
            i=$((i + 1))
            ln "$photo" "$2/$i.jpg" 2>/dev/null || cp "$photo" "$2/$i.jpg"
        done
    done
}

# Wall, processor seconds and megabytes of one batch. A photo that failed (status 1) is no failure of the batch; all else is.
run() { # cores, jobs, folder
    /usr/bin/time -q -f '%e %U %S %M' -o "$work/time" taskset -c "$1" ./dorsum batch "$3" --out "$work/metrics.csv" --jobs "$2" --quiet 2>"$work/said" || status=$?
    [ "${status:-0}" -le 1 ] || { echo "a batch ended with status $status:" >&2; tail -n 5 "$work/said" >&2; exit 1; }
    awk '{printf "%.1f %.1f %.0f\n", $1, $2 + $3, $4 / 1024}' "$work/time"
}

names "$count" "$work/names"
./dorsum --version >/dev/null
for round in 1 2; do
    echo "load $(cut -d' ' -f1-3 /proc/loadavg)"
    one=$(run 0 1 "$work/names")
    two=$(run 0,1 2 "$work/names")
    echo "$one $two" | awk -v n="$count" -v r="$round" '{
        printf "round %d: %d photos, one core %.1f s wall, %.1f s processor, %d MB; two cores %.1f s wall, %.1f s processor, %d MB: %.2f times as fast, %.2f of the processor time a photo\n", r, n, $1, $2, $3, $4, $5, $6, $1 / $4, $5 / $2 }'
done
[ $# -lt 4 ] || for n in "$3" "$4"; do
    names "$n" "$work/names$n"
    echo "$n photos: $(run 0,1 2 "$work/names$n" | awk '{printf "%d MB, %.0f s of processor", $3, $2}')"
done
