#!/usr/bin/env bash
# Drives the studio in Chromium. Installs the browser and fetches axe-core, which is
# only for these tests, where they are missing. SHOTS=DIR also takes pictures.
set -euo pipefail
cd "$(dirname "$0")"

need() { command -v "$1" >/dev/null 2>&1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
pkgs=()
[ -n "${CHROMIUM:-}" ] || need chromium || need google-chrome || pkgs+=(chromium)
[ -n "${AXE_JS:-}" ] || need npm || pkgs+=(npm)
if [ ${#pkgs[@]} -gt 0 ]; then
  as_root apt-get update -qq
  as_root apt-get install -y -qq --no-install-recommends "${pkgs[@]}" >/dev/null
fi

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
if [ -z "${AXE_JS:-}" ]; then
  (cd "$tmp" && npm pack --silent axe-core@4.14.1 >/dev/null && tar xzf axe-core-*.tgz package/axe.min.js)
  AXE_JS=$tmp/package/axe.min.js
fi

go vet ./...
CI=${CI:-1} AXE_JS=$AXE_JS go test -count=1 -timeout 20m "$@" ./...
