#!/bin/sh
# autogen.sh: makes configure from a bare checkout (needs autoconf,
# automake, and gettext with its autopoint).
set -e
cd "$(dirname "$0")"
exec autoreconf -fi
